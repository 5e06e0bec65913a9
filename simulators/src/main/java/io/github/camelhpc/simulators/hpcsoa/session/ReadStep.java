package io.github.camelhpc.simulators.hpcsoa.session;

import io.github.camelhpc.simulators.hpcsoa.SimulatedResponse;

/** What comes next for a reading. */
public sealed interface ReadStep {

  /** A response. */
  record Next(SimulatedResponse response) implements ReadStep {}

  /** Nothing yet; the reading is woken when that changes. */
  record Wait() implements ReadStep {}

  /** No more. */
  record End(EndReason reason) implements ReadStep {}

  /** Another call has taken the responses over. */
  record Replaced() implements ReadStep {}
}
