package io.github.camelhpc.azbatch.model;

import java.util.List;

/** State of a job release task on a node (facts/azbatch.md §3.1). */
public final class JobReleaseTaskState extends BatchValue {

  private static final List<String> KNOWN = List.of("running", "completed");

  /** Running, retries included. */
  public static final JobReleaseTaskState RUNNING = of("running");

  /** Exited with 0, out of retries, or could not be started. */
  public static final JobReleaseTaskState COMPLETED = of("completed");

  private JobReleaseTaskState(String text) {
    super(text, KNOWN);
  }

  /** This value, in whatever case; one that is not known is kept. */
  public static JobReleaseTaskState of(String text) {
    return new JobReleaseTaskState(text);
  }
}
