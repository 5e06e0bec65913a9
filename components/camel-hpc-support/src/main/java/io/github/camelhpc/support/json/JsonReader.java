package io.github.camelhpc.support.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads one JSON value from its stream, token by token. Lists and objects may be nested 64 deep.
 * The stream stays open.
 */
public final class JsonReader {

  private final String source;
  private final JsonParser parser;

  private JsonReader(String source, JsonParser parser) {
    this.source = source;
    this.parser = parser;
  }

  /**
   * Reads a service's answer: one value and nothing after it.
   *
   * @throws JsonFormatException if it is not that; the message says where, and what the parser says
   * @throws IOException if the stream fails
   */
  public static <T> T answer(InputStream in, Reading<T> reading) throws IOException {
    return read("the answer", true, JsonFormat.FACTORY.createParser(in), reading);
  }

  /**
   * Reads the body of a route's message: one value and nothing after it.
   *
   * @throws JsonFormatException if it is not that; the message says where, but nothing of the body,
   *     which can hold a password
   * @throws IOException if the stream fails
   */
  public static <T> T body(InputStream in, Reading<T> reading) throws IOException {
    return read("the body", false, JsonFormat.FACTORY.createParser(in), reading);
  }

  /**
   * Reads the body of a route's message: one value and nothing after it.
   *
   * @throws JsonFormatException as with a stream
   */
  public static <T> T body(String text, Reading<T> reading) throws JsonFormatException {
    try {
      return read("the body", false, JsonFormat.FACTORY.createParser(text), reading);
    } catch (JsonFormatException e) {
      throw e;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static <T> T read(String source, boolean explained, JsonParser from, Reading<T> reading)
      throws IOException {
    try (JsonParser parser = from) {
      JsonReader reader = new JsonReader(source, parser);
      if (parser.nextToken() == null) {
        throw new JsonFormatException(source + " is empty, JSON was expected", null);
      }
      T result = reading.read(reader);
      if (parser.nextToken() != null) {
        throw reader.wrong("nothing more");
      }
      return result;
    } catch (JsonProcessingException e) {
      String invalid = source + " is not valid JSON" + place(e.getLocation());
      throw explained
          ? new JsonFormatException(invalid + ": " + reason(e), e)
          : new JsonFormatException(invalid, null);
    } catch (CharConversionException e) {
      throw new JsonFormatException(
          source + " is not valid JSON, its characters are not of one encoding", e);
    }
  }

  public boolean isNull() {
    return parser.currentToken() == JsonToken.VALUE_NULL;
  }

  /**
   * A whole number, or a text that is one.
   *
   * @param expected what the exception says was expected
   */
  public int integer(String expected) throws IOException {
    if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT) {
      return parser.getIntValue();
    }
    if (parser.currentToken() == JsonToken.VALUE_STRING) {
      try {
        return Integer.parseInt(parser.getText().trim());
      } catch (NumberFormatException e) {
        throw wrong(expected);
      }
    }
    throw wrong(expected);
  }

  /** The text of a text, number, true or false; empty for null. */
  public String text() throws IOException {
    if (isNull()) {
      return "";
    }
    if (!parser.currentToken().isScalarValue()) {
      throw wrong("text");
    }
    return parser.getText();
  }

  /**
   * An object as a Map in its order; of a name that comes twice the last counts.
   *
   * @see #value()
   */
  public Map<String, Object> object() throws IOException {
    Map<String, Object> members = new LinkedHashMap<>();
    members("an object", name -> members.put(name, value()));
    return members;
  }

  /**
   * Any value: a Map, a List, a String, a Boolean, null, or a number. A number is an Integer, Long
   * or BigInteger, whichever it fits into first; one with a fraction or an exponent is a Double, or
   * a BigDecimal where a Double would lose something.
   */
  public Object value() throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> object();
      case START_ARRAY -> list();
      case VALUE_STRING -> parser.getText();
      case VALUE_NUMBER_INT -> parser.getNumberValue();
      case VALUE_NUMBER_FLOAT -> fraction(parser.getText());
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      default -> null;
    };
  }

  private List<Object> list() throws IOException {
    List<Object> items = new ArrayList<>();
    items("an array", () -> items.add(value()));
    return items;
  }

  private Number fraction(String text) throws JsonFormatException {
    try {
      double number = Double.parseDouble(text);
      BigDecimal exact = new BigDecimal(text);
      boolean same =
          Double.isFinite(number) && new BigDecimal(Double.toString(number)).compareTo(exact) == 0;
      return same ? (Number) number : exact;
    } catch (NumberFormatException e) {
      throw wrong("a number with a smaller exponent");
    }
  }

  /**
   * Runs for each member of the object at hand, whose value is then at hand and has to be read or
   * {@linkplain #skip() skipped}.
   *
   * @param expected what the exception says was expected if it is no object
   */
  public void members(String expected, MemberStep step) throws IOException {
    require(JsonToken.START_OBJECT, expected);
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      step.read(name);
    }
  }

  /**
   * Runs for each item of the array at hand, which may be null instead; the item is then at hand
   * and has to be read or {@linkplain #skip() skipped}.
   *
   * @param expected what the exception says was expected if it is no array
   */
  public void items(String expected, Step step) throws IOException {
    if (isNull()) {
      return;
    }
    require(JsonToken.START_ARRAY, expected);
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      step.read();
    }
  }

  /** Skips the value at hand. */
  public void skip() throws IOException {
    parser.skipChildren();
  }

  private void require(JsonToken token, String expected) throws JsonFormatException {
    if (parser.currentToken() != token) {
      throw wrong(expected);
    }
  }

  /** The exception for a value at hand that is not what was expected. */
  public JsonFormatException wrong(String expected) {
    return new JsonFormatException(
        "%s%s has %s, %s was expected"
            .formatted(
                source,
                place(parser.currentTokenLocation()),
                kind(parser.currentToken()),
                expected),
        null);
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

  /** What is read of a value. */
  public interface Reading<T> {
    T read(JsonReader json) throws IOException;
  }

  /** What is done with an item. */
  public interface Step {
    void read() throws IOException;
  }

  /** What is done with a member. */
  public interface MemberStep {
    void read(String name) throws IOException;
  }
}
