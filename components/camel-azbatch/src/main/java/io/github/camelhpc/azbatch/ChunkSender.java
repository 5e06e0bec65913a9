package io.github.camelhpc.azbatch;

import io.github.camelhpc.support.http.Attempts;
import io.github.camelhpc.support.http.RetryPolicy;
import io.github.camelhpc.support.operation.ParameterValues;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Adds the tasks of a chunk, as the service's own clients do: what fails at the server is sent
 * again, what is too large is halved, and what is there after a repeat counts as added
 * (facts/azbatch.md §2.4).
 */
final class ChunkSender {

  private static final int TOO_LARGE = 413;
  private static final String EXISTS = "TaskExists";

  private final AzBatchClient client;
  private final ParameterValues values;
  private final RetryPolicy retries;
  private final TaskResults results;

  ChunkSender(
      AzBatchClient client, ParameterValues values, RetryPolicy retries, TaskResults results) {
    this.client = client;
    this.values = values;
    this.retries = retries;
    this.results = results;
  }

  /** Never fails: the results are told of a failure. */
  void send(TaskChunk chunk) {
    try {
      sendAll(chunk, false);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      results.fail(new IOException(values.operation() + " ended because the component stops", e));
    } catch (Exception e) {
      results.fail(e);
    }
  }

  /**
   * @param sentBefore whether the service may have added the tasks already
   */
  private void sendAll(TaskChunk chunk, boolean sentBefore) throws Exception {
    TaskChunk rest = chunk;
    boolean repeated = sentBefore;
    for (int retry = 1; ; retry++) {
      Optional<Duration> delay = retries.delay(retry, null);
      rest = sendOnce(rest, repeated, delay.isEmpty());
      if (rest.isEmpty()) {
        return;
      }
      Thread.sleep(delay.orElseThrow().toMillis());
      repeated = true;
    }
  }

  /**
   * @param repeated whether the tasks were sent before
   * @param last whether they are not sent again
   * @return the tasks to be sent again
   */
  private TaskChunk sendOnce(TaskChunk chunk, boolean repeated, boolean last) throws Exception {
    Attempts attempts = new Attempts();
    List<?> answers;
    try {
      answers =
          (List<?>)
              client
                  .send(BatchOperation.ADD_TASK_COLLECTION, values, chunk.body(), attempts)
                  .value();
    } catch (AzBatchException e) {
      if (e.getStatusCode() != TOO_LARGE) {
        throw e;
      }
      split(chunk, repeated || attempts.mayHaveSucceededBefore(), e);
      return new TaskChunk();
    }
    boolean before = repeated || attempts.mayHaveSucceededBefore();
    return sorted(chunk, answers, before, last);
  }

  private void split(TaskChunk chunk, boolean repeated, AzBatchException tooLarge)
      throws Exception {
    if (chunk.tasks().size() == 1) {
      results.putTooLarge(chunk.tasks().get(0), tooLarge);
      return;
    }
    for (TaskChunk half : chunk.halves()) {
      sendAll(half, repeated);
    }
  }

  /** The answers come in any order, and tell the tasks by their ids. */
  private TaskChunk sorted(TaskChunk chunk, List<?> answers, boolean before, boolean last) {
    Map<String, Deque<Map<String, Object>>> byId = new HashMap<>();
    for (Object answer : answers) {
      Map<String, Object> members = BatchRequestBody.members(answer);
      byId.computeIfAbsent(key(members.get("taskId")), id -> new ArrayDeque<>()).add(members);
    }
    List<TaskChunk.Task> again = new ArrayList<>();
    for (TaskChunk.Task task : chunk.tasks()) {
      Deque<Map<String, Object>> mine = byId.get(key(task.id()));
      Map<String, Object> answer = mine == null ? null : mine.poll();
      if (answer == null && last) {
        results.putUnknown(task);
      } else if (answer == null || !last && isServerError(answer)) {
        again.add(task);
      } else if (before && isThere(answer)) {
        results.putAdded(task);
      } else {
        results.put(task, answer);
      }
    }
    return new TaskChunk(again);
  }

  private static String key(Object id) {
    return String.valueOf(id).toLowerCase(Locale.ROOT);
  }

  private static boolean isServerError(Map<String, Object> answer) {
    return "servererror".equalsIgnoreCase(String.valueOf(answer.get("status")));
  }

  private static boolean isThere(Map<String, Object> answer) {
    return answer.get("error") instanceof Map<?, ?> error
        && EXISTS.equalsIgnoreCase(String.valueOf(error.get("code")));
  }
}
