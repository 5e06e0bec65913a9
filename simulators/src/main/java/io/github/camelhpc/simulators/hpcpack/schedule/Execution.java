package io.github.camelhpc.simulators.hpcpack.schedule;

import io.github.camelhpc.simulators.SimulatorClock;
import io.github.camelhpc.simulators.hpcpack.model.Task;
import io.github.camelhpc.simulators.hpcpack.model.TaskState;
import io.github.camelhpc.simulators.task.TaskRunner;

/** One run of a task, from the moment when it has cores until it gives them back. */
final class Execution {

  private final Task task;
  private TaskRunner.RunningTask handle;
  private SimulatorClock.Timer limit;
  private TaskState verdict;
  private String message = "";
  private boolean over;

  Execution(Task task) {
    this.task = task;
  }

  Task task() {
    return task;
  }

  boolean hasStarted() {
    return handle != null;
  }

  boolean isOver() {
    return over;
  }

  void started(TaskRunner.RunningTask running, SimulatorClock.Timer runtimeLimit) {
    handle = running;
    limit = runtimeLimit;
  }

  /**
   * The first decision how the task ends, however its command line does, is the one that counts.
   */
  void decide(TaskState state, String why) {
    if (verdict == null) {
      verdict = state;
      message = why;
    }
  }

  /** How the task ends by decision; null if its exit code says it. */
  TaskState verdict() {
    return verdict;
  }

  String message() {
    return message;
  }

  void stop(boolean forced) {
    if (handle != null) {
      handle.stop(forced);
    }
  }

  void close() {
    over = true;
    if (limit != null) {
      limit.cancel();
    }
  }
}
