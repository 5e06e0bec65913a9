package io.github.camelhpc.simulators.azbatch.account;

/** The states of a pool (facts/azbatch.md §4). */
enum PoolState {
  ACTIVE,
  DELETING
}
