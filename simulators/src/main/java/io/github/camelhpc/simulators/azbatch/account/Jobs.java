package io.github.camelhpc.simulators.azbatch.account;

import io.github.camelhpc.simulators.azbatch.BatchFault;
import io.github.camelhpc.simulators.azbatch.account.body.JobShapes;
import io.vertx.core.json.JsonObject;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The jobs of an account, and what can be done with them (facts/azbatch.md §1.1). */
public final class Jobs {

  private final AccountContext context;
  private final NavigableMap<String, BatchJob> jobs = new TreeMap<>();
  private final JobLifecycle lifecycle;
  private final ActiveQuota quota;
  private Predicate<String> isSchedule = key -> false;

  Jobs(AccountContext context, JobLifecycle lifecycle, ActiveQuota quota) {
    this.context = context;
    this.lifecycle = lifecycle;
    this.quota = quota;
  }

  /** How to know whether there is a schedule of a key; jobs cannot have the ids of schedules. */
  void connect(Predicate<String> schedules) {
    isSchedule = schedules;
  }

  /** All jobs by their keys. */
  public NavigableMap<String, BatchJob> all() {
    return jobs;
  }

  /** A job by its id, in any letter case. */
  public BatchJob get(String id) {
    BatchJob job = jobs.get(Wire.key(id));
    if (job == null) {
      throw Missing.job();
    }
    return job;
  }

  /** Adds the job that a request describes. */
  public BatchJob add(JsonObject body) {
    JsonObject checked = JobShapes.ADD.check(body);
    JsonObject definition = JobDefinition.of(checked);
    context.commandRules().checkJob(definition);
    String id = checked.getString("id");
    if (jobs.containsKey(Wire.key(id))) {
      throw Conflict.exists("JobExists", "job");
    }
    if (isSchedule.test(Wire.key(id))) {
      throw Conflict.exists("JobScheduleWithSameIdExists", "job schedule of the same id");
    }
    quota.check();
    return begin(new BatchJob(context, id, definition, null));
  }

  /** Adds a job and lets it begin. */
  BatchJob begin(BatchJob job) {
    jobs.put(job.key(), job);
    JsonObject manager = job.jobManagerTask();
    if (manager != null) {
      JsonObject task = manager.copy();
      task.remove("id");
      task.remove("killJobOnCompletion");
      task.remove("runExclusive");
      task.remove("allowLowPriorityNode");
      job.add(new BatchTask(job, manager.getString("id"), task));
    }
    lifecycle.begin(job);
    return job;
  }

  /** Replaces what can be changed. */
  public BatchJob update(String id, JsonObject body) {
    JsonObject update = JobShapes.UPDATE.check(body);
    BatchJob job = requireOpen(get(id));
    return define(job, JobDefinition.updated(job, update));
  }

  /** Changes what is given. */
  public BatchJob patch(String id, JsonObject body) {
    JsonObject patch = JobShapes.PATCH.check(body);
    BatchJob job = requireOpen(get(id));
    return define(job, JobDefinition.patched(job, patch));
  }

  private BatchJob define(BatchJob job, JsonObject definition) {
    job.define(definition);
    lifecycle.reconsider(job);
    return job;
  }

  /** Deletes a job with its tasks and their files; it is gone when its release tasks have run. */
  public BatchJob delete(String id, boolean force) {
    BatchJob job = get(id);
    if (job.isIn(JobState.DELETING)) {
      throw beingDeleted();
    }
    lifecycle.delete(job, force);
    return job;
  }

  /** No more tasks run. */
  public BatchJob disable(String id, JsonObject body) {
    JsonObject checked = JobShapes.DISABLE.check(body);
    BatchJob job = requireOpen(get(id));
    if (job.isIn(JobState.ENABLING)) {
      throw Conflict.invalidState("The job is being enabled.");
    }
    lifecycle.disable(job, checked.getString("disableTasks"));
    return job;
  }

  /** Tasks run again. */
  public BatchJob enable(String id) {
    BatchJob job = requireOpen(get(id));
    if (!job.isIn(JobState.DISABLED) && !job.isIn(JobState.DISABLING)) {
      throw Conflict.invalidState("The job is not disabled.");
    }
    lifecycle.enable(job);
    return job;
  }

  /** Ends a job. */
  public BatchJob terminate(String id, JsonObject body, boolean force) {
    JsonObject checked = JobShapes.TERMINATE.check(body);
    BatchJob job = requireOpen(get(id));
    lifecycle.terminate(job, checked.getString("terminateReason", "UserTerminate"), force);
    return job;
  }

  /** What its preparation and release tasks did, by node. */
  public NavigableMap<String, Entity> preparationStatuses(String id) {
    BatchJob job = get(id);
    if (job.preparationTask() == null && job.releaseTask() == null) {
      // the documents name another code (facts/azbatch.md §5)
      throw Conflict.of(
          "JobPreparationTaskOrReleaseTaskNotSpecified",
          "The specified job has neither a job preparation task nor a job release task.");
    }
    return job.preparationStatuses();
  }

  /** Refuses a job that has ended or is ending. */
  BatchJob requireOpen(BatchJob job) {
    switch (job.state()) {
      case TERMINATING ->
          throw Conflict.of("JobBeingTerminated", "The specified job is being terminated.");
      case COMPLETED ->
          throw Conflict.of("JobCompleted", "The specified job is already completed.");
      case DELETING -> throw beingDeleted();
      default -> {
        return job;
      }
    }
  }

  private static BatchFault beingDeleted() {
    return Conflict.of("JobBeingDeleted", "The specified job has been marked for deletion.");
  }

  /** Forgets a job that was deleted, and its files. */
  void remove(BatchJob job) {
    if (jobs.remove(job.key(), job)) {
      job.tasks().values().stream()
          .map(BatchTask::lastNode)
          .filter(node -> node != null)
          .distinct()
          .forEach(node -> node.disk().delete(job.rootDirectory()));
      job.nodes().preparations().forEach(each -> each.node().disk().delete(job.rootDirectory()));
    }
  }
}
