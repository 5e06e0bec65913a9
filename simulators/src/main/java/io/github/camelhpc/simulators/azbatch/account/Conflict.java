package io.github.camelhpc.simulators.azbatch.account;

import io.github.camelhpc.simulators.azbatch.BatchFault;

/** The refusals of requests that do not fit to the present state (facts/azbatch.md §5). */
final class Conflict {

  private Conflict() {}

  static BatchFault of(String code, String message) {
    return BatchFault.of(409, code, message);
  }

  /** There is something of this id already. */
  static BatchFault exists(String code, String what) {
    return of(code, "The specified " + what + " already exists.");
  }

  static BatchFault invalidState(String message) {
    return of("OperationInvalidForCurrentState", message);
  }
}
