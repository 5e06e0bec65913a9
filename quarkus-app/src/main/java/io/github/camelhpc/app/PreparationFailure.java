package io.github.camelhpc.app;

import io.github.camelhpc.azbatch.model.JobPreparationAndReleaseTaskExecutionInformation;
import io.github.camelhpc.azbatch.model.JobPreparationTaskExecutionInformation;
import io.github.camelhpc.azbatch.model.TaskExecutionResult;
import io.github.camelhpc.azbatch.model.TaskFailureInformation;
import java.util.List;

/**
 * A preparation task that has failed on a node.
 *
 * @param time when it ended, as the service writes it
 * @param exitCode empty if the command line was not run
 * @param failureCode the service's code, for example FailureExitCode
 * @param message the service's words
 */
public record PreparationFailure(
    String time,
    String job,
    String pool,
    String node,
    String exitCode,
    String failureCode,
    String message) {

  /** The names of the columns. */
  static final List<String> COLUMNS =
      List.of("time", "job", "pool", "node", "exitCode", "failureCode", "message");

  /**
   * @return null if the preparation task has not failed
   */
  static PreparationFailure of(
      String job, JobPreparationAndReleaseTaskExecutionInformation status) {
    JobPreparationTaskExecutionInformation task = status.jobPreparationTaskExecutionInfo();
    if (task == null || !isFailed(task)) {
      return null;
    }
    TaskFailureInformation failure = task.failureInfo();
    return new PreparationFailure(
        text(task.endTime() == null ? task.startTime() : task.endTime()),
        job,
        text(status.poolId()),
        text(status.nodeId()),
        text(task.exitCode()),
        failure == null ? "" : text(failure.code()),
        failure == null ? "" : text(failure.message()));
  }

  /** A filter can let a task pass that has no exit code yet. */
  private static boolean isFailed(JobPreparationTaskExecutionInformation task) {
    return TaskExecutionResult.FAILURE.equals(task.result())
        || task.exitCode() != null && task.exitCode() != 0;
  }

  private static String text(Object value) {
    return value == null ? "" : value.toString();
  }

  List<String> row() {
    return List.of(time, job, pool, node, exitCode, failureCode, message);
  }

  /** What tells it from all others. */
  List<String> key() {
    return row().subList(0, 4);
  }

  /** One sentence for the log. */
  String sentence() {
    return "Node "
        + node
        + " of pool "
        + pool
        + ": the preparation task of job "
        + job
        + " failed"
        + (exitCode.isEmpty() ? "" : " with exit code " + exitCode)
        + (failureCode.isEmpty() ? "" : " (" + failureCode + ")")
        + (message.isEmpty() ? "" : ": " + message);
  }
}
