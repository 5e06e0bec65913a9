package io.github.camelhpc.simulators.azbatch.account;

import static io.github.camelhpc.simulators.azbatch.account.TestAccount.job;
import static io.github.camelhpc.simulators.azbatch.account.TestAccount.json;
import static io.github.camelhpc.simulators.azbatch.account.TestAccount.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SchedulesTest {

  private static final JsonObject NOTHING = new JsonObject();
  private static final Duration HOUR = Duration.ofHours(1);

  private final TestAccount account = TestAccount.create();
  private final JobSchedules schedules = account.schedules();

  @BeforeEach
  void createPool() {
    account.batch().createPool("p", 1);
  }

  @AfterEach
  void close() {
    account.close();
  }

  private static JsonObject schedule(String times) {
    return json("{'id': 's', 'jobSpecification': {'poolInfo': {'poolId': 'p'}}}")
        .put("schedule", json(times));
  }

  /** Jobs that end after a second. */
  private static JsonObject withManager(String times) {
    JsonObject body = schedule(times);
    body.getJsonObject("jobSpecification")
        .put("jobManagerTask", json("{'id': 'manager', 'commandLine': 'run'}"));
    return body;
  }

  private String state() {
    return schedules.get("s").members().getString("state");
  }

  private JsonObject info() {
    return schedules.get("s").members().getJsonObject("executionInfo");
  }

  @Test
  void jobsAreMadeAgainAndAgain() {
    schedules.add(withManager("{'recurrenceInterval': 'PT1H'}"));
    account.settle();

    assertThat(account.jobState("s:job-1")).isEqualTo("active");
    assertThat(account.taskState("s:job-1", "manager")).isEqualTo("running");
    assertThat(info())
        .isEqualTo(
            json(
                """
                {'nextRunTime': '2026-03-01T10:00:00Z',
                 'recentJob': {'id': 's:job-1', 'url': '/jobs/s%3Ajob-1'}}
                """));
    account.advance(HOUR);
    assertThat(account.jobState("s:job-1")).isEqualTo("completed");
    assertThat(schedules.get("s").jobs()).containsOnlyKeys("s:job-1", "s:job-2");
    assertThat(account.jobs().all()).hasSize(2);
  }

  @Test
  void onlyOneJobIsActive() {
    schedules.add(schedule("{'recurrenceInterval': 'PT1H'}"));
    account.advance(HOUR.multipliedBy(3));
    assertThat(schedules.get("s").jobs()).hasSize(1);

    account.jobs().terminate("s:job-1", NOTHING, false);
    account.settle();
    assertThat(account.jobState("s:job-2")).isEqualTo("active");
    assertThat(info().getString("nextRunTime")).isEqualTo("2026-03-01T13:00:00Z");
  }

  @Test
  void jobIsNotMadeAfterItsWindow() {
    schedules.add(schedule("{'recurrenceInterval': 'PT1H', 'startWindow': 'PT10M'}"));
    account.advance(Duration.ofMinutes(71));
    account.jobs().terminate("s:job-1", NOTHING, false);
    account.settle();
    assertThat(schedules.get("s").jobs()).hasSize(1);

    account.advance(Duration.ofMinutes(49));
    assertThat(schedules.get("s").jobs()).hasSize(2);
  }

  @Test
  void scheduleKeepsToItsTimes() {
    schedules.add(
        withManager(
            """
            {'recurrenceInterval': 'PT1H', 'doNotRunUntil': '2026-03-01T09:30:00Z',
             'doNotRunAfter': '2026-03-01T11:00:00Z'}
            """));
    account.advance(Duration.ofMinutes(29));
    assertThat(schedules.get("s").jobs()).isEmpty();
    assertThat(info().getString("nextRunTime")).isEqualTo("2026-03-01T09:30:00Z");
    account.advance(Duration.ofMinutes(1));
    assertThat(schedules.get("s").jobs()).hasSize(1);
    account.advance(HOUR.multipliedBy(5));

    assertThat(schedules.get("s").jobs()).hasSize(2);
    assertThat(state()).isEqualTo("completed");
    assertThat(info().getString("endTime")).isEqualTo("2026-03-01T10:30:01Z");
    assertThat(refused(() -> schedules.disable("s"))).isEqualTo("409 JobScheduleCompleted");
    assertThat(refused(() -> schedules.terminate("s", false)))
        .isEqualTo("409 JobScheduleCompleted");
  }

  @Test
  void scheduleWithoutIntervalMakesOneJob() {
    schedules.add(withManager("{}"));
    account.settle();
    assertThat(state()).isEqualTo("active");
    account.advance(HOUR);

    assertThat(schedules.get("s").jobs()).hasSize(1);
    assertThat(state()).isEqualTo("completed");
  }

  @Test
  void disabledScheduleMakesNoJobs() {
    schedules.add(withManager("{'recurrenceInterval': 'PT1H'}"));
    account.seconds(5);
    schedules.disable("s");
    assertThat(state()).isEqualTo("disabled");
    assertThat(refused(() -> schedules.disable("s"))).isEqualTo("409 JobScheduleDisabled");
    account.advance(HOUR.multipliedBy(3).plusMinutes(10));
    assertThat(schedules.get("s").jobs()).hasSize(1);

    schedules.enable("s");
    account.settle();
    assertThat(schedules.get("s").jobs()).hasSize(1);
    assertThat(info().getString("nextRunTime")).isEqualTo("2026-03-01T13:00:00Z");
    assertThat(refused(() -> schedules.enable("s")))
        .isEqualTo("409 OperationInvalidForCurrentState");
    account.advance(HOUR);
    assertThat(schedules.get("s").jobs()).hasSize(2);
  }

  @Test
  void terminatedScheduleEndsItsJob() {
    schedules.add(schedule("{'recurrenceInterval': 'PT1H'}"));
    account.settle();
    schedules.terminate("s", false);
    assertThat(state()).isEqualTo("terminating");
    assertThat(refused(() -> schedules.terminate("s", false)))
        .isEqualTo("409 JobScheduleBeingTerminated");
    account.settle();

    assertThat(state()).isEqualTo("completed");
    JsonObject job = account.batch().job("s:job-1");
    assertThat(job.getString("state")).isEqualTo("completed");
    assertThat(job.getJsonObject("executionInfo").getString("terminateReason"))
        .isEqualTo("TerminateJobSchedule");
    account.advance(HOUR.multipliedBy(2));
    assertThat(schedules.get("s").jobs()).hasSize(1);
  }

  @Test
  void deletedScheduleGoesWithItsJobs() {
    schedules.add(withManager("{'recurrenceInterval': 'PT1H'}"));
    account.advance(HOUR);
    schedules.delete("s", false);
    assertThat(refused(() -> schedules.delete("s", false)))
        .isEqualTo("409 JobScheduleBeingDeleted");
    account.settle();

    assertThat(refused(() -> schedules.get("s"))).isEqualTo("404 JobScheduleNotFound");
    assertThat(account.jobs().all()).isEmpty();
  }

  @Test
  void changeIsForLaterJobs() {
    schedules.add(withManager("{'recurrenceInterval': 'PT1H'}"));
    account.seconds(5);
    String before = schedules.get("s").eTag();
    JsonObject specification =
        json("{'poolInfo': {'poolId': 'p'}, 'displayName': 'new', 'priority': 3}");
    schedules.patch("s", new JsonObject().put("jobSpecification", specification));
    assertThat(schedules.get("s").eTag()).isNotEqualTo(before);
    assertThat(account.batch().job("s:job-1").getInteger("priority")).isZero();
    account.advance(HOUR);
    assertThat(account.batch().job("s:job-2").getInteger("priority")).isEqualTo(3);

    assertThat(refused(() -> schedules.update("s", NOTHING)))
        .isEqualTo("400 MissingRequiredProperty schedule");
    schedules.update(
        "s",
        new JsonObject()
            .put("schedule", json("{'recurrenceInterval': 'PT2H'}"))
            .put("jobSpecification", specification));
    assertThat(
            schedules.get("s").members().getJsonObject("schedule").getString("recurrenceInterval"))
        .isEqualTo("PT2H");
  }

  @Test
  void wrongSchedulesAreRefused() {
    account.jobs().add(job("S", "p"));
    assertThat(refused(() -> schedules.add(schedule("{}")))).isEqualTo("409 JobWithSameIdExists");
    account.jobs().delete("s", false);
    account.settle();

    assertThat(refused(() -> schedules.add(schedule("{'recurrenceInterval': 'PT59S'}"))))
        .isEqualTo("400 InvalidPropertyValue recurrenceInterval");
    assertThat(refused(() -> schedules.add(schedule("{'doNotRunUntil': 'tomorrow'}"))))
        .isEqualTo("400 InvalidPropertyValue doNotRunUntil");
    assertThat(refused(() -> schedules.add(json("{'id': 's', 'schedule': {}}"))))
        .isEqualTo("400 MissingRequiredProperty jobSpecification");
    schedules.add(schedule("{}"));
    assertThat(refused(() -> schedules.add(schedule("{}")))).isEqualTo("409 JobScheduleExists");
    assertThat(refused(() -> account.jobs().add(job("S", "p"))))
        .isEqualTo("409 JobScheduleWithSameIdExists");
  }
}
