package io.github.camelhpc.simulators.azbatch.account;

import java.util.HashMap;
import java.util.Map;

/** Gives the free slots of every pool to the tasks of its jobs. */
final class TaskScheduler {

  private final AccountContext context;
  private final TaskRuns runs;
  private final Map<String, PoolQueue> queues = new HashMap<>();

  TaskScheduler(AccountContext context, TaskRuns runs) {
    this.context = context;
    this.runs = runs;
  }

  /** A job may name a pool that is not there yet; its tasks wait for the pool. */
  private PoolQueue queue(String poolId) {
    return queues.computeIfAbsent(Wire.key(poolId), any -> new PoolQueue(context, runs));
  }

  /** The job's tasks can run, or there are more of them, or its priority has changed. */
  void enqueue(BatchJob job) {
    if (job.isIn(JobState.ACTIVE)) {
      queue(job.poolId()).enqueue(job);
    }
  }

  void dequeue(BatchJob job) {
    queue(job.poolId()).dequeue(job);
  }

  /** A node has more or fewer free slots than before, or another state. */
  void update(ComputeNode node) {
    queue(node.pool().id()).update(node);
  }

  void remove(ComputeNode node) {
    queue(node.pool().id()).remove(node);
  }
}
