package io.github.camelhpc.azbatch;

import io.github.camelhpc.support.json.JsonObject;
import io.github.camelhpc.support.json.JsonReader;
import java.io.IOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Finds the tasks in what a user gave as body. */
final class TaskInput {

  private TaskInput() {}

  /**
   * The tasks, one after the other.
   *
   * @throws IllegalArgumentException if there can be none in it; the message says why
   */
  static Iterator<?> of(Object body) {
    Iterator<?> tasks = several(body);
    if (tasks != null) {
      return tasks;
    }
    if (body instanceof String text) {
      return several(parsed(text));
    }
    if (body instanceof Map<?, ?> map) {
      Iterator<?> value = several(map.get("value"));
      return value == null ? List.of(map).iterator() : value;
    }
    if (body instanceof JsonObject) {
      return List.of(body).iterator();
    }
    throw new IllegalArgumentException(
        (body == null ? "it is empty" : "it is a " + body.getClass().getName())
            + "; it must have tasks, as "
            + AzBatchBody.TASKS.description());
  }

  private static Iterator<?> several(Object body) {
    if (body instanceof Iterator<?> iterator) {
      return iterator;
    }
    if (body instanceof Iterable<?> iterable) {
      return iterable.iterator();
    }
    if (body instanceof Stream<?> stream) {
      return stream.iterator();
    }
    return body instanceof Object[] array ? Arrays.asList(array).iterator() : null;
  }

  private static Object parsed(String text) {
    try {
      Object json = JsonReader.body(text, JsonReader::value);
      if (json instanceof Map<?, ?> map) {
        return map.get("value") instanceof List<?> list ? list : List.of(map);
      }
      if (json instanceof List<?>) {
        return json;
      }
      throw new IllegalArgumentException("it is JSON, but neither an array nor an object");
    } catch (IOException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }
}
