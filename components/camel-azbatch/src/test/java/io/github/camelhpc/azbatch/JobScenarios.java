package io.github.camelhpc.azbatch;

import static io.github.camelhpc.azbatch.OperationScenario.on;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.github.camelhpc.azbatch.OperationScenario.Arrangement;
import io.github.camelhpc.azbatch.OperationScenario.Check;
import io.github.camelhpc.azbatch.model.JobAddParameter;
import io.github.camelhpc.azbatch.model.JobPreparationAndReleaseTaskExecutionInformation;
import io.github.camelhpc.azbatch.model.JobPreparationTaskState;
import io.github.camelhpc.azbatch.model.TaskExecutionResult;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.Exchange;

/** The operations on jobs. */
final class JobScenarios {

  private static final Map<String, Object> POOL_INFO = Map.of("poolId", AzBatchTestSupport.POOL);

  private JobScenarios() {}

  static Stream<OperationScenario> all() {
    return Stream.of(
        on(BatchOperation.LIST_PREPARATION_AND_RELEASE_TASK_STATUS)
            .with("jobId", "prepared")
            .with("filter", "jobPreparationTaskExecutionInfo/exitCode eq 0")
            .with("select", "poolId,nodeId,jobPreparationTaskExecutionInfo")
            .with("maxResults", 1)
            .after(JobScenarios::preparedJob)
            .then(JobScenarios::statusOfBothNodes),
        on(BatchOperation.ADD_JOB)
            .body(Map.of("id", "new", "poolInfo", POOL_INFO, "priority", 7))
            .then(JobScenarios::newJob),
        on(BatchOperation.ADD_JOB)
            .body(new JobAddParameter("new", AzBatchTestSupport.POOL).priority(7))
            .then(JobScenarios::newJob),
        on(BatchOperation.ADD_JOB)
            .body("{\"id\": \"new\", \"poolInfo\": {\"poolId\": \"pool1\"}, \"priority\": 7}")
            .then(JobScenarios::newJob),
        on(BatchOperation.LIST_JOBS)
            .with("filter", "startswith(id,'j')")
            .with("select", "id,state")
            .with("changedSince", "2026-01-01T00:00:00Z")
            .with("maxResults", 1)
            .after(jobs("j1", "j2", "k1"))
            .then(ids("j1", "j2")),
        on(BatchOperation.LIST_JOBS)
            .with("limit", 2)
            .with("expand", "stats")
            .after(jobs("j1", "j2", "j3"))
            .then(ids("j1", "j2")),
        on(BatchOperation.GET_JOB).with("jobId", "j").after(jobs("j")).then(JobScenarios::wholeJob),
        on(BatchOperation.GET_JOB)
            .with("jobId", "J")
            .with("select", List.of("id", "priority"))
            .after(jobs("j"))
            .then(
                (test, exchange) ->
                    assertThat(members(exchange))
                        .containsEntry("priority", 0)
                        .doesNotContainKey("state")),
        on(BatchOperation.UPDATE_JOB)
            .with("jobId", "j")
            .body(Map.of("poolInfo", POOL_INFO, "priority", 5))
            .after(jobs("j"))
            .then(changed("priority", 5)),
        on(BatchOperation.PATCH_JOB)
            .with("jobId", "j")
            .body(Map.of("maxParallelTasks", 3))
            .after(jobs("j"))
            .then(changed("maxParallelTasks", 3)),
        on(BatchOperation.DELETE_JOB)
            .with("jobId", "j")
            .with("force", true)
            .after(jobs("j"))
            .then(
                (test, exchange) -> {
                  test.advance(Duration.ofSeconds(1));
                  assertThat(test.list("azbatch:listJobs")).isEmpty();
                }),
        on(BatchOperation.DISABLE_JOB)
            .with("jobId", "j")
            .body(Map.of("disableTasks", "requeue"))
            .after(jobs("j"))
            .then(state("disabled")),
        on(BatchOperation.ENABLE_JOB)
            .with("jobId", "j")
            .after(
                (test, parameters) -> {
                  test.job("j");
                  test.answer("azbatch:disableJob?jobId=j", Map.of("disableTasks", "wait"));
                  test.advance(Duration.ofSeconds(1));
                })
            .then(state("active")),
        on(BatchOperation.TERMINATE_JOB)
            .with("jobId", "j")
            .with("force", false)
            .after(jobs("j"))
            .then(ended("UserTerminate")),
        on(BatchOperation.TERMINATE_JOB)
            .with("jobId", "j")
            .body(Map.of("terminateReason", "enough"))
            .after(jobs("j"))
            .then(ended("enough")),
        on(BatchOperation.GET_JOB_TASK_COUNTS)
            .with("jobId", "j")
            .after((test, parameters) -> test.jobWithCompletedTask("j", "t"))
            .then(
                (test, exchange) ->
                    assertThat(members(members(exchange).get("taskCounts")))
                        .contains(entry("completed", 1), entry("succeeded", 1))),
        on(BatchOperation.AWAIT_JOB)
            .with("jobId", "j")
            .with("awaitTimeout", "20s")
            .with("failOnUnsuccessful", true)
            .after(
                (test, parameters) -> {
                  test.job("j");
                  test.answer("azbatch:terminateJob?jobId=j", null);
                })
            .then(
                (test, exchange) -> {
                  assertThat(members(exchange)).containsEntry("state", "completed");
                  assertThat(exchange.getMessage().getHeader(AzBatchConstants.STATE))
                      .isEqualTo("completed");
                }));
  }

