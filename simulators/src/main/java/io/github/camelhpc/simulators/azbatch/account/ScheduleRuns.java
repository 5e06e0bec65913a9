package io.github.camelhpc.simulators.azbatch.account;

import java.time.Duration;
import java.time.Instant;

/** Makes the jobs of schedules at their times. */
final class ScheduleRuns {

  private final AccountContext context;
  private final Jobs jobs;

  ScheduleRuns(AccountContext context, Jobs jobs) {
    this.context = context;
    this.jobs = jobs;
  }

  /** Begins, or begins again after a change or a pause. */
  void plan(JobSchedule schedule) {
    wakeAt(schedule, firstTime(schedule));
    context.soon(() -> conclude(schedule));
  }

  /** Never in the past: what was missed while the schedule was disabled is not made up for. */
  private Instant firstTime(JobSchedule schedule) {
    Instant now = context.now();
    Duration interval = schedule.recurrenceInterval();
    if (schedule.hasMadeJobs() && interval == null) {
      return null;
    }
    Instant wanted = schedule.nextRunTime();
    if (wanted == null || !schedule.hasMadeJobs()) {
      wanted = schedule.doNotRunUntil();
    }
    if (wanted == null || wanted.isBefore(now)) {
      boolean late = wanted != null && interval != null && schedule.hasMadeJobs();
      return late ? later(wanted, interval, now) : now;
    }
    return wanted;
  }

  /** The first time of the series that is not before now. */
  private static Instant later(Instant start, Duration interval, Instant now) {
    long behind = Duration.between(start, now).toNanos();
    long periods = -Math.floorDiv(-behind, interval.toNanos());
    return start.plus(interval.multipliedBy(periods));
  }

  private void wakeAt(JobSchedule schedule, Instant time) {
    Instant last = schedule.doNotRunAfter();
    if (time == null || (last != null && time.isAfter(last))) {
      schedule.next(null, () -> {});
      return;
    }
    Duration delay = Duration.between(context.now(), time);
    schedule.next(time, context.after(delay, () -> due(schedule, time)));
  }

  private void due(JobSchedule schedule, Instant time) {
    if (!schedule.isIn(ScheduleState.ACTIVE) || !time.equals(schedule.nextRunTime())) {
      return;
    }
    if (schedule.activeJob() == null) {
      makeJob(schedule);
    } else {
      schedule.missed(time);
    }
    Duration interval = schedule.recurrenceInterval();
    wakeAt(schedule, interval == null ? null : time.plus(interval));
  }

  private void makeJob(JobSchedule schedule) {
    BatchJob job =
        new BatchJob(
            context,
            schedule.nextJobId(),
            JobDefinition.of(schedule.definition().getJsonObject("jobSpecification")),
            schedule);
    schedule.began(job);
    jobs.begin(job);
  }

  /** A job of the schedule has been completed or deleted. */
  void jobEnded(JobSchedule schedule, BatchJob job) {
    schedule.ended(job);
    if (schedule.activeJob() == null && schedule.isIn(ScheduleState.ACTIVE)) {
      makeMissedJob(schedule);
    }
    conclude(schedule);
  }

  /** At most one job is active: one whose time has come meanwhile is made now. */
  private void makeMissedJob(JobSchedule schedule) {
    Instant missed = schedule.missedRunTime();
    if (missed == null) {
      return;
    }
    schedule.missed(null);
    Duration window = schedule.startWindow();
    Instant last = schedule.doNotRunAfter();
    boolean inTime = window == null || !missed.plus(window).isBefore(context.now());
    if (inTime && (last == null || !context.now().isAfter(last))) {
      makeJob(schedule);
    }
  }

  /** Completes a schedule that has nothing more to do. */
  private void conclude(JobSchedule schedule) {
    boolean idle = schedule.activeJob() == null;
    boolean exhausted = schedule.isIn(ScheduleState.ACTIVE) && schedule.nextRunTime() == null;
    if (idle && (exhausted || schedule.isIn(ScheduleState.TERMINATING))) {
      schedule.next(null, () -> {});
      schedule.moveTo(ScheduleState.COMPLETED);
    }
  }

  /** No more jobs are made; the active one is ended. */
  void terminate(JobSchedule schedule) {
    schedule.moveTo(ScheduleState.TERMINATING);
    schedule.next(null, () -> {});
    context.soon(() -> conclude(schedule));
  }
}
