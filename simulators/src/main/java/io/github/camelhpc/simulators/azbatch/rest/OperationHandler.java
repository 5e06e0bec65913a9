package io.github.camelhpc.simulators.azbatch.rest;

/** What an operation does. It is called by one thread at a time. */
@FunctionalInterface
public interface OperationHandler {

  /**
   * Performs it. The request has been authenticated and its form, its query and its conditions have
   * been checked before. For the conditions of a change, the operation that reads what is to be
   * changed has been performed first ({@link ServedOperation#GET_JOB} before {@code PATCH_JOB}).
   *
   * @throws io.github.camelhpc.simulators.azbatch.BatchFault if the account refuses it
   */
  Outcome handle(BatchCall call);
}
