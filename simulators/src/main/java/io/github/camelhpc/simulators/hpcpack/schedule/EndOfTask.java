package io.github.camelhpc.simulators.hpcpack.schedule;

import io.github.camelhpc.simulators.hpcpack.model.TaskState;

/**
 * How tasks end that do not end by themselves.
 *
 * @param ifRunning the state of those that have cores
 * @param ifWaiting the state of those that have none
 * @param message their ErrorMessage
 * @param forced without the time to end by themselves
 */
record EndOfTask(TaskState ifRunning, TaskState ifWaiting, String message, boolean forced) {

  /** Somebody cancels a task: a running one fails, which is what the real service does (§4). */
  static EndOfTask canceledByUser(String message, boolean forced) {
    return new EndOfTask(TaskState.FAILED, TaskState.CANCELED, message, forced);
  }

  /** Somebody finishes a task. */
  static EndOfTask finishedByUser(String message) {
    return new EndOfTask(TaskState.FINISHED, TaskState.CANCELED, message, false);
  }

  /** The job ends, and the tasks with it. */
  static EndOfTask withJob(boolean finished, String message, boolean forced) {
    return new EndOfTask(
        finished ? TaskState.FINISHED : TaskState.CANCELED, TaskState.CANCELED, message, forced);
  }
}
