package io.github.camelhpc.azbatch.model;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Takes the members of an object one by one; what is not of the kind asked for stays. */
final class MemberReader {

  private final Map<String, Object> rest = new LinkedHashMap<>();

  MemberReader(Map<?, ?> members) {
    members.forEach((name, value) -> rest.put(String.valueOf(name), value));
  }

  /** A copy in the same order that cannot be changed. */
  static Map<String, Object> copy(Map<String, Object> members) {
    return members == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(members));
  }

  String text(String name) {
    return take(name, MemberReader::text);
  }

  /** A number, or text that is one: the service writes some numbers as text (§2.5). */
  Integer integer(String name) {
    return take(name, MemberReader::integer);
  }

  BatchTime time(String name) {
    return take(name, MemberReader::time);
  }

  <T extends BatchValue> T value(String name, Function<String, T> of) {
    return take(name, value -> value instanceof CharSequence ? of.apply(value.toString()) : null);
  }

  <T extends BatchModel> T object(String name, Function<Map<?, ?>, T> of) {
    return take(name, value -> object(value, of));
  }

  /** A list of objects; empty if it is missing, or stays. */
  <T extends BatchModel> List<T> objects(String name, Function<Map<?, ?>, T> of) {
    return take(name, value -> objects(value, of));
  }

  /** What was not taken. */
  Map<String, Object> rest() {
    return rest;
  }

  private <T> T take(String name, Function<Object, T> reading) {
    Object value = rest.get(name);
    T read = value == null ? null : reading.apply(value);
    if (read != null) {
      rest.remove(name);
    }
    return read;
  }

  private static String text(Object value) {
    return value instanceof CharSequence ? value.toString() : null;
  }

  private static Integer integer(Object value) {
    if (value instanceof Number number) {
      return isInteger(number) ? (Integer) number.intValue() : null;
    }
    try {
      return value instanceof CharSequence ? Integer.valueOf(value.toString().trim()) : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private static boolean isInteger(Number number) {
    return number instanceof BigDecimal decimal
        ? decimal.compareTo(BigDecimal.valueOf(decimal.intValue())) == 0
        : number.doubleValue() == number.intValue();
  }

  private static BatchTime time(Object value) {
    try {
      return value instanceof CharSequence ? new BatchTime(value.toString()) : null;
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static <T extends BatchModel> T object(Object value, Function<Map<?, ?>, T> of) {
    if (value instanceof BatchModel model) {
      return of.apply(model.toMap());
    }
    return value instanceof Map<?, ?> map ? of.apply(map) : null;
  }

  private static <T extends BatchModel> List<T> objects(Object value, Function<Map<?, ?>, T> of) {
    // an empty one stays, so that it is written as it was
    if (!(value instanceof List<?> list) || list.isEmpty()) {
      return null;
    }
    List<T> objects = new ArrayList<>();
    for (Object item : list) {
      T object = object(item, of);
      if (object == null) {
        return null;
      }
      objects.add(object);
    }
    return objects;
  }
}
