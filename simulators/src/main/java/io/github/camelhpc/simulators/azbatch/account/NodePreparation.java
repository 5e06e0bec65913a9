package io.github.camelhpc.simulators.azbatch.account;

import java.util.ArrayList;
import java.util.List;

/** The preparation of a node for a job. */
final class NodePreparation {

  private final BatchJob job;
  private final ComputeNode node;
  private final PreparationStatus status;
  private final List<TaskExecution> waiting = new ArrayList<>();
  private CommandRun run;
  private CommandEnd end;
  private int retries;

  NodePreparation(BatchJob job, ComputeNode node, PreparationStatus status) {
    this.job = job;
    this.node = node;
    this.status = status;
  }

  BatchJob job() {
    return job;
  }

  ComputeNode node() {
    return node;
  }

  PreparationStatus status() {
    return status;
  }

  void started(CommandRun started) {
    run = started;
  }

  void retried() {
    retries++;
  }

  int retries() {
    return retries;
  }

  void ended(CommandEnd how) {
    end = how;
  }

  boolean isOver() {
    return end != null;
  }

  boolean hasSucceeded() {
    return end != null && end.isSuccess();
  }

  void stop(String why) {
    if (!isOver()) {
      run.stop(why);
    }
  }

  /** Its end is not waited for. */
  void abandon() {
    run.abandon();
  }

  void await(TaskExecution execution) {
    waiting.add(execution);
  }

  /** Those that wait for it; none waits any more. */
  List<TaskExecution> takeWaiting() {
    List<TaskExecution> all = List.copyOf(waiting);
    waiting.clear();
    return all;
  }
}
