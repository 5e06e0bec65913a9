package io.github.camelhpc.simulators.azbatch.account;

/** The states of a task (facts/azbatch.md §4). */
enum TaskState {
  ACTIVE,
  PREPARING,
  RUNNING,
  COMPLETED
}
