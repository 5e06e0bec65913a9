package io.github.camelhpc.azbatch;

import static io.github.camelhpc.azbatch.AzBatchParameters.FILTER;
import static io.github.camelhpc.azbatch.AzBatchParameters.JOB_ID;
import static io.github.camelhpc.azbatch.AzBatchParameters.LIMIT;
import static io.github.camelhpc.azbatch.AzBatchParameters.MAX_RESULTS;
import static io.github.camelhpc.azbatch.AzBatchParameters.SELECT;

import io.github.camelhpc.support.operation.ParameterValues;
import io.github.camelhpc.support.status.StatusSource;
import java.time.Instant;
import java.util.function.Predicate;

/**
 * Whether all tasks of a job are completed: its counts say so, and since they may lag (facts/
 * azbatch.md §1.1), a list of those that are not completed is empty.
 */
final class TasksStatusSource implements StatusSource<TaskCounts> {

  private static final String NOT_COMPLETED =
      "state eq 'active' or state eq 'preparing' or state eq 'running'";

  private final AzBatchClient client;
  private final ParameterValues common;

  /**
   * @param common the version of the interface
   */
  TasksStatusSource(AzBatchClient client, ParameterValues common) {
    this.client = client;
    this.common = common;
  }

  /** The service lists the tasks of one job only. */
  @Override
  public boolean hasList() {
    return false;
  }

  @Override
  public Instant readAll(Predicate<Status<TaskCounts>> sink) {
    throw new UnsupportedOperationException("there is no list of the tasks of all jobs");
  }

  @Override
  public Instant readChanged(Instant since, Predicate<Status<TaskCounts>> sink) {
    throw new UnsupportedOperationException("there is no list of the tasks of all jobs");
  }

  @Override
  public Status<TaskCounts> readOne(String jobId) throws Exception {
    TaskCounts counts = counts(jobId);
    boolean done = counts.notCompleted() == 0 && areCompleted(jobId);
    return new Status<>(jobId, done, counts);
  }

  private TaskCounts counts(String jobId) throws Exception {
    ParameterValues values = common.forOperation("azbatch:getJobTaskCounts").with(JOB_ID, jobId);
    return TaskCounts.of(
        BatchRequestBody.members(
            client.call(BatchOperation.GET_JOB_TASK_COUNTS, values, null).value()));
  }

  /** Whether the list of the tasks that are not completed is empty. */
  boolean areCompleted(String jobId) throws Exception {
    ParameterValues values =
        common
            .forOperation("azbatch:listTasks")
            .with(JOB_ID, jobId)
            .with(FILTER, NOT_COMPLETED)
            .with(SELECT, "id")
            .with(MAX_RESULTS, 1)
            .with(LIMIT, 1);
    boolean[] found = new boolean[1];
    new AzBatchListing(client, BatchOperation.LIST_TASKS, values)
        .forEach(
            task -> {
              found[0] = true;
              return false;
            });
    return !found[0];
  }

  @Override
  public boolean isFinal(Exception failure) {
    return JobStatusSource.isRefusal(failure);
  }
}
