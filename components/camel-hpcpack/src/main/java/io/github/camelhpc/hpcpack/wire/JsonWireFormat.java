package io.github.camelhpc.hpcpack.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import io.github.camelhpc.hpcpack.model.PropertyMap;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** The default format: JSON, member names in Pascal case (facts/hpcpack.md §2, §11). */
public final class JsonWireFormat implements WireFormat {

  private static final String JSON = "application/json";

  private static final ObjectReader TREE =
      JsonAnswer.MAPPER
          .readerFor(JsonNode.class)
          .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  @Override
  public String contentType() {
    return JSON;
  }

  @Override
  public String accept() {
    return JSON;
  }

  @Override
  public byte[] writeProperties(Map<String, String> properties) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = JsonAnswer.MAPPER.createGenerator(bytes)) {
      json.writeStartArray();
      for (Map.Entry<String, String> property : properties.entrySet()) {
        json.writeStartObject();
        json.writeStringField("Name", property.getKey());
        json.writeStringField("Value", property.getValue() == null ? "" : property.getValue());
        json.writeEndObject();
      }
      json.writeEndArray();
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "a name or value cannot be written as JSON: " + e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  @Override
  public byte[] writeText(String text) {
    return bytes(text);
  }

  @Override
  public byte[] writeObject(Object mapOrJsonText) {
    if (mapOrJsonText instanceof Map<?, ?> map) {
      return bytes(map);
    }
    if (mapOrJsonText instanceof CharSequence text) {
      return checkedObject(text.toString());
    }
    throw new IllegalArgumentException(
        "the body must be a Map or JSON text of an object, not "
            + (mapOrJsonText == null ? "empty" : "a " + mapOrJsonText.getClass().getName()));
  }

  @Override
  public int readId(InputStream in) throws IOException {
    return JsonAnswer.read(in, JsonAnswer::id);
  }

  @Override
  public String readText(InputStream in) throws IOException {
    return JsonAnswer.read(in, JsonAnswer::text);
  }

  @Override
  public List<String> readNames(InputStream in) throws IOException {
    return JsonAnswer.read(in, JsonAnswer::names);
  }

  @Override
  public PropertyMap readProperties(InputStream in) throws IOException {
    return JsonAnswer.read(in, answer -> answer.properties(new PropertyRows()));
  }

  @Override
  public List<PropertyMap> readObjects(InputStream in) throws IOException {
    return JsonAnswer.read(in, JsonAnswer::objects);
  }

  @Override
  public Map<String, Object> readMap(InputStream in) throws IOException {
    return JsonAnswer.read(in, JsonAnswer::map);
  }

  @Override
  public List<Map<String, Object>> readMaps(InputStream in) throws IOException {
    return JsonAnswer.read(in, JsonAnswer::maps);
  }

  private static byte[] checkedObject(String text) {
    try {
      if (TREE.<JsonNode>readValue(text).isObject()) {
        return text.getBytes(StandardCharsets.UTF_8);
      }
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "the body is not valid JSON at line %d, column %d: %s"
              .formatted(
                  e.getLocation().getLineNr(),
                  e.getLocation().getColumnNr(),
                  e.getOriginalMessage()),
          e);
    }
    throw new IllegalArgumentException("the body is JSON, but not a JSON object: write {…}");
  }

  private static byte[] bytes(Object value) {
    try {
      return JsonAnswer.MAPPER.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "the body cannot be written as JSON: " + e.getOriginalMessage(), e);
    }
  }
}
