package io.github.camelhpc.support.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalAmount;
import java.util.Date;
import java.util.Iterator;
import java.util.Map;
import java.util.UUID;

/**
 * Writes values as JSON in UTF-8: Maps, Lists and other Iterables, Iterators, arrays, {@link
 * JsonObject}s, text, numbers, true and false, null, and as text {@code java.time} values, Dates
 * (as ISO 8601 in UTC), enum constants and characters.
 */
public final class JsonWriter {

  private final JsonGenerator json;

  private JsonWriter(JsonGenerator json) {
    this.json = json;
  }

  /**
   * A value as JSON.
   *
   * @throws IllegalArgumentException if it holds something that cannot be written, or is nested
   *     more than 64 deep
   */
  public static byte[] bytes(Object value) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      write(value, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /**
   * Writes a value as JSON, as it is iterated; the stream stays open.
   *
   * @throws IllegalArgumentException if it holds something that cannot be written; a part is
   *     written then
   * @throws IOException if the stream fails
   */
  public static void write(Object value, OutputStream out) throws IOException {
    try (JsonGenerator json = JsonFormat.FACTORY.createGenerator(out)) {
      new JsonWriter(json).write(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "a value cannot be written as JSON: " + e.getOriginalMessage(), e);
    }
  }

  private void write(Object value) throws IOException {
    if (value == null) {
      json.writeNull();
    } else if (value instanceof CharSequence || value instanceof Character) {
      json.writeString(value.toString());
    } else if (value instanceof Boolean flag) {
      json.writeBoolean(flag);
    } else if (value instanceof Number number) {
      number(number);
    } else if (value instanceof JsonObject object) {
      object(object.toMap());
    } else if (value instanceof Map<?, ?> map) {
      object(map);
    } else if (value instanceof Iterable<?> items) {
      array(items.iterator());
    } else if (value instanceof Iterator<?> items) {
      array(items);
    } else if (value.getClass().isArray()) {
      array(value);
    } else {
      json.writeString(text(value));
    }
  }

  private void number(Number number) throws IOException {
    if (number instanceof BigDecimal decimal) {
      json.writeNumber(decimal);
    } else if (number instanceof BigInteger integer) {
      json.writeNumber(integer);
    } else if (number instanceof Double || number instanceof Float) {
      if (!Double.isFinite(number.doubleValue())) {
        throw new IllegalArgumentException(
            "the number " + number + " cannot be written as JSON: leave it out");
      }
      json.writeNumber(number.toString());
    } else {
      json.writeNumber(number.longValue());
    }
  }

  private void object(Map<?, ?> members) throws IOException {
    json.writeStartObject();
    for (Map.Entry<?, ?> member : members.entrySet()) {
      if (member.getKey() == null) {
        throw new IllegalArgumentException("a member without a name cannot be written as JSON");
      }
      json.writeFieldName(member.getKey().toString());
      write(member.getValue());
    }
    json.writeEndObject();
  }

  private void array(Iterator<?> items) throws IOException {
    json.writeStartArray();
    while (items.hasNext()) {
      write(items.next());
    }
    json.writeEndArray();
  }

  private void array(Object items) throws IOException {
    json.writeStartArray();
    for (int i = 0; i < Array.getLength(items); i++) {
      write(Array.get(items, i));
    }
    json.writeEndArray();
  }

  private static String text(Object value) {
    if (value instanceof Date date) {
      // java.sql.Date, a column of type DATE, refuses toInstant()
      return Instant.ofEpochMilli(date.getTime()).toString();
    }
    if (value instanceof Enum<?>
        || value instanceof Temporal
        || value instanceof TemporalAmount
        || value instanceof UUID) {
      return value.toString();
    }
    throw new IllegalArgumentException(
        "a "
            + value.getClass().getName()
            + " cannot be written as JSON: use a Map, a List, text, a number, true or false");
  }
}
