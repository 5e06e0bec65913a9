package io.github.camelhpc.simulators.azbatch.filter;

import io.vertx.core.json.JsonObject;
import java.util.function.Predicate;

/** Which entries of a list are wanted: a {@code $filter} that was understood. */
@FunctionalInterface
public interface Filter extends Predicate<JsonObject> {

  /** Every entry is wanted. */
  static Filter all() {
    return members -> true;
  }
}
