package io.github.camelhpc.simulators.azbatch.account;

import io.github.camelhpc.simulators.azbatch.BatchFault;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which tasks of a job wait for which. */
final class TaskDependencies {

  /** A list of ids may have this many characters (facts/azbatch.md §5). */
  private static final int MOST_CHARACTERS = 64_000;

  /** How many ids ranges may have; a limit of the stand-in, the real one is not known. */
  private static final int MOST_IN_RANGES = 100_000;

  private final Map<String, List<BatchTask>> waiting = new HashMap<>();
  private final Set<String> satisfied = new HashSet<>();

  /** The keys of the tasks that a definition depends on. */
  static Set<String> of(JsonObject definition) {
    Set<String> keys = new LinkedHashSet<>();
    JsonObject dependsOn = definition.getJsonObject("dependsOn");
    if (dependsOn == null) {
      return keys;
    }
    JsonArray ids = dependsOn.getJsonArray("taskIds", new JsonArray());
    if (ids.stream().mapToInt(id -> ((String) id).length()).sum() > MOST_CHARACTERS) {
      throw BatchFault.of(
          400,
          "TaskDependencyListTooLong",
          "The ids of the tasks that a task depends on have more than "
              + MOST_CHARACTERS
              + " characters together.");
    }
    ids.forEach(id -> keys.add(Wire.key((String) id)));
    dependsOn
        .getJsonArray("taskIdRanges", new JsonArray())
        .forEach(range -> addRange(keys, (JsonObject) range));
    return keys;
  }

  private static void addRange(Set<String> keys, JsonObject range) {
    int start = range.getInteger("start");
    int end = range.getInteger("end");
    if (end < start) {
      throw BatchFault.invalidProperty("end", end, "It must not be less than start.");
    }
    if ((long) end - start + keys.size() >= MOST_IN_RANGES) {
      throw BatchFault.of(
          400,
          "TaskDependencyRangesTooLong",
          "The task id ranges of a task have more than " + MOST_IN_RANGES + " ids.");
    }
    for (int id = start; id <= end; id++) {
      keys.add(Integer.toString(id));
    }
  }

  /** Lets a task wait for those that are not satisfied yet. */
  void add(BatchTask task, Set<String> keys) {
    int unmet = 0;
    for (String key : keys) {
      if (!satisfied.contains(key)) {
        waiting.computeIfAbsent(key, any -> new ArrayList<>()).add(task);
        unmet++;
      }
    }
    task.unmetDependencies(unmet);
  }

  /** The tasks that can run now, because they waited for this one only. */
  List<BatchTask> satisfy(BatchTask task) {
    satisfied.add(task.key());
    List<BatchTask> waiters = waiting.remove(task.key());
    return waiters == null ? List.of() : waiters.stream().filter(BatchTask::metDependency).toList();
  }

  /** The task is to be satisfied anew: it is deleted or runs again. */
  void withdraw(BatchTask task) {
    satisfied.remove(task.key());
  }
}
