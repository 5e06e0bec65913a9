package io.github.camelhpc.azbatch.model;

import java.time.Duration;
import java.util.List;

/** A task to be added to a job (facts/azbatch.md §3.2). */
public final class TaskAddParameter extends RequestParameter<TaskAddParameter> {

  /**
   * @param id letters, digits, {@code -} and {@code _}, at most 64; unique in the job, without
   *     regard to case
   * @param commandLine what the task runs, without a shell: {@code /bin/sh -c '…'} for one
   */
  public TaskAddParameter(String id, String commandLine) {
    with("id", id).with("commandLine", commandLine);
  }

  /** A variable that the command line sees. */
  public TaskAddParameter environment(String name, String value) {
    return adding("environmentSettings", object("name", name, "value", value));
  }

  /** A file that is there before the task starts. */
  public TaskAddParameter resourceFile(String httpUrl, String filePath) {
    return adding("resourceFiles", object("httpUrl", httpUrl, "filePath", filePath));
  }

  /** The tasks of the same job that must succeed before; the job needs usesTaskDependencies. */
  public TaskAddParameter dependsOn(String... taskIds) {
    return within("dependsOn", "taskIds", List.of(taskIds));
  }

  /** How many of the slots of a node it takes; 1 by default. */
  public TaskAddParameter requiredSlots(int slots) {
    return with("requiredSlots", slots);
  }

  /** How long it may run; without limit by default. */
  public TaskAddParameter maxWallClockTime(Duration time) {
    return within("constraints", "maxWallClockTime", time.toString());
  }

  /**
   * How often it runs again after an exit code that is not 0; -1 for ever; the job's by default.
   */
  public TaskAddParameter maxTaskRetryCount(int retries) {
    return within("constraints", "maxTaskRetryCount", retries);
  }
}
