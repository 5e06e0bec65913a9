package io.github.camelhpc.simulators.hpcpack.schedule;

import io.github.camelhpc.simulators.hpcpack.model.ExitCodes;
import io.github.camelhpc.simulators.hpcpack.model.Job;
import io.github.camelhpc.simulators.hpcpack.model.JobProperty;
import io.github.camelhpc.simulators.hpcpack.model.JobState;
import io.github.camelhpc.simulators.hpcpack.model.Task;
import io.github.camelhpc.simulators.hpcpack.model.TaskProperty;
import io.github.camelhpc.simulators.hpcpack.model.TaskState;
import io.github.camelhpc.simulators.task.TaskResult;
import java.util.function.Consumer;

/** What follows from the end of a task, for the task, its master, its successors and its job. */
final class Outcomes {

  private final SchedulerContext context;
  private Dispatcher dispatcher;
  private JobLifecycle lifecycle;

  Outcomes(SchedulerContext context) {
    this.context = context;
  }

  void connect(Dispatcher jobDispatcher, JobLifecycle jobLifecycle) {
    dispatcher = jobDispatcher;
    lifecycle = jobLifecycle;
  }

  /** Stops a task that has cores; its end follows. */
  void stop(
      ActiveJob active, Execution execution, TaskState verdict, String message, boolean forced) {
    execution.decide(verdict, message);
    boolean finishing = verdict == TaskState.FINISHED;
    execution.task().moveTo(finishing ? TaskState.FINISHING : TaskState.CANCELING, context.now());
    if (execution.hasStarted()) {
      execution.stop(forced);
    } else {
      ended(active, execution, TaskResult.exited(0, ""));
    }
  }

  /** A run is over. */
  void ended(ActiveJob active, Execution execution, TaskResult result) {
    if (execution.isOver()) {
      return;
    }
    execution.close();
    dispatcher.release(active, execution);
    Task task = execution.task();
    task.ended(result.exitCode(), visibleOutput(task, result));
    if (execution.verdict() != null) {
      task.explain(execution.message());
      settle(active, task, execution.verdict());
    } else if (result.error() != null) {
      task.explain(result.error());
      failOrRetry(active, task);
    } else if (isSuccess(task, result.exitCode())) {
      settle(active, task, TaskState.FINISHED);
    } else {
      task.explain("The task ended with the exit code " + result.exitCode() + ".");
      failOrRetry(active, task);
    }
  }

  /** Empty when both streams go to files (facts/hpcpack.md §3.2). */
  private static String visibleOutput(Task task, TaskResult result) {
    boolean bothInFiles =
        !task.setting(TaskProperty.STD_OUT_FILE_PATH).isEmpty()
            && !task.setting(TaskProperty.STD_ERR_FILE_PATH).isEmpty();
    return bothInFiles ? "" : result.shortOutput();
  }

  private static boolean isSuccess(Task task, int exitCode) {
    String valid = task.setting(TaskProperty.TASK_VALID_EXIT_CODES);
    if (valid.isEmpty()) {
      valid = task.job().setting(JobProperty.JOB_VALID_EXIT_CODES);
    }
    return valid.isEmpty() ? exitCode == 0 : ExitCodes.contain(valid, exitCode);
  }

  private void failOrRetry(ActiveJob active, Task task) {
    Job job = task.job();
    String limit = job.setting(JobProperty.TASK_EXECUTION_FAILURE_RETRY_LIMIT);
    boolean retry =
        !active.isEnding()
            && task.is(TaskProperty.IS_RERUNNABLE)
            && !limit.isEmpty()
            && task.retryCount() < Long.parseLong(limit);
    if (retry) {
      task.retried();
      task.moveTo(TaskState.QUEUED, context.now());
      active.ready().add(task);
    } else {
      settle(active, task, TaskState.FAILED);
    }
  }

  /** A plain task or a subtask has come to its end. */
  void settle(ActiveJob active, Task task, TaskState end) {
    task.moveTo(end, context.now());
    active.ready().remove(task);
    boolean lastOfMaster = active.ended(task);
    if (lastOfMaster) {
      task.master().moveTo(summary(task.master()), context.now());
    }
    if (end == TaskState.FAILED) {
      failJobIfWanted(active, task);
    }
    if (!task.isSubtask()) {
      release(active, task);
    } else if (lastOfMaster) {
      release(active, task.master());
    }
    lifecycle.afterTask(active);
  }

  private static TaskState summary(Task master) {
    if (master.subtasks().stream().anyMatch(task -> task.state() == TaskState.FAILED)) {
      return TaskState.FAILED;
    }
    return master.subtasks().stream().anyMatch(task -> task.state() == TaskState.CANCELED)
        ? TaskState.CANCELED
        : TaskState.FINISHED;
  }

  private void failJobIfWanted(ActiveJob active, Task task) {
    int failures = active.failed(task);
    boolean byTask =
        task.is(TaskProperty.FAIL_JOB_ON_FAILURE)
            && failures >= task.number(TaskProperty.FAIL_JOB_ON_FAILURE_COUNT);
    if (!active.isEnding() && (byTask || task.job().is(JobProperty.FAIL_ON_TASK_FAILURE))) {
      lifecycle.end(
          active,
          JobState.FAILED,
          "The job failed because task " + task.dottedId() + " failed.",
          true);
    }
  }

  /** Lets the tasks go that waited for this one, or ends them with it. */
  private void release(ActiveJob active, Task task) {
    if (active.isEnding()) {
      return;
    }
    boolean fail =
        task.state() != TaskState.FINISHED && task.job().is(JobProperty.FAIL_DEPENDENT_TASKS);
    for (Task successor : active.successors(task)) {
      if (successor.state().isTerminal()) {
        continue;
      }
      if (fail) {
        successor.explain("Task " + task.dottedId() + ", on which it depends, did not finish.");
        settle(active, successor, TaskState.FAILED);
      } else if (active.unblock(successor)) {
        lifecycle.makeReady(active, successor);
      }
    }
  }

  /** Used where a task may be waiting or have cores. */
  void endTask(ActiveJob active, Task task, EndOfTask end) {
    Execution execution = active.execution(task);
    if (execution != null) {
      stop(active, execution, end.ifRunning(), end.message(), end.forced());
    } else if (!task.state().isTerminal()) {
      task.explain(end.message());
      settle(active, task, end.ifWaiting());
    }
  }

  /** Does something with a plain task, or with each open subtask of a master. */
  static void eachOpen(Task task, Consumer<Task> action) {
    if (task.isExpanded()) {
      task.subtasks().stream().filter(sub -> !sub.state().isTerminal()).toList().forEach(action);
    } else if (!task.state().isTerminal()) {
      action.accept(task);
    }
  }
}
