package io.github.camelhpc.azbatch;

import static io.github.camelhpc.azbatch.JobScenarios.ids;
import static io.github.camelhpc.azbatch.JobScenarios.members;
import static io.github.camelhpc.azbatch.OperationScenario.on;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelhpc.azbatch.OperationScenario.Check;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.Exchange;

/** The operations on job schedules. */
final class ScheduleScenarios {

  private static final Map<String, Object> SCHEDULE = Map.of("recurrenceInterval", "PT1H");
  private static final Map<String, Object> SPECIFICATION =
      Map.of("poolInfo", Map.of("poolId", AzBatchTestSupport.POOL));

  private ScheduleScenarios() {}

  static Stream<OperationScenario> all() {
    return Stream.of(
        on(BatchOperation.ADD_JOB_SCHEDULE).body(schedule("s")).then(ScheduleScenarios::added),
        on(BatchOperation.LIST_JOB_SCHEDULES)
            .with("filter", "state eq 'active'")
            .with("select", "id")
            .with("expand", "stats")
            .with("changedSince", "2026-01-31T12:00:00Z")
            .with("maxResults", 1)
            .after((test, parameters) -> add(test, "s1"))
            .after((test, parameters) -> add(test, "s2"))
            .then(ids("s1", "s2")),
        onSchedule(BatchOperation.LIST_JOBS_FROM_SCHEDULE)
            .with("filter", "state eq 'active'")
            .with("select", "id")
            .with("expand", "stats")
            .with("changedSince", "2026-01-31T12:00:00Z")
            .with("maxResults", 1)
            .after((test, parameters) -> test.advance(Duration.ofSeconds(1)))
            .then(ids("s:job-1")),
        onSchedule(BatchOperation.GET_JOB_SCHEDULE)
            .with("select", "id,schedule")
            .with("expand", "stats")
            .then(
                (test, exchange) ->
                    assertThat(members(exchange))
                        .containsEntry("schedule", SCHEDULE)
                        .doesNotContainKey("state")),
        onSchedule(BatchOperation.EXISTS_JOB_SCHEDULE)
            .then((test, exchange) -> assertThat(exchange.getMessage().getBody()).isEqualTo(true)),
        on(BatchOperation.EXISTS_JOB_SCHEDULE)
            .with("jobScheduleId", "none")
            .then((test, exchange) -> assertThat(exchange.getMessage().getBody()).isEqualTo(false)),
        onSchedule(BatchOperation.UPDATE_JOB_SCHEDULE)
            .body(
                Map.of(
                    "schedule",
                    Map.of("recurrenceInterval", "PT2H"),
                    "jobSpecification",
                    SPECIFICATION))
            .then(recurring("PT2H")),
        onSchedule(BatchOperation.PATCH_JOB_SCHEDULE)
            .body(Map.of("schedule", Map.of("recurrenceInterval", "PT3H")))
            .then(recurring("PT3H")),
        onSchedule(BatchOperation.DELETE_JOB_SCHEDULE)
            .with("force", true)
            .then(
                (test, exchange) -> {
                  test.advance(Duration.ofSeconds(1));
                  assertThat(test.list("azbatch:listJobSchedules")).isEmpty();
                }),
        onSchedule(BatchOperation.DISABLE_JOB_SCHEDULE).then(state("disabled")),
        onSchedule(BatchOperation.ENABLE_JOB_SCHEDULE)
            .after(
                (test, parameters) ->
                    test.answer("azbatch:disableJobSchedule?jobScheduleId=s", null))
            .then(state("active")),
        onSchedule(BatchOperation.TERMINATE_JOB_SCHEDULE)
            .with("force", true)
            .then(state("completed")));
  }

  private static OperationScenario onSchedule(BatchOperation operation) {
    return on(operation).with("jobScheduleId", "s").after((test, parameters) -> add(test, "s"));
  }

  private static void add(AzBatchTestSupport test, String id) {
    test.answer("azbatch:addJobSchedule", schedule(id));
  }

  private static Map<String, Object> schedule(String id) {
    return Map.of("id", id, "schedule", SCHEDULE, "jobSpecification", SPECIFICATION);
  }

  private static void added(AzBatchTestSupport test, Exchange exchange) {
    assertThat(exchange.getMessage().getHeader(AzBatchConstants.LOCATION))
        .isEqualTo(test.simulator.azBatchUrl() + "/jobschedules/s");
    test.advance(Duration.ofMinutes(90));
    assertThat(jobs(test)).isNotEmpty();
  }

  private static List<Map<String, Object>> jobs(AzBatchTestSupport test) {
    return test.list("azbatch:listJobsFromSchedule?jobScheduleId=s");
  }

  private static Check recurring(String interval) {
    return (test, exchange) ->
        assertThat(members(present(test).get("schedule")))
            .containsEntry("recurrenceInterval", interval);
  }

  private static Check state(String state) {
    return (test, exchange) -> {
      test.advance(Duration.ofSeconds(1));
      assertThat(present(test)).containsEntry("state", state);
    };
  }

  private static Map<String, Object> present(AzBatchTestSupport test) {
    return test.object("azbatch:getJobSchedule?jobScheduleId=s");
  }
}
