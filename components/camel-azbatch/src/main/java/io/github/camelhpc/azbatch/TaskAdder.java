package io.github.camelhpc.azbatch;

import static io.github.camelhpc.azbatch.AzBatchParameters.PARALLEL_REQUESTS;

import io.github.camelhpc.support.http.RetryPolicy;
import io.github.camelhpc.support.json.JsonWriter;
import io.github.camelhpc.support.operation.InvalidParameterException;
import io.github.camelhpc.support.operation.ParameterValues;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;

/**
 * Adds any number of tasks to a job: reads them as it goes, and has several requests on their way
 * at once.
 */
final class TaskAdder {

  /** So many requests can be on their way at once. */
  static final int MAX_PARALLEL = 16;

  private final AzBatchClient client;
  private final RetryPolicy retries;
  private final Executor executor;

  /**
   * @param retries when tasks that the service failed to add are sent again
   * @param executor sends the requests, {@link #MAX_PARALLEL} at once
   */
  TaskAdder(AzBatchClient client, RetryPolicy retries, Executor executor) {
    this.client = client;
    this.retries = retries;
    this.executor = executor;
  }

  /**
   * Adds the tasks.
   *
   * @param values the job, and how many requests at once
   * @param tasks read by this thread only
   * @return what became of each, in the order of the tasks
   * @throws InvalidParameterException if one is no task; those before it may have been added
   */
  TaskResults add(ParameterValues values, Iterator<?> tasks) throws Exception {
    int parallel = parallel(values);
    TaskResults results = new TaskResults();
    ChunkSender sender = new ChunkSender(client, values, retries, results);
    Semaphore free = new Semaphore(parallel);
    try {
      TaskChunk chunk = new TaskChunk();
      for (int position = 0; tasks.hasNext() && !results.isFailed(); position++) {
        TaskChunk.Task task = task(values, tasks.next(), position);
        if (!chunk.hasRoomFor(task)) {
          send(sender, chunk, free);
          chunk = new TaskChunk();
        }
        results.expect(task);
        chunk.add(task);
      }
      if (!chunk.isEmpty() && !results.isFailed()) {
        send(sender, chunk, free);
      }
    } finally {
      free.acquireUninterruptibly(parallel);
    }
    results.throwFailure();
    return results;
  }

  private void send(ChunkSender sender, TaskChunk chunk, Semaphore free)
      throws InterruptedException {
    free.acquire();
    boolean handedOver = false;
    try {
      executor.execute(
          () -> {
            try {
              sender.send(chunk);
            } finally {
              free.release();
            }
          });
      handedOver = true;
    } finally {
      if (!handedOver) {
        free.release();
      }
    }
  }

  private static int parallel(ParameterValues values) {
    Integer given = values.integer(PARALLEL_REQUESTS);
    int parallel = given == null ? 1 : given;
    if (parallel < 1 || parallel > MAX_PARALLEL) {
      throw new InvalidParameterException(
          values.operation()
              + ": parallelRequests must be from 1 to "
              + MAX_PARALLEL
              + ", not "
              + parallel
              + "; change "
              + PARALLEL_REQUESTS.whereToSet());
    }
    return parallel;
  }

  private static TaskChunk.Task task(ParameterValues values, Object task, int position) {
    try {
      Map<String, Object> members = BatchRequestBody.members(task);
      if (members == null) {
        throw new IllegalArgumentException(
            "it is no Map, JSON text or object of the model package");
      }
      for (String needed : AzBatchBody.TASK_ADD.required()) {
        if (members.get(needed) == null) {
          throw new IllegalArgumentException("it needs the member " + needed);
        }
      }
      return new TaskChunk.Task(
          position, String.valueOf(members.get("id")), JsonWriter.bytes(members));
    } catch (IllegalArgumentException e) {
      throw new InvalidParameterException(
          values.operation()
              + " cannot add task "
              + (position + 1)
              + " of the body: "
              + e.getMessage(),
          e);
    }
  }
}
