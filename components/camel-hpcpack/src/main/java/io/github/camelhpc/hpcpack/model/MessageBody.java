package io.github.camelhpc.hpcpack.model;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Takes apart what a route gives as a body: maps, lists of name/value objects, scalars. Messages of
 * its exceptions name the place in the body and the kind of what is there, never the value: it can
 * be a password.
 */
final class MessageBody {

  private static final int MOST_DIGITS = 1_000;

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  /** Properties whose value is a list, comma-separated in REST (facts/hpcpack.md §3). */
  private static final TreeSet<String> LISTS = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

  static {
    LISTS.addAll(
        List.of(
            "JobValidExitCodes",
            "TaskValidExitCodes",
            "NodeGroups",
            "DependsOn",
            "RequiredNodes",
            "RequestedNodes",
            "ExcludedNodes",
            "ParentJobIds",
            "ChildJobIds",
            "OrderBy",
            "SoftwareLicense"));
  }

  private MessageBody() {}

  /** Parses JSON text into maps, lists and scalars. */
  static Object fromJson(String text) {
    try {
      return JSON.readValue(text, Object.class);
    } catch (JsonProcessingException e) {
      // not as the cause: its message repeats a part of the body
      JsonLocation place = e.getLocation();
      throw new IllegalArgumentException(
          place == null
              ? "the body is not valid JSON"
              : "the body is not valid JSON at line %d, column %d"
                  .formatted(place.getLineNr(), place.getColumnNr()));
    }
  }

  /** The members of a map, or of a list of name/value objects; none for {@code null}. */
  static Map<String, Object> members(String path, Object value) {
    Map<String, Object> members = new LinkedHashMap<>();
    if (value instanceof Map<?, ?> map) {
      map.forEach((key, member) -> members.put(name(path, key), member));
    } else if (value instanceof Collection<?> list) {
      int index = 0;
      for (Object item : list) {
        addPair(path + "[" + index++ + "]", item, members);
      }
    } else if (value != null) {
      throw new IllegalArgumentException(
          "%s must be an object, or a list of objects with the members Name and Value, not %s"
              .formatted(place(path), kind(value)));
    }
    return members;
  }

  /** The same, with every value as the service's text. */
  static Map<String, String> texts(String path, Object value) {
    Map<String, String> texts = new LinkedHashMap<>();
    members(path, value)
        .forEach((name, member) -> texts.put(name, text(member(path, name), name, member)));
    return texts;
  }

  /**
   * A value as the service's text: {@code True} and {@code False}, the empty text for {@code null},
   * lists of properties that are lists joined by commas.
   */
  static String text(String path, String name, Object value) {
    if (value instanceof Collection<?> list && LISTS.contains(name)) {
      return joined(path, list);
    }
    String text = scalar(value);
    if (text == null) {
      throw new IllegalArgumentException(
          "%s must be text, a number or true/false, not %s".formatted(place(path), kind(value)));
    }
    return text;
  }

  /** Where a member is, as the sentences say it. */
  static String member(String path, String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  /** What the sentences call a place. */
  static String place(String path) {
    return path.isEmpty() ? "the body" : "the body's " + path;
  }

  /** What the sentences call a value. */
  static String kind(Object value) {
    if (value == null) {
      return "null";
    }
    if (value instanceof Collection || value.getClass().isArray()) {
      return "a list";
    }
    if (value instanceof Map) {
      return "an object";
    }
    if (value instanceof CharSequence) {
      return "text";
    }
    if (value instanceof Boolean) {
      return "true/false";
    }
    return value instanceof Number ? "a number" : "a " + value.getClass().getName();
  }

  private static void addPair(String path, Object item, Map<String, Object> members) {
    String name = null;
    Object value = null;
    if (item instanceof Map<?, ?> pair) {
      for (Map.Entry<?, ?> member : pair.entrySet()) {
        String key = String.valueOf(member.getKey());
        if (key.equalsIgnoreCase("name")) {
          name = scalar(member.getValue());
        } else if (key.equalsIgnoreCase("value")) {
          value = member.getValue();
        }
      }
    }
    if (name == null || name.isBlank()) {
      throw new IllegalArgumentException(
          place(path) + " must be an object with the members Name and Value");
    }
    members.put(name, value);
  }

  private static String name(String path, Object key) {
    if (key == null || key.toString().isBlank()) {
      throw new IllegalArgumentException(place(path) + " has a member without a name");
    }
    return key.toString();
  }

  private static String joined(String path, Collection<?> list) {
    StringBuilder text = new StringBuilder();
    int index = 0;
    for (Object item : list) {
      String itemPath = path + "[" + index++ + "]";
      String part = scalar(item);
      if (part == null || part.isEmpty() || part.indexOf(',') >= 0) {
        throw new IllegalArgumentException(
            place(itemPath) + " must be text without a comma, or a number");
      }
      text.append(text.isEmpty() ? "" : ",").append(part);
    }
    return text.toString();
  }

  /** A few characters with an exponent can stand for gigabytes of digits. */
  private static String plain(BigDecimal number) {
    if (Math.abs((long) number.scale()) > MOST_DIGITS) {
      throw new IllegalArgumentException(
          "the body has a number with an exponent beyond " + MOST_DIGITS + "; write it as text");
    }
    return number.toPlainString();
  }

  private static String scalar(Object value) {
    if (value == null) {
      return "";
    }
    if (value instanceof Boolean flag) {
      return flag ? "True" : "False";
    }
    if (value instanceof BigDecimal number) {
      return plain(number);
    }
    if (value instanceof Double || value instanceof Float) {
      double number = ((Number) value).doubleValue();
      return Double.isFinite(number) ? new BigDecimal(value.toString()).toPlainString() : null;
    }
    boolean plain =
        value instanceof CharSequence
            || value instanceof Number
            || value instanceof Enum
            || value instanceof Character;
    return plain ? value.toString() : null;
  }
}
