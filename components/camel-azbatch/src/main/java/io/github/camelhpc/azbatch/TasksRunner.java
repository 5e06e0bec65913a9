package io.github.camelhpc.azbatch;

import static io.github.camelhpc.azbatch.AzBatchParameters.API_VERSION;
import static io.github.camelhpc.azbatch.AzBatchParameters.FILE_PATH;
import static io.github.camelhpc.azbatch.AzBatchParameters.JOB_CLEANUP;
import static io.github.camelhpc.azbatch.AzBatchParameters.JOB_ID;
import static io.github.camelhpc.azbatch.AzBatchParameters.OUTPUT_TYPE;
import static io.github.camelhpc.azbatch.AzBatchParameters.POOL_ID;
import static io.github.camelhpc.azbatch.AzBatchParameters.TASK_ID;

import io.github.camelhpc.support.camel.OperationResult;
import io.github.camelhpc.support.http.RequestTarget;
import io.github.camelhpc.support.operation.InvalidParameterException;
import io.github.camelhpc.support.operation.ParameterValues;
import io.github.camelhpc.support.paging.OutputType;
import io.github.camelhpc.support.status.WaitEndedException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs a job with its tasks, from adding it to reading what the tasks wrote. */
final class TasksRunner {

  private static final Logger LOG = LoggerFactory.getLogger(TasksRunner.class);
  private static final int NAMED_TASKS = 5;
  private static final List<String> OVER =
      List.of("JobCompleted", "JobBeingTerminated", "JobBeingDeleted", "JobNotFound");

  private final AzBatchClient client;
  private final TaskAdder adder;
  private final JobWaiter waiter;
  private final Executor executor;

  TasksRunner(AzBatchClient client, TaskAdder adder, JobWaiter waiter, Executor executor) {
    this.client = client;
    this.adder = adder;
    this.waiter = waiter;
    this.executor = executor;
  }

  /**
   * The result is there when all tasks are completed. When it is read, or something fails, the job
   * is cleaned up as asked for; but not when the wait ends because the component stops.
   */
  CompletableFuture<OperationResult> run(ParameterValues given, Object body) throws Exception {
    Map<String, Object> members = job(given, body);
    Object tasks = members.remove("tasks");
    ParameterValues values = given.with(JOB_ID, members.get("id"));
    RequestTarget.check(BatchOperation.RUN_TASKS.spec(), values);
    client.call(BatchOperation.ADD_JOB, common(values).forOperation("azbatch:addJob"), members);
    Runnable cleanup = () -> cleanUp(values);
    try {
      add(values, tasks);
    } catch (Exception e) {
      cleanup.run();
      throw e;
    }
    CompletableFuture<OperationResult> result =
        waiter.following(waiter.tasksOf(values), counts -> outputs(values, counts, cleanup));
    result.whenComplete(
        (outputs, failure) -> {
          if (failure != null && !isStopped(failure)) {
            executor.execute(cleanup);
          }
        });
    return result;
  }

  private static boolean isStopped(Throwable failure) {
    return failure instanceof WaitEndedException
        || failure instanceof CompletionException
            && failure.getCause() instanceof WaitEndedException;
  }

  private static Map<String, Object> job(ParameterValues values, Object body) {
    Map<String, Object> job = new LinkedHashMap<>();
    try {
      Map<String, Object> members =
          body instanceof String text && text.stripLeading().startsWith("[")
              ? null
              : BatchRequestBody.members(body);
      if (members != null && !members.containsKey("value")) {
        job.putAll(members);
        job.computeIfPresent("tasks", (name, tasks) -> TaskInput.of(tasks));
      } else {
        job.put("tasks", TaskInput.of(body));
      }
    } catch (IllegalArgumentException e) {
      throw new InvalidParameterException(
          "azbatch:runTasks cannot run the body: " + e.getMessage(), e);
    }
    if (job.get("tasks") == null) {
      throw new InvalidParameterException(
          "azbatch:runTasks cannot run the body: the job needs the member tasks");
    }
    if (job.get("id") == null) {
      job.put("id", values.has(JOB_ID) ? values.get(JOB_ID) : "camel-" + UUID.randomUUID());
    }
    if (job.get("poolInfo") == null) {
      job.put("poolInfo", Map.of("poolId", pool(values)));
    }
    return job;
  }

  private static String pool(ParameterValues values) {
    if (!values.has(POOL_ID)) {
      throw new InvalidParameterException(
          "azbatch:runTasks needs a pool: give the job the member poolInfo, or set "
              + POOL_ID.whereToSet());
    }
    return values.get(POOL_ID);
  }

