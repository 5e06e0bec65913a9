package io.github.camelhpc.simulators.hpcpack.model;

import java.util.Arrays;
import java.util.Optional;

/** The states of a job (facts/hpcpack.md §4). */
public enum JobState {
  CONFIGURING("Configuring"),
  SUBMITTED("Submitted"),
  VALIDATING("Validating"),
  EXTERNAL_VALIDATION("ExternalValidation"),
  QUEUED("Queued"),
  RUNNING("Running"),
  FINISHING("Finishing"),
  FINISHED("Finished"),
  FAILED("Failed"),
  CANCELED("Canceled"),
  CANCELING("Canceling");

  private final String wireName;

  JobState(String wireName) {
    this.wireName = wireName;
  }

  /** The name as the service writes it. */
  public String wireName() {
    return wireName;
  }

  /** Whether the job has ended. */
  public boolean isTerminal() {
    return this == FINISHED || this == FAILED || this == CANCELED;
  }

  /** Whether the job is on its way from submission to its end. */
  public boolean isActive() {
    return !isTerminal() && this != CONFIGURING;
  }

  /** Whether the job waits for its turn. */
  public boolean isWaiting() {
    return switch (this) {
      case SUBMITTED, VALIDATING, EXTERNAL_VALIDATION, QUEUED -> true;
      default -> false;
    };
  }

  /** The state of this name, without regard to case. */
  public static Optional<JobState> named(String name) {
    return Arrays.stream(values())
        .filter(state -> state.wireName.equalsIgnoreCase(name))
        .findFirst();
  }
}
