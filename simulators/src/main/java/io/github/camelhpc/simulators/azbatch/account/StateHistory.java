package io.github.camelhpc.simulators.azbatch.account;

import io.vertx.core.json.JsonObject;
import java.time.Instant;

/** A state, since when it lasts, and the one before. */
final class StateHistory<S extends Enum<S>> {

  private S state;
  private Instant since;
  private S previous;
  private Instant previousSince;

  StateHistory(S initial, Instant now) {
    state = initial;
    since = now;
  }

  S state() {
    return state;
  }

  void move(S next, Instant now) {
    previous = state;
    previousSince = since;
    state = next;
    since = now;
  }

  boolean isIn(S wanted) {
    return state == wanted;
  }

  void writeState(JsonObject target) {
    target.put("state", Wire.name(state)).put("stateTransitionTime", Wire.time(since));
  }

  /** The state and, unless it is the initial one, the one before (facts/azbatch.md §3.2). */
  void writeBoth(JsonObject target) {
    writeState(target);
    if (previous != null) {
      target
          .put("previousState", Wire.name(previous))
          .put("previousStateTransitionTime", Wire.time(previousSince));
    }
  }

  String sinceText() {
    return Wire.time(since);
  }
}
