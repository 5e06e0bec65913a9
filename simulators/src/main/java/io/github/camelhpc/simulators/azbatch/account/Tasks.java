package io.github.camelhpc.simulators.azbatch.account;

import io.github.camelhpc.simulators.azbatch.BatchFault;
import io.github.camelhpc.simulators.azbatch.account.TaskExecution.Fate;
import io.github.camelhpc.simulators.azbatch.account.body.TaskShapes;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Set;

/** What can be done with tasks (facts/azbatch.md §1.1). */
public final class Tasks {

  private static final String BY_USER = "The task was ended by user request.";

  private final Jobs jobs;
  private final TaskScheduler scheduler;
  private final TaskRuns runs;
  private final TaskEnds ends;
  private final JobLifecycle lifecycle;

  Tasks(Jobs jobs, TaskScheduler scheduler, TaskRuns runs, TaskEnds ends, JobLifecycle lifecycle) {
    this.jobs = jobs;
    this.scheduler = scheduler;
    this.runs = runs;
    this.ends = ends;
    this.lifecycle = lifecycle;
  }

  /** A task by its id, in any letter case. */
  public BatchTask get(String jobId, String taskId) {
    BatchTask task = jobs.get(jobId).tasks().get(Wire.key(taskId));
    if (task == null) {
      throw Missing.task();
    }
    return task;
  }

  /** A job that takes tasks. */
  BatchJob open(String jobId) {
    return jobs.requireOpen(jobs.get(jobId));
  }

  /** Adds the task that a request describes. */
  public BatchTask add(String jobId, JsonObject body) {
    return add(open(jobId), body);
  }

  BatchTask add(BatchJob job, JsonObject body) {
    JsonObject definition = TaskShapes.ADD.check(body);
    job.context().commandRules().check(definition);
    String id = definition.getString("id");
    if (job.tasks().containsKey(Wire.key(id))) {
      throw Conflict.exists("TaskExists", "task");
    }
    refuseIdOf(job.preparationTask(), id, "TaskIdSameAsJobPreparationTask", "preparation");
    refuseIdOf(job.releaseTask(), id, "TaskIdSameAsJobReleaseTask", "release");
    ExitOptions.check(definition, job);
    if (definition.containsKey("dependsOn") && !job.usesDependencies()) {
      throw BatchFault.of(
          400,
          "TaskDependenciesNotSpecifiedOnJob",
          "The task depends on others, but the job's usesTaskDependencies is not true.");
    }
    Set<String> dependencies = TaskDependencies.of(definition);
    definition.remove("id");
    BatchTask task = new BatchTask(job, id, definition);
    job.dependencies().add(task, dependencies);
    job.add(task);
    scheduler.enqueue(job);
    return task;
  }

  private static void refuseIdOf(JsonObject other, String id, String code, String name) {
    if (other != null && Wire.key(other.getString("id")).equals(Wire.key(id))) {
      throw Conflict.of(code, "The id of the task is that of the job's " + name + " task.");
    }
  }

  /** Replaces the constraints of a task that has not completed. */
  public BatchTask update(String jobId, String taskId, JsonObject body) {
    JsonObject checked = TaskShapes.UPDATE.check(body);
    BatchTask task = changeable(jobId, taskId);
    requireNotCompleted(task);
    task.constrain(checked.getJsonObject("constraints"));
    task.changed();
    return task;
  }

  private BatchTask changeable(String jobId, String taskId) {
    BatchTask task = get(jobId, taskId);
    if (task.job().isIn(JobState.DELETING)) {
      jobs.requireOpen(task.job());
    }
    return task;
  }

  private static void requireNotCompleted(BatchTask task) {
    if (task.isCompleted()) {
      throw Conflict.of("TaskCompleted", "The specified task is already completed.");
    }
  }

  /** Deletes a task and its files. */
  public void delete(String jobId, String taskId) {
    BatchTask task = changeable(jobId, taskId);
    BatchJob job = task.job();
    job.remove(task);
    if (task.execution() != null) {
      runs.stop(task.execution(), Fate.DROP, BY_USER);
    } else if (task.lastNode() != null) {
      task.lastNode().disk().delete(task.directory());
    }
    lifecycle.progressed(job);
  }

  /** Ends a task. */
  public BatchTask terminate(String jobId, String taskId) {
    BatchTask task = changeable(jobId, taskId);
    requireNotCompleted(task);
    if (task.execution() != null) {
      runs.stop(task.execution(), Fate.TERMINATE, BY_USER);
    } else {
      ends.complete(task, CommandEnd.ended(BY_USER), false);
      lifecycle.progressed(task.job());
    }
    return task;
  }

  /** Runs a failed task again. */
  public BatchTask reactivate(String jobId, String taskId) {
    BatchTask task = get(jobId, taskId);
    jobs.requireOpen(task.job());
    if (!task.isCompleted()) {
      throw Conflict.of("TaskNotCompleted", "The specified task is not completed.");
    }
    if (task.hasSucceeded()) {
      throw Conflict.of("TaskSucceeded", "The specified task has succeeded.");
    }
    task.job().dependencies().withdraw(task);
    ends.makeActive(task, task::reactivated);
    return task;
  }

  /** CloudTaskListSubtasksResult; not paged. */
  public JsonArray subtasks(String jobId, String taskId) {
    return get(jobId, taskId).subtasks();
  }
}
