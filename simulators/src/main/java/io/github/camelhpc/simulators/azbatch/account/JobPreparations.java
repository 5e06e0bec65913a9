package io.github.camelhpc.simulators.azbatch.account;

import io.vertx.core.json.JsonObject;
import java.util.function.Consumer;

/** Runs the preparation task of a job on every node, before its first task there. */
final class JobPreparations {

  private final AccountContext context;
  private Consumer<TaskExecution> launch = execution -> {};
  private Consumer<TaskExecution> handBack = execution -> {};
  private Consumer<BatchJob> settled = job -> {};

  JobPreparations(AccountContext context) {
    this.context = context;
  }

  /**
   * @param onReady gets a task whose node is prepared
   * @param onFailure gets a task whose node cannot be prepared
   * @param onSettled is told that a preparation has ended
   */
  void connect(
      Consumer<TaskExecution> onReady,
      Consumer<TaskExecution> onFailure,
      Consumer<BatchJob> onSettled) {
    launch = onReady;
    handBack = onFailure;
    settled = onSettled;
  }

  /** Prepares the node if that has not been done; whether the task has to wait for it. */
  boolean makesWait(TaskExecution execution) {
    BatchJob job = execution.task().job();
    if (job.preparationTask() == null) {
      return false;
    }
    NodePreparation preparation = job.nodes().preparation(execution.node());
    if (preparation == null) {
      preparation = prepare(job, execution.node());
    }
    if (preparation.isOver() || !waitsForSuccess(job)) {
      return false;
    }
    preparation.await(execution);
    return true;
  }

  private static boolean waitsForSuccess(BatchJob job) {
    return job.preparationTask().getBoolean("waitForSuccess");
  }

  private NodePreparation prepare(BatchJob job, ComputeNode node) {
    Entity known = job.preparationStatuses().get(node.key());
    PreparationStatus status =
        known instanceof PreparationStatus before ? before : new PreparationStatus(node);
    job.preparationStatuses().put(node.key(), status);
    NodePreparation preparation = new NodePreparation(job, node, status);
    job.nodes().prepare(preparation);
    job.nodes().preparations(1);
    run(preparation, false);
    return preparation;
  }

  private void run(NodePreparation preparation, boolean isRetry) {
    BatchJob job = preparation.job();
    JsonObject task = job.preparationTask();
    String directory = job.directory() + "/" + task.getString("id");
    preparation
        .status()
        .preparationStarted(context.now(), directory, preparation.retries(), isRetry);
    preparation.started(
        CommandRun.start(
            context,
            new Command(
                preparation.node(),
                directory,
                task.getString("commandLine"),
                TaskEnvironment.of(
                    job, task, preparation.node(), directory, context.settings().accountName()),
                Wire.limit(task.getJsonObject("constraints"), "maxWallClockTime")),
            end -> ended(preparation, end)));
  }

  private void ended(NodePreparation preparation, CommandEnd end) {
    BatchJob job = preparation.job();
    int retryLimit =
        job.preparationTask().getJsonObject("constraints").getInteger("maxTaskRetryCount");
    if (!job.state().isEnding() && end.isRetryable(preparation.retries(), retryLimit)) {
      preparation.retried();
      run(preparation, true);
      return;
    }
    conclude(preparation, end);
    settled.accept(job);
  }

  private void conclude(NodePreparation preparation, CommandEnd end) {
    preparation.ended(end);
    preparation.job().nodes().preparations(-1);
    preparation.status().preparationEnded(context.now(), end);
    if (end.isSuccess()) {
      preparation.takeWaiting().forEach(launch);
      return;
    }
    if (waitsForSuccess(preparation.job())) {
      preparation.job().nodes().bar(preparation.node());
    }
    preparation.takeWaiting().forEach(handBack);
  }

  /** Ends those that are running, because the job ends. */
  void stopAll(BatchJob job) {
    job.nodes().preparations().forEach(each -> each.stop("The job has ended."));
  }

  /**
   * A node does not run any more, for ever or until it starts again.
   *
   * @param keepsFiles whether what the preparation made is still there afterwards
   */
  void nodeStopped(BatchJob job, ComputeNode node, boolean keepsFiles) {
    NodePreparation preparation = job.nodes().preparation(node);
    if (preparation == null) {
      return;
    }
    if (!preparation.isOver()) {
      preparation.abandon();
      conclude(preparation, CommandEnd.ended("The node was stopped."));
    }
    boolean again = job.preparationTask().getBoolean("rerunOnNodeRebootAfterSuccess");
    if (!keepsFiles || again || !preparation.hasSucceeded()) {
      job.nodes().forget(node);
    }
    settled.accept(job);
  }
}
