package io.github.camelhpc.simulators.azbatch.account;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The tasks that a node runs and has run. */
final class NodeLoad {

  private static final int RECENT_TASKS = 10;

  private final Set<TaskExecution> executions = new LinkedHashSet<>();
  private final Deque<JsonObject> recentTasks = new ArrayDeque<>();
  private int usedSlots;
  private int tasksRun;
  private int tasksSucceeded;

  void add(TaskExecution execution) {
    executions.add(execution);
    usedSlots += execution.slots();
    tasksRun++;
  }

  void remove(TaskExecution execution, boolean succeeded) {
    executions.remove(execution);
    usedSlots -= execution.slots();
    tasksSucceeded += succeeded ? 1 : 0;
  }

  boolean isIdle() {
    return executions.isEmpty();
  }

  int taskCount() {
    return executions.size();
  }

  int usedSlots() {
    return usedSlots;
  }

  /** A copy, for those who end executions while they look at them. */
  List<TaskExecution> executions() {
    return new ArrayList<>(executions);
  }

  /** Keeps what the lists of nodes say about the tasks that ran last. */
  void remember(JsonObject taskInformation) {
    recentTasks.addFirst(taskInformation);
    if (recentTasks.size() > RECENT_TASKS) {
      recentTasks.removeLast();
    }
  }

  void write(JsonObject target) {
    target
        .put("totalTasksRun", tasksRun)
        .put("runningTasksCount", executions.size())
        .put("runningTaskSlotsCount", usedSlots)
        .put("totalTasksSucceeded", tasksSucceeded);
    if (!recentTasks.isEmpty()) {
      target.put("recentTasks", new JsonArray(new ArrayList<>(recentTasks)));
    }
  }
}
