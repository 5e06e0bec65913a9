package io.github.camelhpc.simulators.azbatch.account;

import io.github.camelhpc.simulators.SimulatorClock;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;

/** Whether and how a pool is scaled by a formula. */
final class AutoScale {

  /** The default of the service (facts/azbatch.md §1.1). */
  private static final String STANDARD_INTERVAL = "PT15M";

  private boolean enabled;
  private String formula;
  private String interval = STANDARD_INTERVAL;
  private JsonObject lastRun;
  private Instant lastEnabled;
  private SimulatorClock.Timer timer = () -> {};

  boolean isEnabled() {
    return enabled;
  }

  String formula() {
    return formula;
  }

  Duration interval() {
    return Duration.parse(interval);
  }

  Instant lastEnabled() {
    return lastEnabled;
  }

  void enable(String newFormula, String newInterval, Instant now) {
    enabled = true;
    formula = newFormula;
    interval = newInterval == null ? interval : newInterval;
    lastEnabled = now;
  }

  void disable() {
    enabled = false;
    formula = null;
    interval = STANDARD_INTERVAL;
    lastRun = null;
    timer.cancel();
  }

  void ran(JsonObject run) {
    lastRun = run;
  }

  /** When the formula is evaluated next; the time that was set before is forgotten. */
  void next(SimulatorClock.Timer next) {
    timer.cancel();
    timer = next;
  }

  void write(JsonObject target) {
    target.put("enableAutoScale", enabled);
    if (enabled) {
      target.put("autoScaleFormula", formula).put("autoScaleEvaluationInterval", interval);
      Wire.putIfPresent(target, "autoScaleRun", lastRun);
    }
  }
}
