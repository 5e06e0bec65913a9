package io.github.camelhpc.simulators.azbatch.account;

import io.github.camelhpc.simulators.azbatch.BatchFault;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the end of a task does to its job and to the tasks that depend on it.
 *
 * @param jobAction {@code none}, {@code disable} or {@code terminate}
 * @param satisfiesDependents whether the tasks that depend on it can run
 */
record ExitOptions(String jobAction, boolean satisfiesDependents) {

  /** What a task says about an end; success does nothing, and any other end is a failure. */
  static ExitOptions of(JsonObject task, CommandEnd end) {
    JsonObject conditions = task.getJsonObject("exitConditions", new JsonObject());
    JsonObject given = given(conditions, end).orElseGet(JsonObject::new);
    return new ExitOptions(
        given.getString("jobAction", end.isSuccess() ? "none" : "terminate"),
        given
            .getString("dependencyAction", end.isSuccess() ? "satisfy" : "block")
            .equals("satisfy"));
  }

  private static Optional<JsonObject> given(JsonObject conditions, CommandEnd end) {
    if (end.isNotLaunched()) {
      return options(conditions, "preProcessingError").or(() -> options(conditions, "default"));
    }
    if (end.exitCode() == null) {
      return options(conditions, "default");
    }
    Optional<JsonObject> byCode =
        entries(conditions, "exitCodes")
            .filter(entry -> entry.getInteger("code").equals(end.exitCode()))
            .findFirst();
    Optional<JsonObject> byRange =
        entries(conditions, "exitCodeRanges")
            .filter(entry -> entry.getInteger("start") <= end.exitCode())
            .filter(entry -> end.exitCode() <= entry.getInteger("end"))
            .findFirst();
    return byCode
        .or(() -> byRange)
        .map(entry -> entry.getJsonObject("exitOptions"))
        .or(() -> end.isSuccess() ? Optional.empty() : options(conditions, "default"));
  }

  private static Optional<JsonObject> options(JsonObject conditions, String name) {
    return Optional.ofNullable(conditions.getJsonObject(name));
  }

  private static Stream<JsonObject> entries(JsonObject conditions, String name) {
    return conditions.getJsonArray(name, new JsonArray()).stream().map(JsonObject.class::cast);
  }

  /** Refuses actions that the job does not allow. */
  static void check(JsonObject task, BatchJob job) {
    for (JsonObject options : all(task.getJsonObject("exitConditions", new JsonObject()))) {
      if (options.containsKey("jobAction") && !job.obeysExitConditions()) {
        throw BatchFault.invalidProperty(
            "jobAction",
            options.getString("jobAction"),
            "The job's onTaskFailure must be performexitoptionsjobaction.");
      }
      if (options.containsKey("dependencyAction") && !job.usesDependencies()) {
        throw BatchFault.invalidProperty(
            "dependencyAction",
            options.getString("dependencyAction"),
            "The job's usesTaskDependencies must be true.");
      }
    }
  }

  private static List<JsonObject> all(JsonObject conditions) {
    List<JsonObject> all = new ArrayList<>();
    for (String name : List.of("preProcessingError", "fileUploadError", "default")) {
      options(conditions, name).ifPresent(all::add);
    }
    for (String name : List.of("exitCodes", "exitCodeRanges")) {
      entries(conditions, name).map(entry -> entry.getJsonObject("exitOptions")).forEach(all::add);
    }
    return all;
  }
}
