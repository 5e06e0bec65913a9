package io.github.camelhpc.azbatch;

import static io.github.camelhpc.azbatch.JobScenarios.ids;
import static io.github.camelhpc.azbatch.JobScenarios.members;
import static io.github.camelhpc.azbatch.OperationScenario.on;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import io.github.camelhpc.azbatch.OperationScenario.Arrangement;
import io.github.camelhpc.azbatch.OperationScenario.Check;
import io.github.camelhpc.azbatch.model.TaskAddParameter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The operations on tasks and their files. */
final class TaskScenarios {

  private static final Map<String, Object> TASK =
      Map.of("id", "new", "commandLine", "run", "displayName", "Größe");

  private TaskScenarios() {}

  static Stream<OperationScenario> all() {
    return Stream.concat(tasks(), files());
  }

  private static Stream<OperationScenario> tasks() {
    return Stream.of(
        on(BatchOperation.ADD_TASK)
            .with("jobId", "j")
            .body(TASK)
            .after((test, parameters) -> test.job("j"))
            .then(
                (test, exchange) -> {
                  assertThat(test.simulator.azBatch().task("j", "new").getMap())
                      .containsEntry("displayName", "Größe");
                  assertThat(exchange.getMessage().getHeader(AzBatchConstants.LOCATION))
                      .isEqualTo(test.simulator.azBatchUrl() + "/jobs/j/tasks/new");
                }),
        on(BatchOperation.ADD_TASK_COLLECTION)
            .with("jobId", "j")
            .with("parallelRequests", 2)
            .with("failOnUnsuccessful", true)
            .body(List.of(TASK, new TaskAddParameter("new-2", "run")))
            .after((test, parameters) -> test.job("j"))
            .then(
                (test, exchange) -> {
                  assertThat(exchange.getMessage().getBody(List.class))
                      .extracting(result -> members(result).get("taskId"))
                      .containsExactly("new", "new-2");
                  assertThat(exchange.getMessage().getHeaders())
                      .contains(
                          entry(AzBatchConstants.TASKS_SUCCEEDED, 2),
                          entry(AzBatchConstants.TASKS_FAILED, 0));
                }),
        on(BatchOperation.LIST_TASKS)
            .with("jobId", "j")
            .with("filter", "executionInfo/exitCode ne 0")
            .with("select", "id,executionInfo")
            .with("changedSince", "2026-01-01T00:00:00Z")
            .with("maxResults", 1)
            .after(ran("t1", "fail-1", "fail-2"))
            .then(ids("fail-1", "fail-2")),
        on(BatchOperation.GET_TASK)
            .with("jobId", "j")
            .with("taskId", "fail-1")
            .with("expand", "stats")
            .after(ran("fail-1"))
            .then(
                (test, exchange) -> {
                  assertThat(members(exchange)).containsEntry("state", "completed");
                  assertThat(members(members(exchange).get("executionInfo")))
                      .contains(entry("exitCode", 3), entry("result", "failure"));
                  assertThat(exchange.getMessage().getHeader(AzBatchConstants.ETAG))
                      .isEqualTo(members(exchange).get("eTag"));
                }),
        on(BatchOperation.UPDATE_TASK)
            .with("jobId", "j")
            .with("taskId", "t1")
            .body("{\"constraints\": {\"maxTaskRetryCount\": 4}}")
            .after(waiting("t1"))
            .then(
                (test, exchange) ->
                    assertThat(task(test, "t1").get("constraints"))
                        .asString()
                        .contains("\"maxTaskRetryCount\":4")),
        on(BatchOperation.DELETE_TASK)
            .with("jobId", "j")
            .with("taskId", "t1")
            .after(ran("t1", "t2"))
            .then(
                (test, exchange) -> {
                  assertThat(test.list("azbatch:listTasks?jobId=j"))
                      .extracting(task -> task.get("id"))
                      .containsExactly("t2");
                }),
        on(BatchOperation.TERMINATE_TASK)
            .with("jobId", "j")
            .with("taskId", "t1")
            .after(waiting("t1"))
            .then(state("completed")),
        on(BatchOperation.REACTIVATE_TASK)
            .with("jobId", "j")
            .with("taskId", "fail-1")
            .after(ran("fail-1"))
            .then(state("active")),
        on(BatchOperation.LIST_SUBTASKS)
            .with("jobId", "j")
            .with("taskId", "multi")
            .with("select", "id,exitCode")
            .after(TaskScenarios::multiInstanceTask)
            .then(ids(1, 2)),
        on(BatchOperation.AWAIT_TASKS)
            .with("jobId", "j")
            .with("select", "id,state")
            .with("awaitTimeout", "20s")
            .with("failOnUnsuccessful", false)
            .with("limit", 2)
            .after(ran("t1", "fail-1"))
            .then(
                (test, exchange) -> {
                  ids("fail-1", "t1").of(test, exchange);
                  assertThat(exchange.getMessage().getHeaders())
                      .contains(
                          entry(AzBatchConstants.TASKS_SUCCEEDED, 1),
                          entry(AzBatchConstants.TASKS_FAILED, 1));
                }),
        on(BatchOperation.RUN_TASKS)
            .with("jobId", "run")
            .with("poolId", AzBatchTestSupport.POOL)
            .with("parallelRequests", 1)
            .with("awaitTimeout", "20s")
            .with("failOnUnsuccessful", false)
            .with("jobCleanup", JobCleanup.NONE)
            .body(List.of(TASK, Map.of("id", "fail", "commandLine", "fail")))
            .then(
                (test, exchange) -> {
                  assertThat(exchange.getMessage().getBody(List.class))
                      .extracting("taskId", "exitCode")
                      .containsExactlyInAnyOrder(tuple("new", 0), tuple("fail", 3));
                  assertThat(exchange.getMessage().getHeader(AzBatchConstants.JOB_ID))
                      .isEqualTo("run");
                  assertThat(test.simulator.azBatch().job("run").getString("state"))
                      .isEqualTo("active");
                }));
  }

