package io.github.camelhpc.simulators.azbatch.account;

import io.github.camelhpc.simulators.azbatch.BatchFault;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;

/** Completes what a request says about a job by what it leaves out (facts/azbatch.md §3.2). */
final class JobDefinition {

  /** What an update resets if it is not given (facts/azbatch.md §1.1, updateJob). */
  private static final List<String> CHANGEABLE =
      List.of(
          "priority",
          "maxParallelTasks",
          "allowTaskPreemption",
          "constraints",
          "metadata",
          "onAllTasksComplete",
          "poolInfo");

  private JobDefinition() {}

  /** The definition of a new job, without its id. */
  static JsonObject of(JsonObject body) {
    JsonObject definition = body.copy();
    definition.remove("id");
    checkPool(definition);
    if (definition.containsKey("jobReleaseTask") && !definition.containsKey("jobPreparationTask")) {
      throw BatchFault.invalidProperty(
          "jobReleaseTask",
          "(an object or a list)",
          "A release task needs a preparation task: add jobPreparationTask.");
    }
    completeTasks(definition);
    return definition;
  }

  private static void checkPool(JsonObject definition) {
    if (definition.getJsonObject("poolInfo").getString("poolId") == null) {
      throw BatchFault.missingProperty("poolId");
    }
  }

  private static void completeTasks(JsonObject definition) {
    JsonObject preparation = definition.getJsonObject("jobPreparationTask");
    if (preparation != null) {
      complete(
          preparation,
          Map.of(
              "id",
              "jobpreparation",
              "waitForSuccess",
              true,
              "rerunOnNodeRebootAfterSuccess",
              true,
              "constraints",
              new JsonObject()));
      complete(
          preparation.getJsonObject("constraints"),
          Map.of("maxWallClockTime", Wire.FOREVER, "retentionTime", "P7D", "maxTaskRetryCount", 0));
    }
    JsonObject release = definition.getJsonObject("jobReleaseTask");
    if (release != null) {
      complete(
          release, Map.of("id", "jobrelease", "maxWallClockTime", "PT15M", "retentionTime", "P7D"));
    }
    JsonObject manager = definition.getJsonObject("jobManagerTask");
    if (manager != null) {
      complete(
          manager,
          Map.of("killJobOnCompletion", true, "runExclusive", true, "allowLowPriorityNode", true));
    }
  }

  private static void complete(JsonObject target, Map<String, Object> defaults) {
    defaults.forEach(
        (name, value) -> {
          if (!target.containsKey(name)) {
            target.put(name, value);
          }
        });
  }

  /** The definition after an update: what the update does not give is reset. */
  static JsonObject updated(BatchJob job, JsonObject update) {
    JsonObject definition = job.definition().copy();
    CHANGEABLE.forEach(definition::remove);
    return checked(job, definition.mergeIn(update));
  }

  /** The definition after a patch: only what the patch gives is changed. */
  static JsonObject patched(BatchJob job, JsonObject patch) {
    return checked(job, job.definition().copy().mergeIn(patch));
  }

  private static JsonObject checked(BatchJob job, JsonObject changed) {
    checkPool(changed);
    String poolId = changed.getJsonObject("poolInfo").getString("poolId");
    if (!Wire.key(poolId).equals(Wire.key(job.poolId())) && !job.isIn(JobState.DISABLED)) {
      throw Conflict.invalidState("The pool of a job can be changed only while it is disabled.");
    }
    String onAllTasksComplete = changed.getString("onAllTasksComplete", "noaction");
    if (job.endsWithItsTasks() && onAllTasksComplete.equals("noaction")) {
      throw BatchFault.invalidProperty(
          "onAllTasksComplete",
          onAllTasksComplete,
          "It cannot be changed from terminatejob to noaction.");
    }
    return changed;
  }
}
