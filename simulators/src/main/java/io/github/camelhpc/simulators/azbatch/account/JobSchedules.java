package io.github.camelhpc.simulators.azbatch.account;

import io.github.camelhpc.simulators.azbatch.BatchFault;
import io.github.camelhpc.simulators.azbatch.account.body.JobShapes;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The job schedules of an account, and what can be done with them (facts/azbatch.md §1.1). */
public final class JobSchedules {

  private final AccountContext context;
  private final Jobs jobs;
  private final JobLifecycle lifecycle;
  private final ScheduleRuns runs;
  private final ActiveQuota quota;
  private final NavigableMap<String, JobSchedule> schedules = new TreeMap<>();

  JobSchedules(AccountContext context, Jobs jobs, JobLifecycle lifecycle, ActiveQuota quota) {
    this.context = context;
    this.jobs = jobs;
    this.lifecycle = lifecycle;
    this.quota = quota;
    runs = new ScheduleRuns(context, jobs);
  }

  /** All schedules by their keys. */
  public NavigableMap<String, JobSchedule> all() {
    return schedules;
  }

  /** A schedule by its id, in any letter case. */
  public JobSchedule get(String id) {
    JobSchedule schedule = schedules.get(Wire.key(id));
    if (schedule == null) {
      throw Missing.schedule();
    }
    return schedule;
  }

  /** Adds the schedule that a request describes. */
  public JobSchedule add(JsonObject body) {
    JsonObject definition = JobShapes.SCHEDULE_ADD.check(body);
    checkJobs(definition);
    String id = definition.getString("id");
    if (schedules.containsKey(Wire.key(id))) {
      throw Conflict.exists("JobScheduleExists", "job schedule");
    }
    if (jobs.all().containsKey(Wire.key(id))) {
      throw Conflict.exists("JobWithSameIdExists", "job of the same id");
    }
    quota.check();
    definition.remove("id");
    JobSchedule schedule = new JobSchedule(context, id, definition);
    schedules.put(schedule.key(), schedule);
    runs.plan(schedule);
    return schedule;
  }

  /** Replaces what can be changed; only later jobs see it. */
  public JobSchedule update(String id, JsonObject body) {
    JsonObject update = JobShapes.SCHEDULE_UPDATE.check(body);
    JobSchedule schedule = requireOpen(get(id));
    JsonObject definition = schedule.definition().copy();
    definition.remove("metadata");
    return define(schedule, definition.mergeIn(update));
  }

  /** Changes what is given; only later jobs see it. */
  public JobSchedule patch(String id, JsonObject body) {
    JsonObject patch = JobShapes.SCHEDULE_PATCH.check(body);
    JobSchedule schedule = requireOpen(get(id));
    return define(schedule, schedule.definition().copy().mergeIn(patch));
  }

  private void checkJobs(JsonObject definition) {
    JsonObject specification = definition.getJsonObject("jobSpecification");
    context.commandRules().checkJob(JobDefinition.of(specification));
  }

  private JobSchedule define(JobSchedule schedule, JsonObject definition) {
    checkJobs(definition);
    schedule.define(definition);
    if (schedule.isIn(ScheduleState.ACTIVE)) {
      runs.plan(schedule);
    }
    return schedule;
  }

  /** No more jobs are made. */
  public JobSchedule disable(String id) {
    JobSchedule schedule = requireOpen(get(id));
    if (schedule.isIn(ScheduleState.DISABLED)) {
      throw Conflict.of("JobScheduleDisabled", "The specified job schedule is disabled.");
    }
    schedule.moveTo(ScheduleState.DISABLED);
    return schedule;
  }

  /** Jobs are made again. */
  public JobSchedule enable(String id) {
    JobSchedule schedule = requireOpen(get(id));
    if (!schedule.isIn(ScheduleState.DISABLED)) {
      throw Conflict.invalidState("The job schedule is not disabled.");
    }
    schedule.moveTo(ScheduleState.ACTIVE);
    runs.plan(schedule);
    return schedule;
  }

  /** Ends a schedule and its active job. */
  public JobSchedule terminate(String id, boolean force) {
    JobSchedule schedule = requireOpen(get(id));
    runs.terminate(schedule);
    if (schedule.activeJob() != null) {
      lifecycle.terminate(schedule.activeJob(), "TerminateJobSchedule", force);
    }
    return schedule;
  }

  /** Deletes a schedule and all of its jobs. */
  public JobSchedule delete(String id, boolean force) {
    JobSchedule schedule = get(id);
    if (schedule.isIn(ScheduleState.DELETING)) {
      throw beingDeleted();
    }
    schedule.moveTo(ScheduleState.DELETING);
    schedule.next(null, () -> {});
    List.copyOf(schedule.jobs().values()).stream()
        .filter(job -> !job.isIn(JobState.DELETING))
        .forEach(job -> lifecycle.delete(job, force));
    context.soon(() -> removeIfEmpty(schedule));
    return schedule;
  }

  private void removeIfEmpty(JobSchedule schedule) {
    if (schedule.isIn(ScheduleState.DELETING) && schedule.jobs().isEmpty()) {
      schedules.remove(schedule.key(), schedule);
    }
  }

  /** A job has been completed or deleted. */
  void jobEnded(BatchJob job) {
    JobSchedule schedule = job.schedule();
    if (schedule != null) {
      runs.jobEnded(schedule, job);
      removeIfEmpty(schedule);
    }
  }

  private static JobSchedule requireOpen(JobSchedule schedule) {
    switch (schedule.state()) {
      case COMPLETED ->
          throw Conflict.of("JobScheduleCompleted", "The job schedule is already completed.");
      case TERMINATING ->
          throw Conflict.of("JobScheduleBeingTerminated", "The job schedule is being terminated.");
      case DELETING -> throw beingDeleted();
      default -> {
        return schedule;
      }
    }
  }

  private static BatchFault beingDeleted() {
    return Conflict.of("JobScheduleBeingDeleted", "The job schedule has been marked for deletion.");
  }
}