  private static Stream<OperationScenario> files() {
    return Stream.of(
        on(BatchOperation.LIST_TASK_FILES)
            .with("jobId", "j")
            .with("taskId", "t1")
            .with("recursive", true)
            .with("filter", "startswith(name,'wd')")
            .with("maxResults", 1)
            .after(file())
            .then(
                (test, exchange) ->
                    assertThat(exchange.getMessage().getBody(List.class))
                        .extracting(file -> members(file).get("name"))
                        .containsExactly("wd", "wd/out.csv")),
        on(BatchOperation.GET_TASK_FILE)
            .with("jobId", "j")
            .with("taskId", "t1")
            .with("filePath", "wd/out.csv")
            .with("range", "bytes=2-4")
            .after(file())
            .then((test, exchange) -> assertThat(exchange.getMessage().getBody()).isEqualTo("b,c")),
        on(BatchOperation.GET_TASK_FILE_PROPERTIES)
            .with("jobId", "j")
            .with("taskId", "t1")
            .with("filePath", "wd/out.csv")
            .after(file())
            .then(
                (test, exchange) -> {
                  assertThat(exchange.getMessage().getHeaders())
                      .contains(
                          entry(AzBatchConstants.CONTENT_LENGTH, 5L),
                          entry(AzBatchConstants.IS_DIRECTORY, false));
                }),
        on(BatchOperation.DELETE_TASK_FILE)
            .with("jobId", "j")
            .with("taskId", "t1")
            .with("filePath", "wd")
            .with("recursive", true)
            .after(file())
            .then(
                (test, exchange) -> {
                  assertThat(test.list("azbatch:listTaskFiles?jobId=j&taskId=t1"))
                      .extracting(file -> file.get("name"))
                      .containsExactly("stderr.txt", "stdout.txt");
                }));
  }

  static Arrangement ran(String... tasks) {
    return (test, parameters) -> {
      waiting(tasks).make(test, parameters);
      test.advance(Duration.ofMinutes(1));
    };
  }

  private static Arrangement waiting(String... tasks) {
    return (test, parameters) -> {
      test.job("j");
      Stream.of(tasks).forEach(task -> test.task("j", task));
    };
  }

  /** A task with the file {@code wd/out.csv}. */
  private static Arrangement file() {
    return (test, parameters) -> {
      test.jobWithCompletedTask("j", "t1");
      test.simulator
          .azBatch()
          .writeTaskFile("j", "t1", "wd/out.csv", "a,b,c".getBytes(StandardCharsets.UTF_8));
    };
  }

  private static void multiInstanceTask(AzBatchTestSupport test, Map<String, Object> parameters) {
    test.job("j");
    test.answer(
        "azbatch:addTask?jobId=j",
        Map.of(
            "id",
            "multi",
            "commandLine",
            "run",
            "multiInstanceSettings",
            Map.of("numberOfInstances", 3, "coordinationCommandLine", "join")));
    test.advance(Duration.ofMinutes(1));
  }

  private static Map<String, Object> task(AzBatchTestSupport test, String id) {
    return test.simulator.azBatch().task("j", id).getMap();
  }

  private static Check state(String state) {
    return (test, exchange) ->
        assertThat(test.list("azbatch:listTasks?jobId=j"))
            .extracting(task -> task.get("state"))
            .containsExactly(state);
  }
}
