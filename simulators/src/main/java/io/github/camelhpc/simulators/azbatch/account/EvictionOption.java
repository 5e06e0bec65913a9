package io.github.camelhpc.simulators.azbatch.account;

import io.vertx.core.json.JsonObject;

/** What happens to the tasks of a node that is taken away from them (facts/azbatch.md §4). */
enum EvictionOption {
  REQUEUE,
  TERMINATE,
  TASK_COMPLETION;

  /** The option of a request that has been checked; requeue is the default. */
  static EvictionOption of(JsonObject body, String member) {
    return named(body.getString(member, "requeue"));
  }

  static EvictionOption named(String wireName) {
    for (EvictionOption option : values()) {
      if (Wire.name(option).equals(wireName)) {
        return option;
      }
    }
    throw new IllegalArgumentException("There is no option '" + wireName + "'.");
  }
}
