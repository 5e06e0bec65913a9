package io.github.camelhpc.simulators.azbatch.account;

/** Whether the nodes of a pool are becoming more or fewer (facts/azbatch.md §4). */
enum AllocationState {
  STEADY,
  RESIZING,
  STOPPING
}
