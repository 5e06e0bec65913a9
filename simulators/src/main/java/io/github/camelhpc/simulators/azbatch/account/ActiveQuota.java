package io.github.camelhpc.simulators.azbatch.account;

import java.util.function.LongSupplier;

/** How many active jobs and job schedules there may be together. */
final class ActiveQuota {

  private final int limit;
  private LongSupplier active = () -> 0;

  ActiveQuota(int limit) {
    this.limit = limit;
  }

  void count(LongSupplier activeJobsAndSchedules) {
    active = activeJobsAndSchedules;
  }

  /** Refuses one more, if that would be too many. */
  void check() {
    if (limit < Integer.MAX_VALUE && active.getAsLong() >= limit) {
      throw Conflict.of(
          "ActiveJobAndScheduleQuotaReached",
          "The quota of active jobs and job schedules of the account has been reached.");
    }
  }
}
