package io.github.camelhpc.simulators.hpcpack.model;

import java.util.Arrays;
import java.util.Optional;

/** The states of a task (facts/hpcpack.md §4). */
public enum TaskState {
  CONFIGURING("Configuring"),
  SUBMITTED("Submitted"),
  VALIDATING("Validating"),
  QUEUED("Queued"),
  DISPATCHING("Dispatching"),
  RUNNING("Running"),
  FINISHING("Finishing"),
  FINISHED("Finished"),
  FAILED("Failed"),
  CANCELED("Canceled"),
  CANCELING("Canceling");

  private final String wireName;

  TaskState(String wireName) {
    this.wireName = wireName;
  }

  /** The name as the service writes it. */
  public String wireName() {
    return wireName;
  }

  /** Whether the task has ended. */
  public boolean isTerminal() {
    return this == FINISHED || this == FAILED || this == CANCELED;
  }

  /** Whether the task has cores. */
  public boolean isOnNode() {
    return this == DISPATCHING || this == RUNNING || this == FINISHING || this == CANCELING;
  }

  /** The state of this name, without regard to case. */
  public static Optional<TaskState> named(String name) {
    return Arrays.stream(values())
        .filter(state -> state.wireName.equalsIgnoreCase(name))
        .findFirst();
  }
}
