package io.github.camelhpc.hpcsoa.model;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a session is told when it is created (facts/hpcsoa.md §2.1).
 *
 * @param values the fields that are set, each with a Boolean, Integer, String, or Map of Strings;
 *     cannot be changed
 */
public record SessionStartInfo(Map<SessionStartField, Object> values) {

  private static final List<SessionStartField> REQUIRED =
      List.of(
          SessionStartField.SERVICE_NAME,
          SessionStartField.USERNAME,
          SessionStartField.PASSWORD,
          SessionStartField.MAX_MESSAGE_SIZE,
          SessionStartField.RUNTIME);

  /**
   * Copies the values, each in its field's type; {@code null} values are left out.
   *
   * @throws IllegalArgumentException if a value does not fit its field
   */
  public SessionStartInfo {
    Map<SessionStartField, Object> copy = new EnumMap<>(SessionStartField.class);
    values.forEach(
        (field, value) -> {
          if (value != null) {
            copy.put(field, field.checked(value));
          }
        });
    values = Collections.unmodifiableMap(copy);
  }

  /** Nothing set. */
  public static SessionStartInfo empty() {
    return new SessionStartInfo(Map.of());
  }

  /**
   * Made from the service's names in any case, such as {@code serviceName}.
   *
   * @throws IllegalArgumentException if a name is not known or a value does not fit
   */
  public static SessionStartInfo of(Map<String, ?> values) {
    Map<SessionStartField, Object> fields = new EnumMap<>(SessionStartField.class);
    values.forEach((name, value) -> fields.put(SessionStartField.of(name), value));
    return new SessionStartInfo(fields);
  }

  /** The value of a field. */
  public Optional<Object> get(SessionStartField field) {
    return Optional.ofNullable(values.get(field));
  }

  /** The same with one value changed; {@code null} takes it away. */
  public SessionStartInfo with(SessionStartField field, Object value) {
    Map<SessionStartField, Object> changed = new EnumMap<>(SessionStartField.class);
    changed.putAll(values);
    changed.put(field, value);
    return new SessionStartInfo(changed);
  }

  /** The same, with this value if the field is not set. */
  public SessionStartInfo withDefault(SessionStartField field, Object value) {
    return values.containsKey(field) ? this : with(field, value);
  }

  /** The required fields that are not set: the service refuses a session without them. */
  public List<SessionStartField> missing() {
    return REQUIRED.stream().filter(field -> !values.containsKey(field)).toList();
  }

  /** Without the password's characters and the environment's values. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("SessionStartInfo[");
    String separator = "";
    for (Map.Entry<SessionStartField, Object> value : values.entrySet()) {
      text.append(separator).append(value.getKey().wireName()).append('=');
      text.append(shown(value.getKey(), value.getValue()));
      separator = ", ";
    }
    return text.append(']').toString();
  }

  private static Object shown(SessionStartField field, Object value) {
    return switch (field) {
      case PASSWORD -> "xxxxxx";
      case ENVIRONMENTS -> ((Map<?, ?>) value).keySet();
      default -> value;
    };
  }
}
