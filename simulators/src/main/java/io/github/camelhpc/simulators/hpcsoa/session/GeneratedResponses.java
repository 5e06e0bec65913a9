package io.github.camelhpc.simulators.hpcsoa.session;

import io.github.camelhpc.simulators.hpcsoa.SimulatedResponse;
import java.util.function.LongFunction;

/** Responses that are made when they are read, and made anew when they are read again. */
final class GeneratedResponses implements ResponseQueue {

  private final long count;
  private final LongFunction<SimulatedResponse> generator;
  private long first;
  private long cursor;

  GeneratedResponses(long count, LongFunction<SimulatedResponse> generator) {
    this.count = count;
    this.generator = generator;
  }

  @Override
  public void confirm() {
    first = cursor;
  }

  @Override
  public void rewind() {
    cursor = first;
  }

  /** Passes over those of other actions for good: they are not kept for a later call. */
  @Override
  public SimulatedResponse next(String action) {
    while (cursor < count) {
      SimulatedResponse response = generator.apply(cursor++);
      if (action.isEmpty() || action.equals(response.requestAction())) {
        return response;
      }
    }
    return null;
  }

  @Override
  public long stored() {
    return count - first;
  }
}
