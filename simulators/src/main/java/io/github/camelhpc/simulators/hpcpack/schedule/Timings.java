package io.github.camelhpc.simulators.hpcpack.schedule;

import java.time.Duration;

/** How long the steps of the scheduler take, by the clock. */
final class Timings {

  /** From one state to the next where nothing has to be waited for. */
  static final Duration STEP = Duration.ofMillis(20);

  /**
   * From the start of a sweep to the moment when its subtasks are there. The real service leaves a
   * gap, too (facts/hpcpack.md §4).
   */
  static final Duration EXPANSION = Duration.ofMillis(200);

  private Timings() {}
}
