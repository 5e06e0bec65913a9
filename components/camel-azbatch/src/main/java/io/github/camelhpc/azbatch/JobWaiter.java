package io.github.camelhpc.azbatch;

import static io.github.camelhpc.azbatch.AzBatchParameters.API_VERSION;
import static io.github.camelhpc.azbatch.AzBatchParameters.AWAIT_TIMEOUT;
import static io.github.camelhpc.azbatch.AzBatchParameters.FAIL_ON_UNSUCCESSFUL;
import static io.github.camelhpc.azbatch.AzBatchParameters.FILTER;
import static io.github.camelhpc.azbatch.AzBatchParameters.JOB_ID;
import static io.github.camelhpc.azbatch.AzBatchParameters.LIMIT;
import static io.github.camelhpc.azbatch.AzBatchParameters.OUTPUT_TYPE;
import static io.github.camelhpc.azbatch.AzBatchParameters.SELECT;

import io.github.camelhpc.support.camel.OperationResult;
import io.github.camelhpc.support.operation.ParameterValues;
import io.github.camelhpc.support.status.CompletionMonitor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/** Waits for jobs and for their tasks. */
final class JobWaiter {

  private static final String TASK_PROPERTIES =
      "id,state,stateTransitionTime,executionInfo,nodeInfo";
  private static final int NAMED_TASKS = 5;

  private final AzBatchClient client;
  private final CompletionMonitor<Map<String, Object>> jobs;
  private final CompletionMonitor<TaskCounts> tasks;
  private final TasksStatusSource taskStatus;
  private final Executor executor;

  /**
   * @param executor reads what there is to be read of jobs that have ended
   */
  JobWaiter(
      AzBatchClient client,
      CompletionMonitor<Map<String, Object>> jobs,
      CompletionMonitor<TaskCounts> tasks,
      TasksStatusSource taskStatus,
      Executor executor) {
    this.client = client;
    this.jobs = jobs;
    this.tasks = tasks;
    this.taskStatus = taskStatus;
    this.executor = executor;
  }

  CompletableFuture<OperationResult> awaitJob(ParameterValues values) {
    CompletableFuture<Map<String, Object>> wait =
        jobs.await(JobStatusSource.key(values.get(JOB_ID)), timeout(values));
    return following(wait, job -> ended(values, job));
  }

  CompletableFuture<OperationResult> awaitTasks(ParameterValues values) {
    return following(tasksOf(values), counts -> completed(values, counts));
  }

  /**
   * Waits until all tasks of a job are completed. A job that ends before leaves tasks that will
   * never run: then it fails.
   */
  CompletableFuture<TaskCounts> tasksOf(ParameterValues values) {
    String id = JobStatusSource.key(values.get(JOB_ID));
    CompletableFuture<TaskCounts> counts = tasks.await(id, timeout(values));
    CompletableFuture<Map<String, Object>> end = jobs.await(id, Duration.ZERO);
    CompletableFuture<TaskCounts> over =
        end.thenApplyAsync(job -> afterEnd(values, id, job), executor);
    CompletableFuture<TaskCounts> result =
        CompletableFuture.anyOf(counts, over).thenApply(TaskCounts.class::cast);
    result.whenComplete(
        (r, failure) -> {
          counts.cancel(false);
          end.cancel(false);
        });
    return result;
  }

  private TaskCounts afterEnd(ParameterValues values, String id, Map<String, Object> job) {
    try {
      if (taskStatus.areCompleted(id)) {
        return taskStatus.readOne(id).entry();
      }
    } catch (Exception e) {
      throw new CompletionException(e);
    }
    throw new AzBatchJobFailedException(
        values.operation() + ": job " + id + " ended" + reason(job) + " with tasks not completed",
        id,
        List.of());
  }

  /** What is done when the wait is over. */
  @FunctionalInterface
  interface Reading<E> {
    OperationResult of(E entry) throws Exception;
  }

  /** Goes on in the executor; whoever ends the result early ends the wait. */
  <E> CompletableFuture<OperationResult> following(CompletableFuture<E> wait, Reading<E> reading) {
    CompletableFuture<OperationResult> result =
        wait.thenApplyAsync(
            entry -> {
              try {
                return reading.of(entry);
              } catch (Exception e) {
                throw new CompletionException(e);
              }
            },
            executor);
    result.whenComplete((r, failure) -> wait.cancel(false));
    return result;
  }

