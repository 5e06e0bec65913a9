package io.github.camelhpc.azbatch.model;

import java.util.List;

/** State of a job preparation task on a node (facts/azbatch.md §3.1). */
public final class JobPreparationTaskState extends BatchValue {

  private static final List<String> KNOWN = List.of("running", "completed");

  /** Running, retries included. */
  public static final JobPreparationTaskState RUNNING = of("running");

  /** Exited with 0, out of retries, or could not be started. */
  public static final JobPreparationTaskState COMPLETED = of("completed");

  private JobPreparationTaskState(String text) {
    super(text, KNOWN);
  }

  /** This value, in whatever case; one that is not known is kept. */
  public static JobPreparationTaskState of(String text) {
    return new JobPreparationTaskState(text);
  }
}
