package io.github.camelhpc.simulators.hpcpack.schedule;

import io.github.camelhpc.simulators.hpcpack.HpcPackFault;
import io.github.camelhpc.simulators.hpcpack.model.Job;
import io.github.camelhpc.simulators.hpcpack.model.JobState;
import io.github.camelhpc.simulators.hpcpack.model.Task;
import io.github.camelhpc.simulators.hpcpack.model.TaskProperty;
import io.github.camelhpc.simulators.hpcpack.model.TaskState;
import java.util.List;

/** What can be done with tasks and subtasks, and when it is refused (facts/hpcpack.md §4). */
public final class TaskActions {

  private static final String CANCELED_BY_USER = "Canceled by user.";

  private final SchedulerContext context;
  private final Outcomes outcomes;
  private final JobLifecycle lifecycle;

  TaskActions(SchedulerContext context, Outcomes outcomes, JobLifecycle lifecycle) {
    this.context = context;
    this.outcomes = outcomes;
    this.lifecycle = lifecycle;
  }

  /** Whether tasks can be added to the job now. */
  public void requireOpen(Job job) {
    boolean open =
        job.state() == JobState.CONFIGURING
            || job.state().isWaiting()
            || job.state() == JobState.RUNNING;
    if (!open) {
      throw HpcPackFault.badRequest(
          "Tasks cannot be added to a job in the " + job.state().wireName() + " state.");
    }
  }

  /** A task has been added; that of a running job needs no submission of its own. */
  public void added(Task task) {
    ActiveJob active = lifecycle.active(task.job());
    if (active != null) {
      lifecycle.added(active, task);
    } else if (task.job().state() != JobState.CONFIGURING) {
      // it is validated together with its job
      task.moveTo(TaskState.SUBMITTED, context.now());
    }
  }

  /** Cancels a task: a running one becomes Failed, a waiting one Canceled. */
  public void cancel(Task task, String message, boolean forced) {
    List<Task> open = open(task);
    if (open.isEmpty()) {
      throw refused(task, "canceled");
    }
    EndOfTask end =
        EndOfTask.canceledByUser(message.isEmpty() ? CANCELED_BY_USER : message, forced);
    end(task, open, end);
  }

  /** Finishes a running task; the message is kept as its ErrorMessage. */
  public void finish(Task task, String message) {
    List<Task> open = open(task);
    if (open.stream().noneMatch(one -> one.state().isOnNode())) {
      throw refused(task, "finished");
    }
    end(task, open, EndOfTask.finishedByUser(message));
  }

  private void end(Task task, List<Task> open, EndOfTask end) {
    ActiveJob active = lifecycle.active(task.job());
    if (active == null) {
      open.forEach(
          one -> {
            one.explain(end.message());
            one.moveTo(end.ifWaiting(), context.now());
          });
      return;
    }
    task.explain(end.message());
    open.forEach(one -> outcomes.endTask(active, one, end));
  }

  /** Those that can still be ended: the task itself, or the subtasks of a master. */
  private static List<Task> open(Task task) {
    List<Task> candidates = task.isExpanded() ? task.subtasks() : List.of(task);
    return candidates.stream()
        .filter(one -> !one.state().isTerminal())
        .filter(one -> one.state() != TaskState.CANCELING && one.state() != TaskState.FINISHING)
        .toList();
  }

  /**
   * Runs a task again. In a job that is running it is queued at once; in one that has ended it
   * waits for the job to be requeued.
   */
  public void requeue(Task task) {
    if (!task.is(TaskProperty.IS_RERUNNABLE)) {
      throw HpcPackFault.badRequest(
          "Task " + task.dottedId() + " cannot be requeued, because it is not rerunnable.");
    }
    List<Task> candidates = task.isExpanded() ? task.subtasks() : List.of(task);
    List<Task> again = candidates.stream().filter(one -> isRequeueable(one.state())).toList();
    if (again.isEmpty()) {
      throw refused(task, "requeued");
    }
    ActiveJob active = lifecycle.active(task.job());
    again.forEach(one -> requeue(active, one));
  }

  private static boolean isRequeueable(TaskState state) {
    return state == TaskState.FAILED || state == TaskState.CANCELED || state == TaskState.QUEUED;
  }

  private void requeue(ActiveJob active, Task task) {
    boolean hadEnded = task.state().isTerminal();
    task.requeued();
    if (active == null) {
      task.moveTo(TaskState.CONFIGURING, context.now());
      return;
    }
    task.moveTo(TaskState.QUEUED, context.now());
    if (hadEnded) {
      active.reopened(task);
      if (task.isSubtask() && task.master().state().isTerminal()) {
        task.master().moveTo(TaskState.RUNNING, context.now());
      }
      lifecycle.makeReady(active, task);
    }
  }

  private static HpcPackFault refused(Task task, String action) {
    return HpcPackFault.badRequest(
        "Tasks in the " + task.state().wireName() + " state cannot be " + action + ".");
  }
}
