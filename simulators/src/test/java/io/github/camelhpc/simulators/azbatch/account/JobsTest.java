package io.github.camelhpc.simulators.azbatch.account;

import static io.github.camelhpc.simulators.azbatch.account.TestAccount.job;
import static io.github.camelhpc.simulators.azbatch.account.TestAccount.json;
import static io.github.camelhpc.simulators.azbatch.account.TestAccount.list;
import static io.github.camelhpc.simulators.azbatch.account.TestAccount.refused;
import static io.github.camelhpc.simulators.azbatch.account.TestAccount.task;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JobsTest {

  private static final JsonObject NOTHING = new JsonObject();
  private static final JsonObject POOL = json("{'poolInfo': {'poolId': 'p'}}");

  private final TestAccount account = TestAccount.create();
  private final Jobs jobs = account.jobs();

  @BeforeEach
  void createPool() {
    account.batch().createPool("p", 2);
  }

  @AfterEach
  void close() {
    account.close();
  }

  @Test
  void newJobIsFilledUpWithDefaults() {
    jobs.add(job("Job1", "p"));

    JsonObject members = account.batch().job("job1");
    assertThat(members.getString("id")).isEqualTo("Job1");
    assertThat(members.getString("url")).isEqualTo("/jobs/Job1");
    assertThat(members.getString("state")).isEqualTo("active");
    assertThat(members.getString("creationTime")).isEqualTo("2026-03-01T09:00:00Z");
    assertThat(members.containsKey("previousState")).isFalse();
    assertThat(members.getInteger("priority")).isZero();
    assertThat(members.getInteger("maxParallelTasks")).isEqualTo(-1);
    assertThat(members.getBoolean("usesTaskDependencies")).isFalse();
    assertThat(members.getBoolean("allowTaskPreemption")).isFalse();
    assertThat(members.getString("onAllTasksComplete")).isEqualTo("noaction");
    assertThat(members.getString("onTaskFailure")).isEqualTo("noaction");
    assertThat(members.getJsonObject("constraints"))
        .isEqualTo(
            json("{'maxWallClockTime': 'P10675199DT2H48M5.4775807S', 'maxTaskRetryCount': 0}"));
    assertThat(members.getJsonObject("executionInfo"))
        .isEqualTo(json("{'startTime': '2026-03-01T09:00:00Z', 'poolId': 'p'}"));
  }

  @Test
  void jobEndsByRequest() {
    jobs.add(job("j", "p"));
    account.tasks().add("j", task("running", "long"));
    account.tasks().add("j", task("other", "long"));
    account.tasks().add("j", task("waiting", "long"));
    account.settle();

    jobs.terminate("j", json("{'terminateReason': 'enough'}"), false);
    assertThat(account.jobState("j")).isEqualTo("terminating");
    account.settle();

    JsonObject members = account.batch().job("j");
    assertThat(members.getString("state")).isEqualTo("completed");
    assertThat(members.getString("previousState")).isEqualTo("terminating");
    assertThat(members.getJsonObject("executionInfo").getString("terminateReason"))
        .isEqualTo("enough");
    assertThat(members.getJsonObject("executionInfo").containsKey("endTime")).isTrue();
    assertThat(account.taskState("j", "running")).isEqualTo("completed");
    assertThat(account.taskState("j", "waiting")).isEqualTo("active");
    assertThat(account.taskInfo("j", "running").getJsonObject("failureInfo").getString("code"))
        .isEqualTo("TaskEnded");
  }

  @Test
  void terminatedWithoutReasonNamesTheUser() {
    jobs.add(job("j", "p"));
    jobs.terminate("j", NOTHING, false);
    account.settle();

    assertThat(account.batch().job("j").getJsonObject("executionInfo").getString("terminateReason"))
        .isEqualTo("UserTerminate");
  }

  @Test
  void endedJobTakesNoChanges() {
    jobs.add(job("j", "p"));
    jobs.terminate("j", NOTHING, false);

    assertThat(refused(() -> jobs.terminate("j", NOTHING, false)))
        .isEqualTo("409 JobBeingTerminated");
    assertThat(refused(() -> account.tasks().add("j", task("t", "run"))))
        .isEqualTo("409 JobBeingTerminated");
    account.settle();
    assertThat(refused(() -> jobs.terminate("j", NOTHING, false))).isEqualTo("409 JobCompleted");
    assertThat(refused(() -> jobs.disable("j", json("{'disableTasks': 'wait'}"))))
        .isEqualTo("409 JobCompleted");
    assertThat(refused(() -> jobs.enable("j"))).isEqualTo("409 JobCompleted");
    assertThat(refused(() -> jobs.update("j", POOL))).isEqualTo("409 JobCompleted");
    assertThat(refused(() -> jobs.patch("j", NOTHING))).isEqualTo("409 JobCompleted");
    assertThat(refused(() -> account.tasks().add("j", task("t", "run"))))
        .isEqualTo("409 JobCompleted");
  }

  @Test
  void deletedJobIsGoneWithItsTasksAndTheirFiles() {
    jobs.add(job("j", "p"));
    account.tasks().add("j", task("t", "echo"));
    account.seconds(1);
    String node = account.batch().task("j", "t").getJsonObject("nodeInfo").getString("nodeId");
    assertThat(account.batch().files().ofNode("p", node, true))
        .containsKey("workitems/j/job-1/t/stdout.txt");
    account.tasks().add("j", task("u", "long"));
    account.settle();

    jobs.delete("j", false);

    assertThat(account.jobState("j")).isEqualTo("deleting");
    assertThat(refused(() -> jobs.delete("j", false))).isEqualTo("409 JobBeingDeleted");
    assertThat(refused(() -> account.tasks().add("j", task("v", "run"))))
        .isEqualTo("409 JobBeingDeleted");
    assertThat(refused(() -> account.tasks().delete("j", "t"))).isEqualTo("409 JobBeingDeleted");
    account.settle();
    assertThat(refused(() -> jobs.get("j"))).isEqualTo("404 JobNotFound");
    assertThat(account.batch().files().ofNode("p", node, true).keySet())
        .containsExactly("shared", "startup", "workitems");
  }

  @ParameterizedTest
  @CsvSource({"requeue, active, 1", "terminate, completed, 0", "wait, running, 0"})
  void disabledJobRunsNothing(String option, String state, int requeues) {
    jobs.add(job("j", "p"));
    account.tasks().add("j", task("t", "long"));
    account.settle();

    jobs.disable("j", new JsonObject().put("disableTasks", option));
    assertThat(account.jobState("j")).isEqualTo("disabling");
    account.settle();

    assertThat(account.taskState("j", "t")).isEqualTo(state);
    assertThat(account.taskInfo("j", "t").getInteger("requeueCount")).isEqualTo(requeues);
    account.advance(Duration.ofHours(1));
    assertThat(account.jobState("j")).isEqualTo("disabled");
    assertThat(account.batch().taskCounts("j").running()).isZero();

    account.tasks().add("j", task("later", "run"));
    account.seconds(5);
    assertThat(account.taskState("j", "later")).isEqualTo("active");

    jobs.enable("j");
    assertThat(account.jobState("j")).isEqualTo("enabling");
    account.seconds(1);
    assertThat(account.jobState("j")).isEqualTo("active");
    assertThat(account.taskState("j", "later")).isEqualTo("completed");
  }

  @Test
  void disablingCanBeToldAgainAndEnablingNeedsADisabledJob() {
    jobs.add(job("j", "p"));

    assertThat(refused(() -> jobs.enable("j"))).isEqualTo("409 OperationInvalidForCurrentState");
    assertThat(refused(() -> jobs.disable("j", NOTHING)))
        .isEqualTo("400 MissingRequiredProperty disableTasks");
    jobs.disable("j", json("{'disableTasks': 'wait'}"));
    jobs.disable("j", json("{'disableTasks': 'requeue'}"));
    account.settle();
    jobs.disable("j", json("{'disableTasks': 'terminate'}"));
    account.settle();

    assertThat(account.jobState("j")).isEqualTo("disabled");
  }

  @Test
  void updateResetsWhatItDoesNotGiveAndPatchKeepsIt() {
    jobs.add(
        job("j", "p")
            .put("priority", 5)
            .put("maxParallelTasks", 3)
            .put("constraints", json("{'maxTaskRetryCount': 2}")));
    String before = jobs.get("j").eTag();

    jobs.patch("j", json("{'priority': -7}"));
    assertThat(account.batch().job("j").getInteger("priority")).isEqualTo(-7);
    assertThat(account.batch().job("j").getInteger("maxParallelTasks")).isEqualTo(3);
    assertThat(jobs.get("j").eTag()).isNotEqualTo(before).startsWith("0x8D");

    jobs.update("j", POOL);
    JsonObject members = account.batch().job("j");
    assertThat(members.getInteger("priority")).isZero();
    assertThat(members.getInteger("maxParallelTasks")).isEqualTo(-1);
    assertThat(members.getJsonObject("constraints").getInteger("maxTaskRetryCount")).isZero();
    assertThat(members.getString("eTag")).isEqualTo(jobs.get("j").eTag());
    assertThat(refused(() -> jobs.update("j", NOTHING)))
        .isEqualTo("400 MissingRequiredProperty poolInfo");
  }

  @Test
  void poolOfAJobChangesOnlyWhileItIsDisabled() {
    account.batch().createPool("q", 1);
    jobs.add(job("j", "p"));
    JsonObject other = json("{'poolInfo': {'poolId': 'q'}}");

    assertThat(refused(() -> jobs.patch("j", other)))
        .isEqualTo("409 OperationInvalidForCurrentState");
    jobs.disable("j", json("{'disableTasks': 'wait'}"));
    account.settle();
    jobs.patch("j", other);
    jobs.enable("j");
    account.tasks().add("j", task("t", "run"));
    account.seconds(1);

    assertThat(account.batch().task("j", "t").getJsonObject("nodeInfo").getString("poolId"))
        .isEqualTo("q");
  }

  @Test
  void tasksOfTheJobWithTheHigherPriorityRunFirst() {
    account.batch().createPool("one", 1);
    jobs.add(job("low", "one").put("priority", -5));
    jobs.add(job("high", "one").put("priority", 5));
    account.tasks().add("low", task("t", "run"));
    account.tasks().add("high", task("t", "run"));
    account.settle();

    assertThat(account.taskState("high", "t")).isEqualTo("running");
    assertThat(account.taskState("low", "t")).isEqualTo("active");
  }

  @Test
  void jobRunsAsManyTasksAsItAllows() {
    jobs.add(job("j", "p").put("maxParallelTasks", 1));
    account.tasks().add("j", task("a", "run"));
    account.tasks().add("j", task("b", "run"));
    account.settle();

    assertThat(account.batch().taskCounts("j")).isEqualTo(new TaskCountsSnapshot(1, 1, 0, 0, 0));
    account.seconds(2);
    assertThat(account.batch().taskCounts("j")).isEqualTo(new TaskCountsSnapshot(0, 0, 2, 2, 0));
  }

  @Test
  void taskCountsCountTasksAndSlots() {
    account.batch().createPool("wide", 1, 4);
    jobs.add(job("j", "wide"));
    account.tasks().add("j", task("a", "exit 1").put("requiredSlots", 3));
    account.tasks().add("j", task("b", "long").put("requiredSlots", 2));
    account.seconds(1);

    assertThat(jobs.get("j").taskCounts())
        .isEqualTo(
            json(
                """
                {'taskCounts':
                  {'active': 0, 'running': 1, 'completed': 1, 'succeeded': 0, 'failed': 1},
                 'taskSlotCounts':
                  {'active': 0, 'running': 2, 'completed': 3, 'succeeded': 0, 'failed': 3}}
                """));
  }

  @Test
  void jobEndsWithItsTasks() {
    jobs.add(job("j", "p"));
    account.tasks().add("j", task("a", "run"));
    account.tasks().add("j", task("b", "exit 1"));
    jobs.patch("j", json("{'onAllTasksComplete': 'terminateJob'}"));
    account.settle();
    assertThat(account.jobState("j")).isEqualTo("active");
    assertThat(refused(() -> jobs.patch("j", json("{'onAllTasksComplete': 'noaction'}"))))
        .isEqualTo("400 InvalidPropertyValue onAllTasksComplete");
    assertThat(refused(() -> jobs.update("j", POOL)))
        .isEqualTo("400 InvalidPropertyValue onAllTasksComplete");
    account.seconds(2);

    JsonObject members = account.batch().job("j");
    assertThat(members.getString("state")).isEqualTo("completed");
    assertThat(members.getJsonObject("executionInfo").getString("terminateReason"))
        .isEqualTo("AllTasksComplete");
  }

  @Test
  void jobWithoutTasksEndsAtOnceIfItEndsWithThem() {
    jobs.add(job("j", "p").put("onAllTasksComplete", "terminatejob"));
    account.settle();

    assertThat(account.jobState("j")).isEqualTo("completed");
  }

  @Test
  void jobEndsWhenItTakesTooLong() {
    jobs.add(job("j", "p").put("constraints", json("{'maxWallClockTime': 'PT1M'}")));
    account.tasks().add("j", task("t", "long"));
    account.seconds(59);
    assertThat(account.jobState("j")).isEqualTo("active");
    account.seconds(1);

    JsonObject members = account.batch().job("j");
    assertThat(members.getString("state")).isEqualTo("completed");
    assertThat(members.getJsonObject("executionInfo").getString("terminateReason"))
        .isEqualTo("MaxWallClockTimeExpiry");
    assertThat(account.taskState("j", "t")).isEqualTo("completed");
  }

  @Test
  void jobManagerRunsAloneOnItsNodeAndEndsTheJob() {
    account.batch().createPool("wide", 1, 4);
    jobs.add(
        job("j", "wide").put("jobManagerTask", json("{'id': 'manager', 'commandLine': 'run'}")));
    account.tasks().add("j", task("t", "long"));
    account.settle();
    assertThat(account.taskState("j", "manager")).isEqualTo("running");
    assertThat(account.taskState("j", "t")).isEqualTo("active");
    account.seconds(1);

    assertThat(account.batch().job("j").getJsonObject("executionInfo").getString("terminateReason"))
        .isEqualTo("JMComplete");
  }

  @Test
  void jobWaitsForAPoolThatIsNotThereYet() {
    jobs.add(job("j", "later"));
    account.tasks().add("j", task("t", "run"));
    account.seconds(5);
    assertThat(account.taskState("j", "t")).isEqualTo("active");

    account.batch().createPool("LATER", 1);
    account.seconds(1);
    assertThat(account.taskState("j", "t")).isEqualTo("completed");
  }

  @Test
  void idsAreTheSameInAnyLetterCase() {
    jobs.add(job("Job", "p"));

    assertThat(refused(() -> jobs.add(job("JOB", "p")))).isEqualTo("409 JobExists");
    assertThat(jobs.get("jOB").path()).isEqualTo("/jobs/Job");
  }

  @Test
  void wrongJobsAreRefused() {
    assertThat(refused(() -> jobs.add(json("{'poolInfo': {'poolId': 'p'}}"))))
        .isEqualTo("400 MissingRequiredProperty id");
    assertThat(refused(() -> jobs.add(json("{'id': 'j'}"))))
        .isEqualTo("400 MissingRequiredProperty poolInfo");
    assertThat(refused(() -> jobs.add(json("{'id': 'j', 'poolInfo': {}}"))))
        .isEqualTo("400 MissingRequiredProperty poolId");
    assertThat(refused(() -> jobs.add(job("a b", "p")))).isEqualTo("400 InvalidPropertyValue id");
    assertThat(refused(() -> jobs.add(job("x".repeat(65), "p"))))
        .isEqualTo("400 InvalidPropertyValue id");
    assertThat(refused(() -> jobs.add(job("j", "p").put("priority", 1001))))
        .isEqualTo("400 InvalidPropertyValue priority");
    assertThat(refused(() -> jobs.add(job("j", "p").put("priority", "high"))))
        .isEqualTo("400 InvalidPropertyValue priority");
    assertThat(refused(() -> jobs.add(job("j", "p").put("maxParallelTasks", 0))))
        .isEqualTo("400 InvalidPropertyValue maxParallelTasks");
    assertThat(refused(() -> jobs.add(job("j", "p").put("allowTaskPreemption", true))))
        .isEqualTo("400 UnsupportedProperty allowTaskPreemption");
    assertThat(refused(() -> jobs.add(job("j", "p").put("jib", 1))))
        .isEqualTo("400 UnsupportedProperty jib");
    assertThat(
            refused(
                () ->
                    jobs.add(job("j", "p").put("constraints", json("{'maxWallClockTime': '1h'}")))))
        .isEqualTo("400 InvalidPropertyValue maxWallClockTime");
    assertThat(
            refused(
                () ->
                    jobs.add(
                        new JsonObject()
                            .put("id", "j")
                            .put(
                                "poolInfo",
                                json("{'autoPoolSpecification': {'poolLifetimeOption': 'job'}}")))))
        .isEqualTo("400 UnsupportedProperty autoPoolSpecification");
    assertThat(
            refused(
                () ->
                    jobs.add(job("j", "p").put("jobReleaseTask", json("{'commandLine': 'run'}")))))
        .isEqualTo("400 InvalidPropertyValue jobReleaseTask");
    assertThat(refused(() -> jobs.add(job("j", "p").put("metadata", list(1)))))
        .isEqualTo("400 InvalidPropertyValue metadata");
    assertThat(jobs.all()).isEmpty();
  }

  @Test
  void quotaLimitsWhatIsActive() {
    try (TestAccount small = TestAccount.of(TestAccount.settings().withQuotas(1, 1))) {
      small.batch().createPool("p", 1);
      small.jobs().add(job("a", "p"));

      assertThat(refused(() -> small.jobs().add(job("b", "p"))))
          .isEqualTo("409 ActiveJobAndScheduleQuotaReached");
      assertThat(refused(() -> small.pools().add(TestAccount.pool("q", 1))))
          .isEqualTo("409 PoolQuotaReached");
      small.jobs().terminate("a", NOTHING, false);
      small.settle();
      small.jobs().add(job("b", "p"));
      assertThat(small.jobs().all()).hasSize(2);
    }
  }
}
