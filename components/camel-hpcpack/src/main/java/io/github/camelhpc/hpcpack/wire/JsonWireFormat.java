package io.github.camelhpc.hpcpack.wire;

import io.github.camelhpc.hpcpack.model.PropertyMap;
import io.github.camelhpc.support.json.JsonFormatException;
import io.github.camelhpc.support.json.JsonReader;
import io.github.camelhpc.support.json.JsonWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The default format: JSON, member names in Pascal case (facts/hpcpack.md §2, §11). */
public final class JsonWireFormat implements WireFormat {

  private static final String JSON = "application/json";

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
    List<Map<String, String>> rows = new ArrayList<>();
    properties.forEach(
        (name, value) -> {
          Map<String, String> row = new LinkedHashMap<>();
          row.put("Name", name);
          row.put("Value", value == null ? "" : value);
          rows.add(row);
        });
    return JsonWriter.bytes(rows);
  }

  @Override
  public byte[] writeText(String text) {
    return JsonWriter.bytes(text);
  }

  @Override
  public byte[] writeObject(Object mapOrJsonText) {
    if (mapOrJsonText instanceof Map<?, ?> map) {
      return JsonWriter.bytes(map);
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
    return JsonAnswer.read(in, JsonAnswer::properties);
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
      if (JsonReader.body(text, JsonReader::value) instanceof Map) {
        return text.getBytes(StandardCharsets.UTF_8);
      }
    } catch (JsonFormatException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
    throw new IllegalArgumentException("the body is JSON, but not a JSON object: write {…}");
  }
}
