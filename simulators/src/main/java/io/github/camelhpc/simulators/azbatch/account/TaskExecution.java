package io.github.camelhpc.simulators.azbatch.account;

/** One run of a task, from the moment when it has slots of a node until it gives them back. */
final class TaskExecution {

  /** What is to become of the task when the run has ended. */
  enum Fate {
    BY_EXIT_CODE,
    REQUEUE,
    TERMINATE,
    DROP
  }

  private final BatchTask task;
  private final ComputeNode node;
  private final int slots;
  private CommandRun run;
  private Fate fate = Fate.BY_EXIT_CODE;
  private String reason = "";
  private boolean over;

  TaskExecution(BatchTask task, ComputeNode node, int slots) {
    this.task = task;
    this.node = node;
    this.slots = slots;
  }

  BatchTask task() {
    return task;
  }

  ComputeNode node() {
    return node;
  }

  int slots() {
    return slots;
  }

  boolean hasStarted() {
    return run != null;
  }

  void started(CommandRun started) {
    run = started;
  }

  /** The first decision is the one that counts, but a task that is deleted is always dropped. */
  void decide(Fate decided, String why) {
    if (fate == Fate.BY_EXIT_CODE || decided == Fate.DROP) {
      fate = decided;
      reason = why;
    }
  }

  void stopRun() {
    run.stop(reason);
  }

  Fate fate() {
    return fate;
  }

  String reason() {
    return reason;
  }

  boolean isOver() {
    return over;
  }

  void close() {
    over = true;
  }
}
