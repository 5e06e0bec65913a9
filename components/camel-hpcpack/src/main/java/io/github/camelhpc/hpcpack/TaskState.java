package io.github.camelhpc.hpcpack;

/** The states of a task (facts/hpcpack.md §4). */
public enum TaskState {
  /** Being made; not submitted yet. */
  CONFIGURING("Configuring"),
  /** Submitted, and not looked at yet. */
  SUBMITTED("Submitted"),
  /** The scheduler checks it. */
  VALIDATING("Validating"),
  /** Waiting for resources. */
  QUEUED("Queued"),
  /** On its way to a node. */
  DISPATCHING("Dispatching"),
  /** Running. */
  RUNNING("Running"),
  /** Ended, and being cleaned up. */
  FINISHING("Finishing"),
  /** Ended well. */
  FINISHED("Finished"),
  /** Ended badly. */
  FAILED("Failed"),
  /** Ended by request. */
  CANCELED("Canceled"),
  /** Being ended by request. */
  CANCELING("Canceling"),
  /** Any state; in filters only. */
  ALL("All");

  private final String text;

  TaskState(String text) {
    this.text = text;
  }

  /** The service's own name of it. */
  @Override
  public String toString() {
    return text;
  }
}
