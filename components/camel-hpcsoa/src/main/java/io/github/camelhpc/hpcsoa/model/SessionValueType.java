package io.github.camelhpc.hpcsoa.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The kinds of values that a session is told. */
public enum SessionValueType {
  /** True or false: a Boolean, or its text in any case. */
  BOOLEAN("true or false") {
    @Override
    Object convert(Object value) {
      String text = value.toString().strip();
      if (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")) {
        return Boolean.valueOf(text);
      }
      throw new IllegalArgumentException("not a boolean");
    }
  },
  /** A whole number of 32 bits: an Integer, or its text. */
  INT("a whole number of 32 bits") {
    @Override
    Object convert(Object value) {
      return Integer.valueOf(value.toString().strip());
    }
  },
  /** A text. */
  TEXT("a text") {
    @Override
    Object convert(Object value) {
      if (value instanceof CharSequence || value instanceof Number || value instanceof Boolean) {
        return value.toString();
      }
      throw new IllegalArgumentException("not a text");
    }
  },
  /** A version, such as {@code 1.0}: two to four whole numbers with dots between. */
  VERSION("a version such as 1.0") {
    @Override
    Object convert(Object value) {
      String[] parts = value.toString().strip().split("\\.", -1);
      if (parts.length < 2 || parts.length > 4) {
        throw new IllegalArgumentException("not a version");
      }
      for (String part : parts) {
        if (part.startsWith("-") || part.startsWith("+")) {
          throw new IllegalArgumentException("not a version");
        }
        Integer.parseInt(part);
      }
      return String.join(".", parts);
    }
  },
  /** Texts by their names. */
  MAP("a map of texts") {
    @Override
    Object convert(Object value) {
      if (!(value instanceof Map<?, ?> map)) {
        throw new IllegalArgumentException("not a map");
      }
      Map<String, String> copy = new LinkedHashMap<>();
      map.forEach(
          (key, text) -> copy.put(String.valueOf(key), text == null ? "" : text.toString()));
      return Collections.unmodifiableMap(copy);
    }
  };

  private final String wanted;

  SessionValueType(String wanted) {
    this.wanted = wanted;
  }

  String wanted() {
    return wanted;
  }

  abstract Object convert(Object value);
}
