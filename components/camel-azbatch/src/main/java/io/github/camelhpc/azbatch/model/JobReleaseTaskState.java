package io.github.camelhpc.azbatch.model;

import java.util.List;

/** State of a job release task on a node (facts/azbatch.md §3.1). */
public final class JobReleaseTaskState extends BatchValue {

  private static final List<String> KNOWN = List.of("running", "completed");

  /** Running, retries included. */
  public static final JobReleaseTaskState RUNNING = new JobReleaseTaskState("running");

  /** Exited with 0, out of retries, or could not be started. */
  public static final JobReleaseTaskState COMPLETED = new JobReleaseTaskState("completed");

  private JobReleaseTaskState(String text) {
    super(text, KNOWN);
  }

  /** This value, in whatever case; one that is not known is kept. */
  public static JobReleaseTaskState of(String text) {
    // nearly all are one of these
    return "running".equals(text)
        ? RUNNING
        : "completed".equals(text) ? COMPLETED : new JobReleaseTaskState(text);
  }
}
