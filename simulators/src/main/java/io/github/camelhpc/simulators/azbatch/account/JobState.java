package io.github.camelhpc.simulators.azbatch.account;

/** The states of a job (facts/azbatch.md §4). */
enum JobState {
  ACTIVE,
  DISABLING,
  DISABLED,
  ENABLING,
  TERMINATING,
  COMPLETED,
  DELETING;

  /** Whether it takes no more tasks and no more changes. */
  boolean isEnding() {
    return this == TERMINATING || this == COMPLETED || this == DELETING;
  }
}
