package io.github.camelhpc.simulators.azbatch.account;

import io.vertx.core.json.JsonObject;

/** How many tasks of a job are in which state, and how many slots they need. */
final class TaskCounts {

  private final Tally tasks = new Tally();
  private final Tally slots = new Tally();

  void add(BatchTask task) {
    count(task, 1);
  }

  void remove(BatchTask task) {
    count(task, -1);
  }

  private void count(BatchTask task, int sign) {
    tasks.count(task, sign);
    slots.count(task, sign * task.requiredSlots());
  }

  boolean isAllCompleted() {
    return tasks.active == 0 && tasks.running == 0;
  }

  /** The present counts. */
  TaskCountsSnapshot snapshot() {
    return new TaskCountsSnapshot(
        tasks.active, tasks.running, tasks.completed, tasks.succeeded, tasks.failed);
  }

  /** TaskCountsResult. */
  JsonObject members() {
    return new JsonObject()
        .put("taskCounts", tasks.members())
        .put("taskSlotCounts", slots.members());
  }

  private static final class Tally {

    private int active;
    private int running;
    private int completed;
    private int succeeded;
    private int failed;

    void count(BatchTask task, int amount) {
      switch (task.state()) {
        case ACTIVE -> active += amount;
        // counted as running (facts/azbatch.md §1.1)
        case PREPARING, RUNNING -> running += amount;
        case COMPLETED -> {
          completed += amount;
          if (task.hasSucceeded()) {
            succeeded += amount;
          } else {
            failed += amount;
          }
        }
        default -> throw new IllegalStateException("No count for " + task.state() + ".");
      }
    }

    JsonObject members() {
      return new JsonObject()
          .put("active", active)
          .put("running", running)
          .put("completed", completed)
          .put("succeeded", succeeded)
          .put("failed", failed);
    }
  }
}
