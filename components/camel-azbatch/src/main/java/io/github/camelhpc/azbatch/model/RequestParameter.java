package io.github.camelhpc.azbatch.model;

import io.github.camelhpc.support.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The body of a request, member by member. What has no method of its own is set with {@link #with}.
 *
 * @param <T> the type itself
 */
public abstract sealed class RequestParameter<T extends RequestParameter<T>> implements JsonObject
    permits JobAddParameter, PoolAddParameter, TaskAddParameter {

  private final Map<String, Object> members = new LinkedHashMap<>();

  RequestParameter() {}

  /**
   * Sets a member by the service's name of it.
   *
   * @param value text, a number, true or false, a Map, an Iterable, or another object of the model;
   *     null takes the member away
   */
  public T with(String member, Object value) {
    Objects.requireNonNull(member, "member");
    if (value == null) {
      members.remove(member);
    } else {
      members.put(member, value);
    }
    return self();
  }

  /** Sets a member of a member, which is made if it is not there. */
  @SuppressWarnings("unchecked")
  T within(String member, String inner, Object value) {
    ((Map<String, Object>) members.computeIfAbsent(member, name -> new LinkedHashMap<>()))
        .put(inner, value);
    return self();
  }

  /** Adds to a member that is a list. */
  @SuppressWarnings("unchecked")
  T adding(String member, Object value) {
    ((List<Object>) members.computeIfAbsent(member, name -> new ArrayList<>())).add(value);
    return self();
  }

  /** Names and values in turn, as a Map in this order. */
  static Map<String, Object> object(String... namesAndValues) {
    Map<String, Object> object = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      object.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return object;
  }

  @SuppressWarnings("unchecked")
  private T self() {
    return (T) this;
  }

  /** A copy of the members. */
  @Override
  public Map<String, Object> toMap() {
    return new LinkedHashMap<>(members);
  }

  /** The type and the id; command lines and environments can hold secrets. */
  @Override
  public String toString() {
    return getClass().getSimpleName() + "[" + members.get("id") + "]";
  }
}
