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

  private final Members members;

  MemberReader(Members members) {
    this.members = members;
  }

  MemberReader(Map<?, ?> members) {
    this(Members.of(members));
  }

  /** A copy in the same order that cannot be changed. */
  static Map<String, Object> copy(Map<String, Object> members) {
    return members == null || members.isEmpty()
        ? Collections.emptyMap()
        : Collections.unmodifiableMap(new LinkedHashMap<>(members));
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

  <T extends BatchModel> T object(String name, Function<MemberReader, T> reading) {
    return take(name, value -> object(value, reading));
  }

  /** A list of objects; empty if it is missing, or stays. */
  <T extends BatchModel> List<T> objects(String name, Function<MemberReader, T> reading) {
    return take(name, value -> objects(value, reading));
  }

  /** What was not taken. */
  Map<String, Object> rest() {
    return members.rest();
  }

  private <T> T take(String name, Function<Object, T> reading) {
    int place = members.find(name);
    Object value = place < 0 ? null : members.at(place);
    T read = value == null ? null : reading.apply(value);
    if (read != null) {
      members.take(place);
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

  private static <T extends BatchModel> T object(Object value, Function<MemberReader, T> reading) {
    Members object = members(value);
    return object == null ? null : reading.apply(new MemberReader(object));
  }

  private static Members members(Object value) {
    if (value instanceof Members members) {
      return members;
    }
    if (value instanceof BatchModel model) {
      return Members.of(model.toMap());
    }
    return value instanceof Map<?, ?> map ? Members.of(map) : null;
  }

  private static <T extends BatchModel> List<T> objects(
      Object value, Function<MemberReader, T> reading) {
    // an empty one stays, so that it is written as it was
    if (!(value instanceof List<?> list) || list.isEmpty() || !isObjects(list)) {
      return null;
    }
    List<T> objects = new ArrayList<>(list.size());
    for (Object item : list) {
      objects.add(object(item, reading));
    }
    return objects;
  }

  /** Before one is taken apart: either all are or none. */
  private static boolean isObjects(List<?> list) {
    for (Object item : list) {
      if (!(item instanceof Members || item instanceof BatchModel || item instanceof Map)) {
        return false;
      }
    }
    return true;
  }
}
