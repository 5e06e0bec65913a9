package io.github.camelhpc.hpcpack;

/** The states of a job (facts/hpcpack.md §4). */
public enum JobState {
  /** Being made; not submitted yet. */
  CONFIGURING("Configuring"),
  /** Submitted, and not looked at yet. */
  SUBMITTED("Submitted"),
  /** The scheduler checks it. */
  VALIDATING("Validating"),
  /** A program of the cluster checks it. */
  EXTERNAL_VALIDATION("ExternalValidation"),
  /** Waiting for resources. */
  QUEUED("Queued"),
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

  JobState(String text) {
    this.text = text;
  }

  /** The service's own name of it. */
  @Override
  public String toString() {
    return text;
  }
}
