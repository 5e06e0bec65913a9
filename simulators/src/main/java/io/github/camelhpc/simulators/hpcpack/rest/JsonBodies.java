package io.github.camelhpc.simulators.hpcpack.rest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.github.camelhpc.simulators.hpcpack.HpcPackFault;
import io.github.camelhpc.simulators.hpcpack.HpcPackTimes;
import io.github.camelhpc.simulators.hpcpack.model.PropertyName;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** The JSON forms (facts/hpcpack.md §2). */
final class JsonBodies {

  private static final JsonFactory FACTORY = new JsonFactory();

  private JsonBodies() {}

  static Buffer of(Result result) {
    return result instanceof Result.Typed typed
        ? Json.encodeToBuffer(typed.json())
        : write(json -> write(json, result));
  }

  static Buffer of(HpcPackFault fault) {
    return write(
        json -> {
          json.writeStartObject();
          json.writeStringField("Message", fault.getMessage());
          json.writeEndObject();
        });
  }

  private static void write(JsonGenerator json, Result result) throws IOException {
    if (result instanceof Result.Id id) {
      json.writeNumber(id.value());
    } else if (result instanceof Result.Text text) {
      json.writeString(text.value());
    } else if (result instanceof Result.Names names) {
      json.writeStartArray();
      for (String name : names.values()) {
        json.writeString(name);
      }
      json.writeEndArray();
    } else if (result instanceof Result.Properties properties) {
      json.writeStartArray();
      for (NameValue property : properties.values()) {
        property(json, property.name(), property.value());
      }
      json.writeEndArray();
    } else if (result instanceof Result.Rows<?> rows) {
      rows(json, rows);
    }
  }

  private static <T> void rows(JsonGenerator json, Result.Rows<T> rows) throws IOException {
    json.writeStartArray();
    for (T row : rows.rows()) {
      json.writeStartObject();
      json.writeArrayFieldStart("Properties");
      properties(json, row, rows.properties(), rows.times());
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static <T> void properties(
      JsonGenerator json,
      T row,
      List<? extends PropertyName<? super T>> properties,
      HpcPackTimes times)
      throws IOException {
    for (PropertyName<? super T> property : properties) {
      property(json, property.wireName(), property.read(row, times));
    }
  }

  private static void property(JsonGenerator json, String name, String value) throws IOException {
    json.writeStartObject();
    json.writeStringField("Name", name);
    json.writeStringField("Value", value);
    json.writeEndObject();
  }

  private static Buffer write(Content content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
    try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
      content.write(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Buffer.buffer(bytes.toByteArray());
  }

  private interface Content {
    void write(JsonGenerator json) throws IOException;
  }
}
