package io.github.camelhpc.azbatch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What became of tasks that are added, in the order in which they were given. */
final class TaskResults {

  private final List<Map<String, Object>> results = new ArrayList<>();
  private Exception failure;
  private int failed;

  synchronized void expect(TaskChunk.Task task) {
    while (results.size() <= task.position()) {
      results.add(null);
    }
  }

  synchronized void put(TaskChunk.Task task, Map<String, Object> result) {
    results.set(task.position(), result);
    failed += isAdded(result) ? 0 : 1;
  }

  /** A task that an earlier attempt has added. */
  void putAdded(TaskChunk.Task task) {
    put(task, result("success", task));
  }

  /** A task that was too large for a request. */
  void putTooLarge(TaskChunk.Task task, AzBatchException refusal) {
    Map<String, Object> message = new LinkedHashMap<>();
    message.put("value", refusal.getServiceMessage());
    // a proxy has no code of its own
    String code =
        refusal.getServiceCode() == null ? "RequestBodyTooLarge" : refusal.getServiceCode();
    Map<String, Object> error = new LinkedHashMap<>();
    error.put("code", code);
    error.put("message", message);
    Map<String, Object> result = result("clienterror", task);
    result.put("error", error);
    put(task, result);
  }

  /** A task of which the service does not say what became of it. */
  void putUnknown(TaskChunk.Task task) {
    put(task, result("servererror", task));
  }

  /** In the service's order. */
  private static Map<String, Object> result(String status, TaskChunk.Task task) {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("status", status);
    result.put("taskId", task.id());
    return result;
  }

  static boolean isAdded(Map<String, Object> result) {
    return "success".equalsIgnoreCase(String.valueOf(result.get("status")));
  }

  synchronized void fail(Exception e) {
    if (failure == null) {
      failure = e;
    } else if (failure != e) {
      failure.addSuppressed(e);
    }
  }

  synchronized boolean isFailed() {
    return failure != null;
  }

  synchronized void throwFailure() throws Exception {
    if (failure != null) {
      throw failure;
    }
  }

  synchronized List<Map<String, Object>> all() {
    return new ArrayList<>(results);
  }

  synchronized int failed() {
    return failed;
  }

  synchronized int added() {
    return results.size() - failed;
  }

  /** Says that tasks were not added, and of the first one why. */
  synchronized String refusal(String jobId) {
    Map<String, Object> first = refused(1).get(0);
    return failed
        + (failed == 1 ? " task" : " tasks")
        + " could not be added to Azure Batch job "
        + jobId
        + ", the first: "
        + first.get("taskId")
        + " ("
        + reason(first)
        + ")";
  }

  private static String reason(Map<String, Object> result) {
    if (!(result.get("error") instanceof Map<?, ?> error)) {
      return String.valueOf(result.get("status"));
    }
    Object text = error.get("message") instanceof Map<?, ?> message ? message.get("value") : null;
    return error.get("code") + (text == null ? "" : ": " + text);
  }

  /** The first results of tasks that were not added. */
  synchronized List<Map<String, Object>> refused(int atMost) {
    return results.stream().filter(r -> !isAdded(r)).limit(atMost).toList();
  }
}
