package io.github.camelhpc.simulators.azbatch.account;

import io.vertx.core.json.JsonObject;
import java.util.function.Consumer;

/** Runs the release task of a job that ends, on every node where the preparation task has run. */
final class JobReleases {

  private final AccountContext context;
  private final Consumer<BatchJob> settled;

  /**
   * @param settled is told that a release task has ended
   */
  JobReleases(AccountContext context, Consumer<BatchJob> settled) {
    this.context = context;
    this.settled = settled;
  }

  void start(BatchJob job) {
    if (job.releaseTask() == null) {
      return;
    }
    for (NodePreparation preparation : job.nodes().preparations()) {
      if (preparation.node().state().isUsable()) {
        run(job, preparation);
      }
    }
  }

  private void run(BatchJob job, NodePreparation preparation) {
    JsonObject task = job.releaseTask();
    ComputeNode node = preparation.node();
    String directory = job.directory() + "/" + task.getString("id");
    preparation.status().releaseStarted(context.now(), directory);
    job.nodes().releases(1);
    CommandRun.start(
        context,
        new Command(
            node,
            directory,
            task.getString("commandLine"),
            TaskEnvironment.of(job, task, node, directory, context.settings().accountName()),
            Wire.limit(task, "maxWallClockTime")),
        end -> {
          preparation.status().releaseEnded(context.now(), end);
          job.nodes().releases(-1);
          settled.accept(job);
        });
  }
}
