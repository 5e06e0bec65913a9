package io.github.camelhpc.azbatch;

import java.util.Set;

/** What the states mean (facts/azbatch.md §4). */
final class AzBatchStates {

  /** The state of a job or task after which nothing follows. */
  static final Set<String> ENDED = Set.of("completed");

  private AzBatchStates() {}

  /** States are read without regard to case. */
  static boolean isEnded(Object state) {
    return state != null && ENDED.stream().anyMatch(e -> e.equalsIgnoreCase(state.toString()));
  }
}
