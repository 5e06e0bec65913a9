package io.github.camelhpc.azbatch.model;

import java.time.Duration;

/** A job to be added (facts/azbatch.md §3.2). */
public final class JobAddParameter extends RequestParameter<JobAddParameter> {

  /**
   * @param id letters, digits, {@code -} and {@code _}, at most 64; unique in the account, without
   *     regard to case
   * @param poolId the pool whose nodes run it
   */
  public JobAddParameter(String id, String poolId) {
    with("id", id).within("poolInfo", "poolId", poolId);
  }

  /** From -1000 to 1000; 0 by default. */
  public JobAddParameter priority(int priority) {
    return with("priority", priority);
  }

  /** Runs on each node before the first task of the job does. */
  public JobAddParameter preparationTask(String commandLine) {
    return within("jobPreparationTask", "commandLine", commandLine);
  }

  /** Runs on each node that ran the preparation task when the job ends; needs one. */
  public JobAddParameter releaseTask(String commandLine) {
    return within("jobReleaseTask", "commandLine", commandLine);
  }

  /** Whether tasks may depend on each other; false by default. */
  public JobAddParameter usesTaskDependencies(boolean uses) {
    return with("usesTaskDependencies", uses);
  }

  /** How long it may run; without limit by default. */
  public JobAddParameter maxWallClockTime(Duration time) {
    return within("constraints", "maxWallClockTime", time.toString());
  }

  /** How often a task runs again after an exit code that is not 0; -1 for ever; 0 by default. */
  public JobAddParameter maxTaskRetryCount(int retries) {
    return within("constraints", "maxTaskRetryCount", retries);
  }

  /** A name and value that the service only keeps. */
  public JobAddParameter metadata(String name, String value) {
    return adding("metadata", object("name", name, "value", value));
  }

  /** A task, for {@code runTasks}; {@code addJob} does not take it. */
  public JobAddParameter task(TaskAddParameter task) {
    return adding("tasks", task);
  }
}
