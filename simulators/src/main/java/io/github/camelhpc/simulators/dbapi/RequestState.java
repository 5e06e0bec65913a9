package io.github.camelhpc.simulators.dbapi;

/** How far an asynchronous request is. */
public enum RequestState {
  /** Waits to be processed. */
  WAITING,
  /** Is being processed. */
  RUNNING,
  /** All of its result is there. */
  COMPLETED,
  /** Was ended by an error. */
  FAILED,
  /** Was ended by a client. */
  ABORTED;

  /** Whether nothing more happens to it. */
  public boolean isOver() {
    return this == COMPLETED || this == FAILED || this == ABORTED;
  }
}
