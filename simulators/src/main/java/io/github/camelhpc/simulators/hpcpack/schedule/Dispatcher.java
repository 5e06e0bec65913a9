package io.github.camelhpc.simulators.hpcpack.schedule;

import io.github.camelhpc.simulators.SimulatorClock;
import io.github.camelhpc.simulators.hpcpack.model.Allocation;
import io.github.camelhpc.simulators.hpcpack.model.ClusterNode;
import io.github.camelhpc.simulators.hpcpack.model.Job;
import io.github.camelhpc.simulators.hpcpack.model.JobProperty;
import io.github.camelhpc.simulators.hpcpack.model.JobState;
import io.github.camelhpc.simulators.hpcpack.model.Task;
import io.github.camelhpc.simulators.hpcpack.model.TaskState;
import io.github.camelhpc.simulators.task.TaskRunner;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Gives the free cores to the waiting tasks.
 *
 * <p>Jobs are served by priority, then in the order of submission. A job that could run on the
 * nodes that are online, but not yet, keeps all jobs after it waiting: nothing overtakes it.
 */
final class Dispatcher {

  /** How many tasks of a job may be passed over because they need more than there is. */
  private static final int LOOK_AHEAD = 100;

  private final Placement placement;
  private final SchedulerContext context;
  private final TaskRunner runner;
  private final Outcomes outcomes;
  private final TreeSet<ActiveJob> queue = new TreeSet<>(ActiveJob.ORDER);
  private Consumer<ActiveJob> starter = active -> {};
  private Consumer<ClusterNode> idleListener = node -> {};
  private boolean passRequested;
  private int reserved;

  Dispatcher(Placement placement, SchedulerContext context, TaskRunner runner, Outcomes outcomes) {
    this.placement = placement;
    this.context = context;
    this.runner = runner;
    this.outcomes = outcomes;
  }

  /** Who is told that a job's turn has come. */
  void onStart(Consumer<ActiveJob> listener) {
    starter = listener;
  }

  /** Who is told that a node has no more tasks. */
  void onIdleNode(Consumer<ClusterNode> listener) {
    idleListener = listener;
  }

  /** Lets a job wait for its turn; it comes at once if the job needs no cores. */
  void enqueue(ActiveJob active) {
    queue.add(active);
    Job job = active.job();
    if (job.state() == JobState.QUEUED && isDue(job) && startCores(active) == 0) {
      starter.accept(active);
    }
    requestPass();
  }

  void dequeue(ActiveJob active) {
    queue.remove(active);
    reserve(active, 0);
  }

  /** Puts a job where its priority wants it. */
  void reorder(ActiveJob active) {
    if (queue.remove(active)) {
      active.refreshPriority();
      enqueue(active);
    } else {
      active.refreshPriority();
    }
  }

  /** Looks at the queue soon; many requests make one look. */
  void requestPass() {
    if (!passRequested) {
      passRequested = true;
      context.after(
          Timings.STEP,
          () -> {
            passRequested = false;
            pass();
          });
    }
  }

  private void pass() {
    boolean mayStart = true;
    // a job can leave the queue while it is looked at
    for (ActiveJob active = first(); active != null; active = queue.higher(active)) {
      if (active.isEnding()) {
        continue;
      }
      if (active.job().state() == JobState.RUNNING) {
        placeTasks(active);
      } else if (mayStart && isDue(active.job()) && !tryStart(active)) {
        mayStart = placement.onlineCoresInReach(active.job()) < startCores(active);
      }
      if (placement.freeCores() == 0) {
        return;
      }
    }
  }

  private ActiveJob first() {
    return queue.isEmpty() ? null : queue.first();
  }

  /** Whether the time to which the job is held back hashas come. */
  private boolean isDue(Job job) {
    String holdUntil = job.setting(JobProperty.HOLD_UNTIL);
    return holdUntil.isEmpty() || !Instant.parse(holdUntil).isAfter(context.now());
  }

