package io.github.camelhpc.simulators.hpcsoa.session;

import io.github.camelhpc.simulators.hpcsoa.SimulatedResponse;

/**
 * The responses of a batch with a cursor. What has been taken since the last {@link #confirm} or
 * {@link #rewind} is delivered, but not confirmed (facts/hpcsoa.md §3.3).
 */
interface ResponseQueue {

  /** Deletes what is delivered, and reads on from the first response that is left. */
  void confirm();

  /** What is delivered comes again, from the beginning. */
  void rewind();

  /**
   * The next response to a request of an action.
   *
   * @param action the action, or empty for any
   * @return the response, which is delivered now; null if there is none (yet)
   */
  SimulatedResponse next(String action);

  /** How many there are, delivered ones included. */
  long stored();
}
