package io.github.camelhpc.simulators.hpcpack.schedule;

import io.github.camelhpc.simulators.hpcpack.model.Job;
import io.github.camelhpc.simulators.hpcpack.model.JobProperty;
import io.github.camelhpc.simulators.hpcpack.model.Task;
import io.github.camelhpc.simulators.hpcpack.model.TaskProperty;

/**
 * What a task needs to be started.
 *
 * @param amount how many cores, or how many nodes
 * @param wholeNodes whether the amount is nodes, with all of their cores
 */
record Demand(int amount, boolean wholeNodes) {

  /** The nodes of this cluster have one socket each, so that a socket is as much as a node. */
  static Demand of(Task task) {
    return switch (task.job().setting(JobProperty.UNIT_TYPE_NAME)) {
      case "Node" -> new Demand(atLeastOne(task, TaskProperty.MIN_NODES), true);
      case "Socket" -> new Demand(atLeastOne(task, TaskProperty.MIN_SOCKETS), true);
      default ->
          task.is(TaskProperty.IS_EXCLUSIVE)
              ? new Demand(1, true)
              : new Demand(atLeastOne(task, TaskProperty.MIN_CORES), false);
    };
  }

  /** How many cores that is on nodes of this size. */
  int cores(int coresPerNode) {
    return wholeNodes ? amount * coresPerNode : amount;
  }

  /** The most cores that a job takes at the same time, {@link Integer#MAX_VALUE} if not limited. */
  static int limit(Job job, int coresPerNode) {
    if (job.is(JobProperty.AUTO_CALCULATE_MAX)) {
      return Integer.MAX_VALUE;
    }
    return switch (job.setting(JobProperty.UNIT_TYPE_NAME)) {
      case "Node" -> number(job, JobProperty.MAX_NODES) * coresPerNode;
      case "Socket" -> number(job, JobProperty.MAX_SOCKETS) * coresPerNode;
      default -> number(job, JobProperty.MAX_CORES);
    };
  }

  /** The cores that have to be free before a job starts, if it says so; else 0. */
  static int minimum(Job job, int coresPerNode) {
    if (job.is(JobProperty.AUTO_CALCULATE_MIN)) {
      return 0;
    }
    return switch (job.setting(JobProperty.UNIT_TYPE_NAME)) {
      case "Node" -> number(job, JobProperty.MIN_NODES) * coresPerNode;
      case "Socket" -> number(job, JobProperty.MIN_SOCKETS) * coresPerNode;
      default -> number(job, JobProperty.MIN_CORES);
    };
  }

  private static int atLeastOne(Task task, TaskProperty property) {
    return (int) Math.max(1, Math.min(task.number(property), Integer.MAX_VALUE / 2048));
  }

  private static int number(Job job, JobProperty property) {
    String text = job.setting(property);
    long value = text.isEmpty() ? 1 : Long.parseLong(text);
    return (int) Math.max(1, Math.min(value, Integer.MAX_VALUE / 2048));
  }
}
