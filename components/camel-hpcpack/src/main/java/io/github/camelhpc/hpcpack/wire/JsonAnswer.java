package io.github.camelhpc.hpcpack.wire;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.camelhpc.hpcpack.model.PropertyMap;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads one JSON answer from its stream, token by token. */
final class JsonAnswer {

  static final JsonMapper MAPPER =
      JsonMapper.builder().disable(StreamReadFeature.AUTO_CLOSE_SOURCE).build();

  private final JsonParser parser;

  private JsonAnswer(JsonParser parser) {
    this.parser = parser;
  }

  /** Reads all of the answer: one value and nothing after it. */
  static <T> T read(InputStream in, Reading<T> reading) throws IOException {
    try (JsonParser parser = MAPPER.createParser(in)) {
      JsonAnswer answer = new JsonAnswer(parser);
      if (parser.nextToken() == null) {
        throw new WireFormatException("the answer is empty, JSON was expected");
      }
      T result = reading.read(answer);
      if (parser.nextToken() != null) {
        throw answer.wrong("nothing more");
      }
      return result;
    } catch (JsonProcessingException e) {
      throw new WireFormatException(
          "the answer is not valid JSON%s: %s".formatted(place(e.getLocation()), reason(e)), e);
    } catch (CharConversionException e) {
      throw new WireFormatException(
          "the answer is not valid JSON, its characters are not of one encoding", e);
    }
  }

  int id() throws IOException {
    if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT) {
      return parser.getIntValue();
    }
    if (parser.currentToken() == JsonToken.VALUE_STRING) {
      try {
        return Integer.parseInt(parser.getText().trim());
      } catch (NumberFormatException e) {
        throw wrong("an id, which is a whole number", e);
      }
    }
    throw wrong("an id, which is a whole number");
  }

  /** A scalar's text; empty for null. */
  String text() throws IOException {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.VALUE_NULL) {
      return "";
    }
    if (!token.isScalarValue()) {
      throw wrong("text");
    }
    return parser.getText();
  }

  List<String> names() throws IOException {
    List<String> names = new ArrayList<>();
    eachItem(
        () -> {
          if (parser.currentToken() != JsonToken.VALUE_NULL) {
            names.add(text());
          }
        });
    return names;
  }

  PropertyMap properties(PropertyRows rows) throws IOException {
    PropertyMap properties = rows.newRow();
    eachItem(() -> property(rows, properties));
    return properties;
  }

  List<PropertyMap> objects() throws IOException {
    PropertyRows rows = new PropertyRows();
    eachItem(() -> row(rows));
    return rows.rows();
  }

  Map<String, Object> map() throws IOException {
    require(JsonToken.START_OBJECT, "an object");
    return object();
  }

  List<Map<String, Object>> maps() throws IOException {
    List<Map<String, Object>> maps = new ArrayList<>();
    eachItem(
        () -> {
          if (parser.currentToken() != JsonToken.VALUE_NULL) {
            maps.add(map());
          }
        });
    return maps;
  }

  JsonNode tree() throws IOException {
    return parser.readValueAsTree();
  }

  private void row(PropertyRows rows) throws IOException {
    if (parser.currentToken() == JsonToken.VALUE_NULL) {
      return;
    }
    require(JsonToken.START_OBJECT, "an object with the member Properties");
    PropertyMap row = new PropertyMap();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      boolean properties = parser.currentName().equalsIgnoreCase("Properties");
      parser.nextToken();
      if (properties) {
        row = properties(rows);
      } else {
        parser.skipChildren();
      }
    }
    rows.add(row);
  }

  private void property(PropertyRows rows, PropertyMap into) throws IOException {
    if (parser.currentToken() == JsonToken.VALUE_NULL) {
      return;
    }
    require(JsonToken.START_OBJECT, "an object with the members Name and Value");
    String name = "";
    String value = "";
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String member = parser.currentName();
      parser.nextToken();
      if (member.equalsIgnoreCase("Name")) {
        name = rows.name(text());
      } else if (member.equalsIgnoreCase("Value")) {
        value = text();
      } else {
        parser.skipChildren();
      }
    }
    if (!name.isEmpty()) {
      into.put(name, value);
    }
  }

  private Map<String, Object> object() throws IOException {
    Map<String, Object> members = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String member = parser.currentName();
      parser.nextToken();
      members.put(member, parser.readValueAs(Object.class));
    }
    return members;
  }

  /** Runs for each item of the array at hand, which may be null instead. */
  private void eachItem(Step step) throws IOException {
    if (parser.currentToken() == JsonToken.VALUE_NULL) {
      return;
    }
    require(JsonToken.START_ARRAY, "an array");
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      step.run();
    }
  }

  private void require(JsonToken token, String what) throws WireFormatException {
    if (parser.currentToken() != token) {
      throw wrong(what);
    }
  }

  private WireFormatException wrong(String expected) {
    return wrong(expected, null);
  }

  private WireFormatException wrong(String expected, Throwable cause) {
    return new WireFormatException(
        "the answer%s has %s, %s was expected"
            .formatted(place(parser.currentTokenLocation()), kind(parser.currentToken()), expected),
        cause);
  }

  // Jackson adds where a bracket was opened, in words about itself
  private static String reason(JsonProcessingException failure) {
    return failure.getOriginalMessage().replaceFirst(" \\([^(]*\\[Source: .*", "");
  }

  private static String kind(JsonToken token) {
    return switch (token) {
      case START_OBJECT -> "an object";
      case START_ARRAY -> "an array";
      case VALUE_STRING -> "a text";
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
      case VALUE_TRUE, VALUE_FALSE -> "true or false";
      case VALUE_NULL -> "null";
      default -> "an end";
    };
  }

  private static String place(JsonLocation location) {
    return location == null
        ? ""
        : " at line %d, column %d".formatted(location.getLineNr(), location.getColumnNr());
  }

  /** What is read of an answer. */
  interface Reading<T> {
    T read(JsonAnswer answer) throws IOException;
  }

  private interface Step {
    void run() throws IOException;
  }
}
