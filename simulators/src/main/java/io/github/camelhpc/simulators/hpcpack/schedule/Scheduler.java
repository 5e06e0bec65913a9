package io.github.camelhpc.simulators.hpcpack.schedule;

import io.github.camelhpc.simulators.SimulatorClock;
import io.github.camelhpc.simulators.StateLock;
import io.github.camelhpc.simulators.hpcpack.HpcPackFault;
import io.github.camelhpc.simulators.hpcpack.model.Cluster;
import io.github.camelhpc.simulators.hpcpack.model.ClusterNode;
import io.github.camelhpc.simulators.hpcpack.model.Job;
import io.github.camelhpc.simulators.hpcpack.model.JobState;
import io.github.camelhpc.simulators.hpcpack.model.Task;
import io.github.camelhpc.simulators.hpcpack.model.TaskState;
import io.github.camelhpc.simulators.task.TaskRunner;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/**
 * The job scheduler: what can be done with jobs, and when it is refused (facts/hpcpack.md §4).
 * Whoever calls it holds the lock.
 */
public final class Scheduler {

  private static final String CANCELED_BY_USER = "Canceled by user.";

  private final SchedulerContext context;
  private final Dispatcher dispatcher;
  private final JobLifecycle lifecycle;
  private final TaskActions tasks;

  /**
   * @param jobs finds a job by its id; null if there is none
   */
  public Scheduler(
      Cluster cluster,
      int coresPerNode,
      TaskRunner runner,
      SimulatorClock clock,
      StateLock lock,
      IntFunction<Job> jobs) {
    context = new SchedulerContext(clock, lock);
    Placement placement = new Placement(cluster, coresPerNode);
    Outcomes outcomes = new Outcomes(context);
    dispatcher = new Dispatcher(placement, context, runner, outcomes);
    lifecycle = new JobLifecycle(context, dispatcher, outcomes, new JobValidation(placement), jobs);
    outcomes.connect(dispatcher, lifecycle);
    tasks = new TaskActions(context, outcomes, lifecycle);
  }

  /** What can be done with tasks. */
  public TaskActions tasks() {
    return tasks;
  }

  /** The clock and the lock, for what else happens by the clock. */
  public SchedulerContext context() {
    return context;
  }

  /** Who is told that a node has no more tasks. */
  public void onIdleNode(Consumer<ClusterNode> listener) {
    dispatcher.onIdleNode(listener);
  }

  /** Looks for tasks that can be started, because there are more cores than before. */
  public void nodesChanged() {
    dispatcher.requestPass();
  }

  /** The priority of a job has been changed. */
  public void priorityChanged(Job job) {
    ActiveJob active = lifecycle.active(job);
    if (active != null) {
      dispatcher.reorder(active);
    }
  }

  /** Puts a configured job on its way. */
  public void submit(Job job) {
    if (job.state() != JobState.CONFIGURING) {
      throw refused(job, "submitted");
    }
    lifecycle.submit(job);
  }

  /**
   * Cancels a job. Its tasks become Canceled, those of a job that was never submitted stay as they
   * are.
   */
  public void cancel(Job job, String message, boolean forced) {
    if (job.state().isTerminal()
        || job.state() == JobState.CANCELING
        || job.state() == JobState.FINISHING) {
      throw HpcPackFault.jobCannotBeCanceled(job.state().wireName());
    }
    stop(job, JobState.CANCELED, message.isEmpty() ? CANCELED_BY_USER : message, forced);
  }

  /** Finishes a job; the message is not kept (§4). */
  public void finish(Job job) {
    if (!job.state().isWaiting() && job.state() != JobState.RUNNING) {
      throw refused(job, "finished");
    }
    stop(job, JobState.FINISHED, "", false);
  }

  private void stop(Job job, JobState state, String message, boolean forced) {
    ActiveJob active = lifecycle.active(job);
    if (active != null) {
      lifecycle.end(active, state, message, forced);
      return;
    }
    if (job.state() != JobState.CONFIGURING) {
      job.tasks().stream()
          .filter(task -> !task.state().isTerminal())
          .forEach(task -> task.moveTo(TaskState.CANCELED, context.now()));
    }
    job.fail(message);
    job.moveTo(state, context.now());
  }

  /** Runs a job again that was cancelled or has failed; no new submission is needed (§4). */
  public void requeue(Job job) {
    if (job.state() != JobState.CANCELED && job.state() != JobState.FAILED) {
      throw refused(job, "requeued");
    }
    job.expandedTasks()
        .filter(task -> task.state() == TaskState.FAILED || task.state() == TaskState.CANCELED)
        .forEach(
            task -> {
              task.requeued();
              task.moveTo(TaskState.CONFIGURING, context.now());
            });
    job.tasks().stream()
        .filter(Task::isExpanded)
        .filter(master -> master.state() != TaskState.FINISHED)
        .forEach(master -> master.moveTo(TaskState.QUEUED, context.now()));
    job.requeued();
    lifecycle.queue(job);
  }

  /** Puts a job into a state, whatever it does; for arranging tests. */
  public void force(Job job, JobState state) {
    lifecycle.force(job, state);
  }

  /** Nothing happens any more; running tasks are ended. */
  public void close() {
    context.close();
    lifecycle.all().stream()
        .flatMap(active -> active.executions().stream())
        .forEach(execution -> execution.stop(true));
  }

  private static HpcPackFault refused(Job job, String action) {
    return HpcPackFault.badRequest(
        "Jobs in the " + job.state().wireName() + " state cannot be " + action + ".");
  }
}
