package io.github.camelhpc.app;

import static io.github.camelhpc.app.AzureTaskRun.object;
import static io.github.camelhpc.app.AzureTaskRun.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Tells the results of a job on Azure Batch in the words of HPC Pack. */
final class AzureResults {

  private static final String FINISHED = "Finished";
  private static final String FAILED = "Failed";
  private static final String CANCELED = "Canceled";

  private AzureResults() {}

  /**
   * One entry a task, with HPC Pack's names of properties, in the order of the file.
   *
   * @param runs in any order
   */
  static List<Map<String, String>> tasks(AzureJob job, List<AzureTaskRun> runs) {
    Map<String, AzureTaskRun> byId =
        runs.stream().collect(Collectors.toMap(AzureTaskRun::id, Function.identity(), (a, b) -> a));
    List<Map<String, String>> entries = new ArrayList<>();
    for (AzureTask task : job.tasks()) {
      AzureTaskRun run = byId.getOrDefault(task.id(), new AzureTaskRun(Map.of(), ""));
      entries.add(entry(task, run));
    }
    return entries;
  }

  private static Map<String, String> entry(AzureTask task, AzureTaskRun run) {
    Map<?, ?> execution = run.execution();
    Map<String, String> entry = new LinkedHashMap<>(task.description());
    entry.put("State", state(execution));
    entry.put("ExitCode", text(execution.get("exitCode")));
    entry.put("Output", run.output());
    entry.put("ErrorMessage", message(object(execution.get("failureInfo"))));
    entry.put("StartTime", text(execution.get("startTime")));
    entry.put("EndTime", text(execution.get("endTime")));
    entry.put("AllocatedNodes", run.node());
    entry.put("RequeueCount", text(execution.get("requeueCount")));
    return entry;
  }

  /** A task that has no result did not get so far: its job was ended before. */
  private static String state(Map<?, ?> execution) {
    String result = text(execution.get("result"));
    if (result.isEmpty()) {
      return CANCELED;
    }
    return result.equalsIgnoreCase("success") ? FINISHED : FAILED;
  }

  private static String message(Map<?, ?> failure) {
    String code = text(failure.get("code"));
    String message = text(failure.get("message"));
    return message.isEmpty() || code.isEmpty() ? code + message : code + ": " + message;
  }

  /**
   * The job with HPC Pack's names of properties, and as {@code AzureBatch} all that Azure Batch
   * says of it.
   *
   * @param members the members of CloudJob
   * @param tasks the entries of its tasks
   */
  static Map<String, Object> job(
      AzureJob job, Map<String, Object> members, List<Map<String, String>> tasks) {
    Map<?, ?> execution = object(members.get("executionInfo"));
    Map<?, ?> error = object(execution.get("schedulingError"));
    String reason = text(execution.get("terminateReason"));
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("Id", job.id());
    entry.put("Name", job.name());
    entry.put("State", state(tasks, error, reason));
    entry.put("ErrorMessage", isByItself(reason) ? message(error) : reason);
    entry.put("CreateTime", text(members.get("creationTime")));
    entry.put("StartTime", text(execution.get("startTime")));
    entry.put("EndTime", text(execution.get("endTime")));
    entry.put("AzureBatch", members);
    return entry;
  }

  private static String state(List<Map<String, String>> tasks, Map<?, ?> error, String reason) {
    boolean failed =
        !error.isEmpty() || tasks.stream().anyMatch(task -> FAILED.equals(task.get("State")));
    if (failed) {
      return FAILED;
    }
    return isByItself(reason) && tasks.stream().allMatch(task -> FINISHED.equals(task.get("State")))
        ? FINISHED
        : CANCELED;
  }

  /** Whether nobody ended the job before its tasks were completed (facts/azbatch.md §3.2). */
  private static boolean isByItself(String reason) {
    return reason.isEmpty() || reason.equalsIgnoreCase("AllTasksComplete");
  }
}