  private static Arrangement jobs(String... ids) {
    return (test, parameters) -> Stream.of(ids).forEach(test::job);
  }

  private static void preparedJob(AzBatchTestSupport test, Map<String, Object> parameters) {
    test.job("prepared", Map.of("jobPreparationTask", Map.of("commandLine", "fetch")));
    Stream.of("t1", "t2").forEach(task -> test.task("prepared", task));
    test.advance(Duration.ofMinutes(1));
  }

  private static void statusOfBothNodes(AzBatchTestSupport test, Exchange exchange) {
    List<?> nodes = exchange.getMessage().getBody(List.class);
    assertThat(nodes)
        .hasSize(2)
        .allSatisfy(
            each -> {
              var status = (JobPreparationAndReleaseTaskExecutionInformation) each;
              assertThat(status.poolId()).isEqualTo(AzBatchTestSupport.POOL);
              var preparation = status.jobPreparationTaskExecutionInfo();
              assertThat(preparation.state()).isEqualTo(JobPreparationTaskState.COMPLETED);
              assertThat(preparation.result()).isEqualTo(TaskExecutionResult.SUCCESS);
              assertThat(preparation.exitCode()).isZero();
            });
  }

  private static void newJob(AzBatchTestSupport test, Exchange exchange) {
    assertThat(test.simulator.azBatch().job("new").getMap())
        .contains(entry("state", "active"), entry("priority", 7));
    assertThat(exchange.getMessage().getHeader(AzBatchConstants.LOCATION, String.class))
        .isEqualTo(test.simulator.azBatchUrl() + "/jobs/new");
    assertThat(exchange.getMessage().getHeader(AzBatchConstants.ETAG, String.class))
        .startsWith("0x");
    assertThat(exchange.getMessage().getHeader(AzBatchConstants.REQUEST_ID, String.class))
        .isNotEmpty();
  }

  private static void wholeJob(AzBatchTestSupport test, Exchange exchange) {
    assertThat(members(exchange))
        .contains(entry("id", "j"), entry("state", "active"))
        .containsEntry("poolInfo", POOL_INFO)
        .containsEntry("eTag", exchange.getMessage().getHeader(AzBatchConstants.ETAG));
    assertThat(exchange.getMessage().getHeader(AzBatchConstants.LAST_MODIFIED))
        .isEqualTo(AzBatchTestSupport.START);
  }

  private static Check changed(String member, Object value) {
    return (test, exchange) -> {
      assertThat(test.simulator.azBatch().job("j").getMap()).containsEntry(member, value);
      assertThat(exchange.getMessage().getHeader(AzBatchConstants.ETAG, String.class))
          .isEqualTo(test.simulator.azBatch().job("j").getString("eTag"));
    };
  }

  private static Check state(String state) {
    return (test, exchange) -> {
      test.advance(Duration.ofSeconds(1));
      assertThat(test.simulator.azBatch().job("j").getString("state")).isEqualTo(state);
    };
  }

  private static Check ended(String reason) {
    return (test, exchange) -> {
      state("completed").of(test, exchange);
      assertThat(test.simulator.azBatch().job("j").getJsonObject("executionInfo").getMap())
          .containsEntry("terminateReason", reason);
    };
  }

  /** The ids that a list has, in its order. */
  static Check ids(Object... ids) {
    return (test, exchange) ->
        assertThat(exchange.getMessage().getBody(List.class))
            .extracting(entry -> members(entry).get("id"))
            .containsExactly(ids);
  }

  static Map<String, Object> members(Exchange exchange) {
    return members(exchange.getMessage().getBody());
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> members(Object value) {
    return (Map<String, Object>) value;
  }
}
