package io.github.camelhpc.simulators.azbatch.account;

import static io.github.camelhpc.simulators.azbatch.account.TestAccount.job;
import static io.github.camelhpc.simulators.azbatch.account.TestAccount.json;
import static io.github.camelhpc.simulators.azbatch.account.TestAccount.refused;
import static io.github.camelhpc.simulators.azbatch.account.TestAccount.task;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The preparation and release tasks of jobs. */
class PreparationTest {

  private static final JsonObject NOTHING = new JsonObject();

  private final TestAccount account = TestAccount.create();

  @BeforeEach
  void createPool() {
    account.batch().createPool("p", 1);
  }

  @AfterEach
  void close() {
    account.close();
  }

  private void addJob(String preparation, String release) {
    JsonObject job = job("j", "p").put("jobPreparationTask", json(preparation));
    if (release != null) {
      job.put("jobReleaseTask", json(release));
    }
    account.jobs().add(job);
    account.tasks().add("j", task("t", "run"));
    account.settle();
  }

  private JsonObject preparation() {
    return account.preparation("j").getJsonObject("jobPreparationTaskExecutionInfo");
  }

  private JsonObject release() {
    return account.preparation("j").getJsonObject("jobReleaseTaskExecutionInfo");
  }

  @Test
  void nodeIsPreparedBeforeTheFirstTaskAndReleasedAtTheEnd() {
    addJob("{'commandLine': 'echo'}", "{'commandLine': 'echo'}");
    String node = account.firstNode("p");
    String files = "/pools/p/nodes/" + node + "/files/";

    assertThat(account.taskState("j", "t")).isEqualTo("preparing");
    assertThat(account.batch().taskCounts("j").running()).isEqualTo(1);
    assertThat(account.preparation("j"))
        .isEqualTo(
            new JsonObject()
                .put("poolId", "p")
                .put("nodeId", node)
                .put("nodeUrl", "/pools/p/nodes/" + node)
                .put(
                    "jobPreparationTaskExecutionInfo",
                    json(
                        """
                        {'startTime': '2026-03-01T09:00:00Z', 'state': 'running',
                         'taskRootDirectory': 'workitems/j/job-1/jobpreparation',
                         'taskRootDirectoryUrl': '%sworkitems/j/job-1/jobpreparation',
                         'retryCount': 0}
                        """
                            .formatted(files))));
    account.seconds(1);
    assertThat(account.taskState("j", "t")).isEqualTo("running");
    assertThat(preparation().getString("state")).isEqualTo("completed");
    assertThat(preparation().getString("endTime")).isEqualTo("2026-03-01T09:00:01Z");
    assertThat(preparation().getInteger("exitCode")).isZero();
    assertThat(preparation().getString("result")).isEqualTo("success");
    account.tasks().add("j", task("second", "run"));
    account.seconds(2);
    assertThat(account.taskState("j", "second")).isEqualTo("completed");
    assertThat(preparation().getString("startTime")).isEqualTo("2026-03-01T09:00:00Z");
    assertThat(release()).isNull();

    account.jobs().terminate("j", NOTHING, false);
    account.settle();
    assertThat(account.jobState("j")).isEqualTo("terminating");
    assertThat(release().getString("state")).isEqualTo("running");
    account.seconds(1);
    assertThat(account.jobState("j")).isEqualTo("completed");
    assertThat(release().getString("result")).isEqualTo("success");
    assertThat(release().containsKey("retryCount")).isFalse();
    assertThat(account.batch().files().ofNode("p", node, true))
        .containsKeys(
            "workitems/j/job-1/jobpreparation/stdout.txt",
            "workitems/j/job-1/jobrelease/stdout.txt");
  }

  @Test
  void tasksGoBackWhenTheirNodeCannotBePrepared() {
    addJob("{'commandLine': 'exit 1', 'constraints': {'maxTaskRetryCount': 1}}", null);
    account.seconds(1);
    assertThat(preparation().getString("state")).isEqualTo("running");
    assertThat(preparation().getInteger("retryCount")).isEqualTo(1);
    assertThat(preparation().getString("lastRetryTime")).isEqualTo("2026-03-01T09:00:01Z");
    account.seconds(1);

    assertThat(preparation().getString("result")).isEqualTo("failure");
    assertThat(preparation().getInteger("exitCode")).isEqualTo(1);
    assertThat(preparation().getJsonObject("failureInfo").getString("code"))
        .isEqualTo("FailureExitCode");
    account.seconds(10);
    assertThat(account.taskState("j", "t")).isEqualTo("active");
    assertThat(account.taskInfo("j", "t").getInteger("requeueCount")).isZero();
    assertThat(account.nodeStates("p")).containsExactly("idle");

    account.jobs().add(job("other", "p"));
    account.tasks().add("other", task("t", "run"));
    account.seconds(1);
    assertThat(account.taskState("other", "t")).isEqualTo("completed");
  }

