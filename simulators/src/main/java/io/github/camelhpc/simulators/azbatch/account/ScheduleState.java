package io.github.camelhpc.simulators.azbatch.account;

/** The states of a job schedule (facts/azbatch.md §4). */
enum ScheduleState {
  ACTIVE,
  COMPLETED,
  DISABLED,
  TERMINATING,
  DELETING
}
