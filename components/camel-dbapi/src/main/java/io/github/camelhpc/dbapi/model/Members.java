package io.github.camelhpc.dbapi.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Members of an object in their order, those without a value left out. */
final class Members {

  private final Map<String, Object> members = new LinkedHashMap<>();

  Members with(String name, Object value) {
    if (value != null) {
      members.put(name, value);
    }
    return this;
  }

  /** The members, and after them these. */
  Map<String, Object> and(Map<String, Object> more) {
    more.forEach(members::putIfAbsent);
    return members;
  }

  /** A copy in the same order that cannot be changed; empty for null. */
  static <V> Map<String, V> copy(Map<String, V> members) {
    return members == null || members.isEmpty()
        ? Map.of()
        : Collections.unmodifiableMap(new LinkedHashMap<>(members));
  }
}