  @Test
  void tasksDoNotWaitIfTheJobDoesNotWantThemTo() {
    addJob("{'commandLine': 'exit 1', 'waitForSuccess': false}", null);
    assertThat(account.taskState("j", "t")).isEqualTo("running");
    account.seconds(1);
    assertThat(account.taskState("j", "t")).isEqualTo("completed");
    assertThat(preparation().getString("result")).isEqualTo("failure");

    account.tasks().add("j", task("second", "run"));
    account.seconds(1);
    assertThat(account.taskState("j", "second")).isEqualTo("completed");
  }

  @Test
  void preparationRunsAgainAfterAReboot() {
    addJob("{'commandLine': 'run'}", null);
    account.seconds(5);
    account.batch().nodes().reboot("p", account.firstNode("p"), NOTHING);
    account.tasks().add("j", task("second", "run"));
    account.seconds(5);

    assertThat(account.taskState("j", "second")).isEqualTo("completed");
    assertThat(preparation().getString("startTime")).isEqualTo("2026-03-01T09:00:07Z");
  }

  @Test
  void preparationDoesNotRunAgainIfTheJobDoesNotWantItTo() {
    addJob("{'commandLine': 'run', 'rerunOnNodeRebootAfterSuccess': false}", null);
    account.seconds(5);
    account.batch().nodes().reboot("p", account.firstNode("p"), NOTHING);
    account.tasks().add("j", task("second", "run"));
    account.seconds(5);

    assertThat(account.taskState("j", "second")).isEqualTo("completed");
    assertThat(preparation().getString("startTime")).isEqualTo("2026-03-01T09:00:00Z");
  }

  @Test
  void nodesThatHaveLeftStayInTheList() {
    addJob("{'commandLine': 'run'}", "{'commandLine': 'run'}");
    account.seconds(5);
    account.pools().resize("p", json("{'targetDedicatedNodes': 0}"));
    account.seconds(5);
    assertThat(account.batch().nodesOf("p")).isEmpty();

    assertThat(preparation().getString("result")).isEqualTo("success");
    account.jobs().terminate("j", NOTHING, false);
    account.settle();
    assertThat(account.jobState("j")).isEqualTo("completed");
    assertThat(release()).isNull();
  }

  @Test
  void jobThatEndsStopsThePreparation() {
    addJob("{'commandLine': 'long'}", "{'commandLine': 'run'}");
    account.jobs().terminate("j", NOTHING, false);
    account.seconds(1);

    assertThat(account.jobState("j")).isEqualTo("completed");
    assertThat(preparation().getJsonObject("failureInfo").getString("code")).isEqualTo("TaskEnded");
    assertThat(account.taskState("j", "t")).isEqualTo("completed");
  }

  @Test
  void deletedJobIsReleasedFirst() {
    addJob("{'commandLine': 'run'}", "{'commandLine': 'run'}");
    account.seconds(2);
    account.jobs().delete("j", false);
    account.settle();
    assertThat(release().getString("state")).isEqualTo("running");
    account.seconds(1);

    assertThat(refused(() -> account.jobs().get("j"))).isEqualTo("404 JobNotFound");
  }

  @Test
  void forceDoesNotWaitForTheNodes() {
    addJob("{'commandLine': 'run'}", "{'commandLine': 'long'}");
    account.seconds(2);
    account.jobs().terminate("j", NOTHING, true);
    account.settle();

    assertThat(account.jobState("j")).isEqualTo("completed");
  }

  @Test
  void releaseTaskIsEndedAfterItsTime() {
    addJob("{'commandLine': 'run'}", "{'commandLine': 'long'}");
    account.seconds(2);
    account.jobs().terminate("j", NOTHING, false);
    account.advance(Duration.ofMinutes(15));

    assertThat(account.jobState("j")).isEqualTo("completed");
    assertThat(release().getString("result")).isEqualTo("failure");
    assertThat(
            refused(
                () ->
                    account
                        .jobs()
                        .add(
                            job("k", "p")
                                .put("jobPreparationTask", json("{'commandLine': 'run'}"))
                                .put(
                                    "jobReleaseTask",
                                    json("{'commandLine': 'run', 'maxWallClockTime': 'PT16M'}")))))
        .isEqualTo("400 InvalidPropertyValue maxWallClockTime");
  }

  @Test
  void jobWithoutSuchTasksHasNoStatus() {
    account.jobs().add(job("j", "p"));

    assertThat(refused(() -> account.jobs().preparationStatuses("j")))
        .isEqualTo("409 JobPreparationTaskOrReleaseTaskNotSpecified");
    assertThat(refused(() -> account.jobs().preparationStatuses("none")))
        .isEqualTo("404 JobNotFound");
  }
}
