package io.github.camelhpc.simulators.azbatch.account;

import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;

/** Starts and stops nodes. */
final class NodeLife {

  private final AccountContext context;
  private final TaskScheduler scheduler;
  private final TaskRuns runs;
  private final StartTasks startTasks;
  private Supplier<Collection<BatchJob>> jobs = List::of;

  NodeLife(AccountContext context, TaskScheduler scheduler, TaskRuns runs) {
    this.context = context;
    this.scheduler = scheduler;
    this.runs = runs;
    startTasks = new StartTasks(context, this::startTaskEnded);
  }

  void connect(Supplier<Collection<BatchJob>> allJobs) {
    jobs = allJobs;
  }

  /** Boots nodes; they take tasks when they are up and their start task has run. */
  void boot(List<ComputeNode> nodes) {
    nodes.forEach(node -> node.moveTo(NodeState.STARTING));
    context.after(context.settings().bootTime(), () -> nodes.forEach(this::booted));
  }

  private void booted(ComputeNode node) {
    if (node.state() != NodeState.STARTING) {
      return;
    }
    node.booted();
    if (node.pool().startTask() == null) {
      ready(node);
      return;
    }
    startTasks.start(node);
    if (waitsForStartTask(node)) {
      node.moveTo(NodeState.WAITING_FOR_START_TASK);
    } else {
      ready(node);
    }
  }

  private static boolean waitsForStartTask(ComputeNode node) {
    return node.pool().startTask().getBoolean("waitForSuccess", true);
  }

  private void startTaskEnded(ComputeNode node, boolean succeeded) {
    if (node.state() != NodeState.WAITING_FOR_START_TASK) {
      return;
    }
    if (succeeded) {
      ready(node);
    } else {
      node.moveTo(NodeState.START_TASK_FAILED);
    }
  }

  /** Lets a node take tasks. */
  void ready(ComputeNode node) {
    if (!node.isLeaving()) {
      node.moveTo(NodeState.IDLE);
      resume(node);
    }
  }

  /** Lets a node that is up take tasks again. */
  void resume(ComputeNode node) {
    node.undrain();
    scheduler.update(node);
  }

  /** Takes the tasks from a node as the option says, and goes on when none is left. */
  void empty(ComputeNode node, EvictionOption option, String reason, Runnable next) {
    node.drain(next);
    scheduler.remove(node);
    runs.evict(node, option, reason);
  }

  /**
   * A node that has no more tasks stops.
   *
   * @param state what it is then
   * @param keepsFiles whether its disk is kept
   */
  void stop(ComputeNode node, NodeState state, boolean keepsFiles) {
    scheduler.remove(node);
    node.abandonStartTask();
    node.moveTo(state);
    jobs.get().forEach(job -> runs.preparations().nodeStopped(job, node, keepsFiles));
    if (!keepsFiles) {
      node.wipe();
    }
  }
}
