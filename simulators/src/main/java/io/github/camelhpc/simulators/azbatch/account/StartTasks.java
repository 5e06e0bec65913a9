package io.github.camelhpc.simulators.azbatch.account;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Map;
import java.util.function.BiConsumer;

/** Runs the start task of a pool on a node that has booted. */
final class StartTasks {

  private static final String DIRECTORY = "startup";

  private final AccountContext context;
  private final BiConsumer<ComputeNode, Boolean> ended;

  /**
   * @param ended gets the node and whether the start task has succeeded
   */
  StartTasks(AccountContext context, BiConsumer<ComputeNode, Boolean> ended) {
    this.context = context;
    this.ended = ended;
  }

  void start(ComputeNode node) {
    run(node, node.pool().startTask(), 0);
  }

  private void run(ComputeNode node, JsonObject task, int retries) {
    JsonObject info =
        new JsonObject()
            .put("state", "running")
            .put("startTime", Wire.time(context.now()))
            .put("retryCount", retries);
    if (retries > 0) {
      info.put("lastRetryTime", Wire.time(context.now()));
    }
    node.startTaskInfo(info);
    Map<String, String> environment =
        TaskEnvironment.ofNode(node, DIRECTORY, context.settings().accountName());
    TaskEnvironment.putAll(environment, task);
    Command command =
        new Command(node, DIRECTORY, task.getString("commandLine"), environment, null);
    node.startTaskRun(
        CommandRun.start(context, command, end -> ended(node, task, retries, info, end)));
  }

  private void ended(
      ComputeNode node, JsonObject task, int retries, JsonObject started, CommandEnd end) {
    if (end.isRetryable(retries, task.getInteger("maxTaskRetryCount", 0))) {
      run(node, task, retries + 1);
      return;
    }
    Instant now = context.now();
    JsonObject info = started.copy().put("state", "completed").put("endTime", Wire.time(now));
    end.write(info);
    node.startTaskInfo(info);
    ended.accept(node, end.isSuccess());
  }
}