  private void add(ParameterValues values, Object tasks) throws Exception {
    TaskResults results = adder.add(values, TaskInput.of(tasks));
    if (results.failed() > 0) {
      String jobId = values.get(JOB_ID);
      throw new AzBatchJobFailedException(
          results.refusal(jobId), jobId, results.refused(NAMED_TASKS));
    }
  }

  private OperationResult outputs(ParameterValues values, TaskCounts counts, Runnable cleanup)
      throws Exception {
    waiter.checkSuccess(values);
    boolean streamed =
        values.has(OUTPUT_TYPE) && OutputType.of(values.get(OUTPUT_TYPE)) == OutputType.STREAM_LIST;
    AzBatchListing listing =
        new AzBatchListing(
            client, BatchOperation.LIST_TASKS, JobWaiter.tasks(values).with(OUTPUT_TYPE, null));
    Map<String, Object> headers = new HashMap<>(JobWaiter.headers(counts));
    headers.put(AzBatchConstants.JOB_ID, values.get(JOB_ID));
    if (streamed) {
      // the files are there for as long as somebody may read them
      return new OperationResult(
              new TaskOutputs(listing.iterator(executor), task -> streamed(values, task)), headers)
          .andAfterwards(cleanup);
    }
    List<TaskOutput> all = new ArrayList<>();
    for (Object task : listing.collected(executor)) {
      all.add(collected(values, task));
    }
    cleanup.run();
    return new OperationResult(all, headers);
  }

  /** Its files are read when somebody asks for them. */
  private TaskOutput streamed(ParameterValues values, Object task) {
    Map<String, Object> members = BatchRequestBody.members(task);
    return new TaskOutput(
        members,
        file -> {
          FileContent content = open(values, members, file);
          return content == null ? InputStream.nullInputStream() : content;
        });
  }

  /** Its files are read now; a job that is deleted has none later. */
  private TaskOutput collected(ParameterValues values, Object task) throws IOException {
    Map<String, Object> members = BatchRequestBody.members(task);
    Map<String, byte[]> files = new HashMap<>();
    for (String file : List.of("stdout.txt", "stderr.txt")) {
      try (FileContent content = open(values, members, file)) {
        files.put(file, content == null ? new byte[0] : content.collected());
      }
    }
    return new TaskOutput(members, file -> new ByteArrayInputStream(files.get(file)));
  }

  /**
   * @return null if the task has no such file
   */
  private FileContent open(ParameterValues values, Map<String, Object> task, String file)
      throws IOException {
    ParameterValues one =
        common(values)
            .forOperation("azbatch:getTaskFile")
            .with(JOB_ID, values.get(JOB_ID))
            .with(TASK_ID, task.get("id"))
            .with(FILE_PATH, file);
    try {
      return (FileContent) client.call(BatchOperation.GET_TASK_FILE, one, null).value();
    } catch (AzBatchException e) {
      // a task that was not started has written nothing
      if (e.getStatusCode() == 404 || e.hasCode("TaskFilesUnavailable")) {
        return null;
      }
      throw new IOException(e.getMessage(), e);
    } catch (IOException e) {
      throw e;
    } catch (Exception e) {
      throw new IOException(e);
    }
  }

  private void cleanUp(ParameterValues values) {
    JobCleanup cleanup =
        values.has(JOB_CLEANUP)
            ? JobCleanup.valueOf(values.get(JOB_CLEANUP))
            : JobCleanup.TERMINATE;
    ParameterValues job = common(values).with(JOB_ID, values.get(JOB_ID));
    try {
      switch (cleanup) {
        case TERMINATE ->
            client.call(
                BatchOperation.TERMINATE_JOB, job.forOperation("azbatch:terminateJob"), null);
        case DELETE ->
            client.call(BatchOperation.DELETE_JOB, job.forOperation("azbatch:deleteJob"), null);
        case NONE -> {}
      }
    } catch (AzBatchException e) {
      // it ended by itself with its tasks, or somebody was quicker
      if (OVER.stream().noneMatch(e::hasCode)) {
        warn(values, cleanup, e);
      }
    } catch (Exception e) {
      warn(values, cleanup, e);
    }
  }

  private static void warn(ParameterValues values, JobCleanup cleanup, Exception e) {
    LOG.warn("{} of job {} failed: {}", cleanup, values.get(JOB_ID), e.getMessage());
  }

  private static ParameterValues common(ParameterValues values) {
    return values.only(API_VERSION);
  }
}