  /** Starts the job if there is room for it. */
  private boolean tryStart(ActiveJob active) {
    int cores = startCores(active);
    int free = Math.min(placement.freeCores() - reserved, placement.freeCoresInReach(active.job()));
    if (cores > free) {
      return false;
    }
    reserve(active, cores);
    starter.accept(active);
    placeTasks(active);
    return true;
  }

  private int startCores(ActiveJob active) {
    Job job = active.job();
    int smallest =
        job.tasks().stream()
            .filter(task -> !task.state().isTerminal())
            .mapToInt(task -> Demand.of(task).cores(placement.coresPerNode()))
            .min()
            .orElse(0);
    return Math.max(smallest, Demand.minimum(job, placement.coresPerNode()));
  }

  private void reserve(ActiveJob active, int cores) {
    reserved += cores - active.reservedCores();
    active.reserve(cores);
  }

  private void placeTasks(ActiveJob active) {
    int limit = Demand.limit(active.job(), placement.coresPerNode());
    int misfits = 0;
    Task task = active.ready().isEmpty() ? null : active.ready().first();
    for (; task != null && misfits < LOOK_AHEAD; task = active.ready().higher(task)) {
      int cores = Demand.of(task).cores(placement.coresPerNode());
      // a job may always have as much as one of its tasks needs
      boolean withinLimit = active.isIdle() || active.usedCores() + cores <= limit;
      if (!withinLimit || placement.freeCores() == 0) {
        return;
      }
      Optional<List<Allocation>> allocations = placement.place(task);
      if (allocations.isPresent()) {
        dispatch(active, task, allocations.get());
      } else {
        misfits++;
      }
    }
  }

  private void dispatch(ActiveJob active, Task task, List<Allocation> allocations) {
    reserve(active, 0);
    active.ready().remove(task);
    task.allocate(allocations);
    active.job().allocated(task.allocatedNodes());
    Execution execution = new Execution(task);
    active.add(execution, cores(task));
    task.moveTo(TaskState.DISPATCHING, context.now());
    context.after(Timings.STEP, () -> launch(active, execution));
  }

  private void launch(ActiveJob active, Execution execution) {
    if (execution.isOver()) {
      return;
    }
    Task task = execution.task();
    task.moveTo(TaskState.RUNNING, context.now());
    if (task.isSubtask() && task.master().state() == TaskState.QUEUED) {
      task.master().moveTo(TaskState.RUNNING, context.now());
    }
    TaskRunner.RunningTask handle =
        runner.start(
            TaskEnvironment.run(task),
            context.clock(),
            result -> context.run(() -> outcomes.ended(active, execution, result)));
    execution.started(handle, limit(active, execution));
  }

  private SimulatorClock.Timer limit(ActiveJob active, Execution execution) {
    long seconds = execution.task().runtimeSeconds();
    if (seconds == 0) {
      return () -> {};
    }
    return context.after(
        Duration.ofSeconds(seconds),
        () ->
            outcomes.stop(
                active,
                execution,
                TaskState.FAILED,
                "The task ran longer than its RuntimeSeconds of " + seconds + ".",
                true));
  }

  /** Gives the cores of a task back. */
  void release(ActiveJob active, Execution execution) {
    Task task = execution.task();
    active.remove(execution, cores(task));
    for (Allocation allocation : task.allocations()) {
      allocation.node().release(allocation.cores());
      if (allocation.node().usedCores() == 0) {
        idleListener.accept(allocation.node());
      }
    }
    requestPass();
  }

  private static int cores(Task task) {
    return task.allocations().stream()
        .mapToInt(allocation -> allocation.cores().cardinality())
        .sum();
  }

  /** The job's time of holding back, if it has one that is still to come. */
  Optional<Duration> heldBackFor(Job job) {
    String holdUntil = job.setting(JobProperty.HOLD_UNTIL);
    return holdUntil.isEmpty()
        ? Optional.empty()
        : Optional.of(Duration.between(context.now(), Instant.parse(holdUntil)))
            .filter(wait -> !wait.isNegative());
  }
}
