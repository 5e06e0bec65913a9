package io.github.camelhpc.azbatch;

import java.util.Map;

/**
 * How many tasks of a job are in which state.
 *
 * @param notCompleted active, preparing and running
 * @param succeeded completed with success
 * @param failed completed with a failure
 */
record TaskCounts(int notCompleted, int succeeded, int failed) {

  /** Older versions have the numbers in the answer itself (facts/azbatch.md §3.2). */
  static TaskCounts of(Map<String, Object> answer) {
    Map<String, Object> counts =
        answer.get("taskCounts") instanceof Map<?, ?>
            ? BatchRequestBody.members(answer.get("taskCounts"))
            : answer;
    return new TaskCounts(
        number(counts, "active") + number(counts, "running"),
        number(counts, "succeeded"),
        number(counts, "failed"));
  }

  private static int number(Map<String, Object> counts, String name) {
    Object value = counts.get(name);
    return value == null ? 0 : (int) Double.parseDouble(value.toString());
  }
}
