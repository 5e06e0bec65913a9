package io.github.camelhpc.azbatch.model;

import java.util.List;

/** State of a job preparation task on a node (facts/azbatch.md §3.1). */
public final class JobPreparationTaskState extends BatchValue {

  private static final List<String> KNOWN = List.of("running", "completed");

  /** Running, retries included. */
  public static final JobPreparationTaskState RUNNING = new JobPreparationTaskState("running");

  /** Exited with 0, out of retries, or could not be started. */
  public static final JobPreparationTaskState COMPLETED = new JobPreparationTaskState("completed");

  private JobPreparationTaskState(String text) {
    super(text, KNOWN);
  }

  /** This value, in whatever case; one that is not known is kept. */
  public static JobPreparationTaskState of(String text) {
    // nearly all are one of these
    return "running".equals(text)
        ? RUNNING
        : "completed".equals(text) ? COMPLETED : new JobPreparationTaskState(text);
  }
}
