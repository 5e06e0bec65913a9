package io.github.camelhpc.simulators.azbatch.account;

import io.github.camelhpc.simulators.azbatch.account.TaskExecution.Fate;
import io.vertx.core.json.JsonObject;

/** What follows from the end of a task's run, for the task, those that wait for it and its job. */
final class TaskEnds {

  private final TaskScheduler scheduler;
  private final JobLifecycle lifecycle;

  TaskEnds(TaskScheduler scheduler, JobLifecycle lifecycle) {
    this.scheduler = scheduler;
    this.lifecycle = lifecycle;
  }

  /** A run is over, and its node is free again. */
  void ended(TaskExecution execution, CommandEnd end) {
    BatchTask task = execution.task();
    switch (execution.fate()) {
      case DROP -> drop(execution);
      case REQUEUE -> requeue(task);
      case TERMINATE -> complete(task, CommandEnd.ended(execution.reason()), false);
      default -> byExitCode(execution, end);
    }
    remember(execution, task);
    lifecycle.progressed(task.job());
  }

  private void byExitCode(TaskExecution execution, CommandEnd end) {
    BatchTask task = execution.task();
    if (!end.isSuccess() && task.mayRetry(end) && !task.job().state().isEnding()) {
      makeActive(task, task::retried);
    } else {
      complete(task, end, true);
    }
  }

  /** The files of a task that was deleted while it ran go with its end. */
  private static void drop(TaskExecution execution) {
    execution.task().unplaced();
    execution.node().disk().delete(execution.task().directory());
  }

  private static void remember(TaskExecution execution, BatchTask task) {
    if (execution.fate() == Fate.DROP) {
      return;
    }
    execution
        .node()
        .load()
        .remember(
            new JsonObject()
                .put("taskUrl", task.path())
                .put("jobId", task.job().id())
                .put("taskId", task.id())
                .put("taskState", Wire.name(task.state()))
                .put("executionInfo", task.executionInfo()));
  }

  private void requeue(BatchTask task) {
    makeActive(task, task::requeued);
  }

  /** The task never ran, because its node could not be prepared. */
  void returned(BatchTask task) {
    makeActive(task, () -> {});
    lifecycle.progressed(task.job());
  }

  /** Makes a task wait for a node again. */
  void makeActive(BatchTask task, Runnable change) {
    BatchJob job = task.job();
    task.unplaced();
    job.move(task, TaskState.ACTIVE, change);
    if (task.isReady()) {
      job.ready().add(task);
      scheduler.enqueue(job);
    }
  }

  /**
   * Ends a task.
   *
   * @param ran whether its command line came to its own end
   */
  void complete(BatchTask task, CommandEnd end, boolean ran) {
    BatchJob job = task.job();
    job.ready().remove(task);
    job.move(task, TaskState.COMPLETED, () -> task.ended(end));
    if (ExitOptions.of(task.definition(), end).satisfiesDependents()) {
      job.dependencies().satisfy(task).stream().filter(job::canRun).forEach(job.ready()::add);
      scheduler.enqueue(job);
    }
    if (task.isJobManager() && job.jobManagerTask().getBoolean("killJobOnCompletion", true)) {
      lifecycle.terminate(job, "JMComplete", false);
    } else if (ran && job.obeysExitConditions()) {
      act(job, ExitOptions.of(task.definition(), end));
    }
  }

  private void act(BatchJob job, ExitOptions options) {
    if (job.state().isEnding()) {
      return;
    }
    switch (options.jobAction()) {
      case "terminate" -> lifecycle.terminate(job, "TaskFailed", false);
      case "disable" -> lifecycle.disable(job, "requeue");
      default -> {
        // none
      }
    }
  }
}
