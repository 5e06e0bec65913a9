package io.github.camelhpc.azbatch.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects the members of an object in the form in which JSON has them. */
final class MemberWriter {

  private final Map<String, Object> members = new LinkedHashMap<>();

  /** Adds a member, unless it is not set. */
  MemberWriter with(String name, Object value) {
    if (value != null && !(value instanceof List<?> list && list.isEmpty())) {
      members.put(name, plain(value));
    }
    return this;
  }

  /** Adds what the type does not have, and gives all. */
  Map<String, Object> and(Map<String, Object> additionalProperties) {
    additionalProperties.forEach(
        (name, value) -> {
          if (!members.containsKey(name)) {
            members.put(name, value);
          }
        });
    return members;
  }

  private static Object plain(Object value) {
    if (value instanceof BatchModel model) {
      return model.toMap();
    }
    if (value instanceof BatchValue known) {
      return known.text();
    }
    if (value instanceof BatchTime time) {
      return time.text();
    }
    return value instanceof List<?> list ? list.stream().map(MemberWriter::plain).toList() : value;
  }
}
