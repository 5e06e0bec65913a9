package io.github.camelhpc.hpcpack;

import java.util.Locale;
import java.util.Set;

/** What the states of jobs and tasks mean (facts/hpcpack.md §4). */
final class HpcPackStates {

  /** The states after which a job or task does not go on by itself. */
  static final Set<String> TERMINAL = Set.of("Finished", "Failed", "Canceled");

  private HpcPackStates() {}

  /** Whether a job or task in this state has ended; read without regard to case. */
  static boolean isTerminal(String state) {
    return state != null && TERMINAL.stream().anyMatch(t -> t.equalsIgnoreCase(state));
  }

  static boolean isSuccess(String state) {
    return "finished".equals(String.valueOf(state).toLowerCase(Locale.ROOT));
  }
}