  private static OperationResult ended(ParameterValues values, Map<String, Object> job) {
    Map<String, Object> execution = execution(job);
    boolean failed =
        "TaskFailed".equalsIgnoreCase(String.valueOf(execution.get("terminateReason")))
            || execution.get("schedulingError") != null;
    if (failed && values.isTrue(FAIL_ON_UNSUCCESSFUL, false)) {
      throw new AzBatchJobFailedException(
          "Azure Batch job " + job.get("id") + " ended" + reason(job),
          String.valueOf(job.get("id")),
          List.of());
    }
    Map<String, Object> headers = new HashMap<>();
    headers.put(AzBatchConstants.JOB_ID, job.get("id"));
    headers.put(AzBatchConstants.STATE, job.get("state"));
    return new OperationResult(job, headers);
  }

  private static Map<String, Object> execution(Map<String, Object> job) {
    Map<String, Object> execution = BatchRequestBody.members(job.get("executionInfo"));
    return execution == null ? Map.of() : execution;
  }

  private static String reason(Map<String, Object> job) {
    Map<String, Object> execution = execution(job);
    if (execution.get("schedulingError") instanceof Map<?, ?> error) {
      return ": it could not be scheduled (" + error.get("code") + "): " + error.get("message");
    }
    Object reason = execution.get("terminateReason");
    return reason == null ? "" : " (" + reason + ")";
  }

  private OperationResult completed(ParameterValues values, TaskCounts counts) throws Exception {
    checkSuccess(values);
    ParameterValues listing = tasks(values);
    OperationResult list =
        new AzBatchListing(
                client,
                BatchOperation.LIST_TASKS,
                values.has(SELECT) ? listing.with(SELECT, values.get(SELECT)) : listing)
            .result(executor);
    Map<String, Object> headers = new HashMap<>(list.headers());
    headers.putAll(headers(counts));
    return new OperationResult(list.body(), headers);
  }

  /** The values that list the tasks of the job, with what tells how they went. */
  static ParameterValues tasks(ParameterValues values) {
    return values
        .only(API_VERSION, JOB_ID, OUTPUT_TYPE, LIMIT)
        .forOperation("azbatch:listTasks")
        .with(SELECT, TASK_PROPERTIES);
  }

  static Map<String, Object> headers(TaskCounts counts) {
    return Map.of(
        AzBatchConstants.TASKS_SUCCEEDED,
        counts.succeeded(),
        AzBatchConstants.TASKS_FAILED,
        counts.failed());
  }

  /** Fails if that is asked for and a task has failed; the list is right where counts may lag. */
  void checkSuccess(ParameterValues values) throws Exception {
    if (!values.isTrue(FAIL_ON_UNSUCCESSFUL, false)) {
      return;
    }
    ParameterValues failures =
        tasks(values)
            .with(OUTPUT_TYPE, null)
            .with(FILTER, "executionInfo/result eq 'failure'")
            .with(LIMIT, NAMED_TASKS);
    List<Map<String, Object>> failed = new ArrayList<>();
    new AzBatchListing(client, BatchOperation.LIST_TASKS, failures)
        .forEach(task -> failed.add(BatchRequestBody.members(task)));
    if (!failed.isEmpty()) {
      String jobId = values.get(JOB_ID);
      throw new AzBatchJobFailedException(
          "Tasks of Azure Batch job " + jobId + " failed, among them " + named(failed),
          jobId,
          failed);
    }
  }

  private static String named(List<Map<String, Object>> failed) {
    List<String> names = new ArrayList<>();
    for (Map<String, Object> task : failed) {
      Object exitCode = execution(task).get("exitCode");
      names.add(task.get("id") + (exitCode == null ? "" : " (exit code " + exitCode + ")"));
    }
    return String.join(", ", names);
  }

  private static Duration timeout(ParameterValues values) {
    Duration timeout = values.duration(AWAIT_TIMEOUT);
    return timeout == null ? Duration.ZERO : timeout;
  }
}
