package io.github.camelhpc.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AzureResultsTest {

  private static final Map<String, Object> SUCCESS =
      Map.of("id", "1", "executionInfo", Map.of("exitCode", 0, "result", "success"));

  private static final Map<String, Object> FAILURE =
      Map.of(
          "id",
          "2",
          "nodeInfo",
          Map.of("nodeId", "tvm-1"),
          "executionInfo",
          Map.of(
              "exitCode",
              3,
              "result",
              "Failure",
              "startTime",
              "2026-01-31T12:00:00Z",
              "endTime",
              "2026-01-31T12:00:01.5Z",
              "requeueCount",
              0,
              "failureInfo",
              Map.of("code", "FailureExitCode", "message", "not zero")));

  private final AzureJob job =
      new JobTranslation("pool1", TaskShell.SH)
          .translate(
              "burst_1",
              "{\"Name\": \"j\", \"tasks\": [{\"CommandLine\": \"a\"}, {\"CommandLine\": \"b\"}]}");

  @Test
  void tasksAreToldInTheWordsOfHpcPackInTheOrderOfTheFile() {
    List<Map<String, String>> tasks =
        AzureResults.tasks(
            job, List.of(new AzureTaskRun(FAILURE, "oh\n"), new AzureTaskRun(SUCCESS, "fine\n")));

    assertThat(tasks).extracting(task -> task.get("CommandLine")).containsExactly("a", "b");
    assertThat(tasks.get(0))
        .containsEntry("State", "Finished")
        .containsEntry("ExitCode", "0")
        .containsEntry("Output", "fine\n")
        .containsEntry("ErrorMessage", "");
    assertThat(tasks.get(1))
        .containsEntry("TaskId", "burst_1.2")
        .containsEntry("State", "Failed")
        .containsEntry("ExitCode", "3")
        .containsEntry("Output", "oh\n")
        .containsEntry("ErrorMessage", "FailureExitCode: not zero")
        .containsEntry("StartTime", "2026-01-31T12:00:00Z")
        .containsEntry("EndTime", "2026-01-31T12:00:01.5Z")
        .containsEntry("AllocatedNodes", "tvm-1")
        .containsEntry("RequeueCount", "0");
  }

  @Test
  void aTaskThatDidNotRunIsCanceled() {
    List<Map<String, String>> tasks =
        AzureResults.tasks(
            job,
            List.of(
                new AzureTaskRun(SUCCESS, ""),
                new AzureTaskRun(Map.of("id", "2", "executionInfo", Map.of("retryCount", 0)), "")));

    assertThat(tasks).extracting(task -> task.get("State")).containsExactly("Finished", "Canceled");
  }

  @Test
  void theStateOfAJobIsThatOfItsTasks() {
    assertThat(summary("AllTasksComplete", SUCCESS, with(SUCCESS, "2")))
        .containsEntry("Id", "burst_1")
        .containsEntry("Name", "j")
        .containsEntry("State", "Finished")
        .containsEntry("ErrorMessage", "");
    assertThat(summary("AllTasksComplete", SUCCESS, FAILURE)).containsEntry("State", "Failed");
    assertThat(summary("AllTasksComplete", SUCCESS)).containsEntry("State", "Canceled");
  }

  @Test
  void aJobThatSomebodyEndedIsCanceled() {
    assertThat(summary("UserTerminate", SUCCESS, with(SUCCESS, "2")))
        .containsEntry("State", "Canceled")
        .containsEntry("ErrorMessage", "UserTerminate");
  }

  @Test
  void aJobThatCouldNotBeScheduledHasFailed() {
    Map<String, Object> members =
        Map.of(
            "executionInfo",
            Map.of("schedulingError", Map.of("code", "PoolGone", "message", "no pool")));

    assertThat(AzureResults.job(job, members, List.of()))
        .containsEntry("State", "Failed")
        .containsEntry("ErrorMessage", "PoolGone: no pool")
        .containsEntry("AzureBatch", members);
  }

  @SafeVarargs
  private Map<String, Object> summary(String reason, Map<String, Object>... runs) {
    List<AzureTaskRun> all =
        List.of(runs).stream().map(members -> new AzureTaskRun(members, "")).toList();
    Map<String, Object> members = Map.of("executionInfo", Map.of("terminateReason", reason));
    return AzureResults.job(job, members, AzureResults.tasks(job, all));
  }

  private static Map<String, Object> with(Map<String, Object> task, String id) {
    return Map.of("id", id, "executionInfo", task.get("executionInfo"));
  }
}
