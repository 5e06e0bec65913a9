package io.github.camelhpc.simulators.hpcpack;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelhpc.simulators.RunningSimulators;
import io.github.camelhpc.simulators.SimulatorClient;
import io.github.camelhpc.simulators.task.SimulatedTaskRules;
import io.github.camelhpc.simulators.task.SimulatedTaskRules.Outcome;
import io.github.camelhpc.simulators.task.TaskRunner;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a real scheduler was seen to do, row by row (facts/hpcpack.md §4). */
class RealServiceBehaviourTest {

  @RegisterExtension
  static final RunningSimulators SIMULATORS =
      new RunningSimulators(
          builder ->
              builder.taskRunner(
                  TaskRunner.simulated(
                      SimulatedTaskRules.standard()
                          .when("long", Outcome.after(Duration.ofHours(1)))
                          .when("bad", Outcome.after(Duration.ofSeconds(1)).exitCode(1)))));

  private SimulatorClient client;

  @BeforeEach
  void client() {
    client = SIMULATORS.client();
  }

  @Test
  void tasksOfAJobThatIsCanceledBeforeSubmissionStayConfiguring() {
    int job = client.createJob();
    client.addTask(job, "CommandLine", "a");
    assertThat(client.state(job + "/tasks/1")).isEqualTo("Configuring");

    assertThat(post(job, "cancel", "\"not needed\"")).isEqualTo(204);

    SIMULATORS.advanceSeconds(1);
    assertThat(client.state(job)).isEqualTo("Canceled");
    assertThat(client.state(job + "/tasks/1")).isEqualTo("Configuring");
  }

  @Test
  void jobWithAFailingTaskRunsTheOthersAndFails() {
    int job = client.runJob("bad", "good");

    SIMULATORS.advanceSeconds(5);

    assertThat(client.state(job)).isEqualTo("Failed");
    assertThat(client.state(job + "/tasks/1")).isEqualTo("Failed");
    assertThat(client.state(job + "/tasks/2")).isEqualTo("Finished");
  }

  @Test
  void canceledRunningTaskFailsWithTheMessageAndItsJobFails() {
    int job = running("long", "good");

    assertThat(post(job, "tasks/1/cancel", "\"wrong input\"")).isEqualTo(204);

    SIMULATORS.advanceSeconds(5);
    assertThat(client.properties(job + "/tasks/1"))
        .containsEntry("State", "Failed")
        .containsEntry("ErrorMessage", "wrong input");
    assertThat(client.state(job)).isEqualTo("Failed");
  }

  @Test
  void canceledRunningSubtaskFailsAndTheJobGoesOnAndCanBeCanceled() {
    int job = runningSweep();

    assertThat(post(job, "tasks/1/subtasks/2/cancel", "\"wrong input\"")).isEqualTo(204);

    SIMULATORS.advanceSeconds(5);
    assertThat(client.properties(job + "/tasks/1/subtasks/2"))
        .containsEntry("State", "Failed")
        .containsEntry("ErrorMessage", "wrong input");
    assertThat(client.state(job)).isEqualTo("Running");

    assertThat(post(job, "cancel", null)).isEqualTo(204);
    SIMULATORS.advanceSeconds(5);
    assertThat(client.state(job)).isEqualTo("Canceled");
    assertThat(client.state(job + "/tasks/1/subtasks/1")).isEqualTo("Canceled");
    assertThat(client.state(job + "/tasks/1/subtasks/2")).isEqualTo("Failed");
  }

  @Test
  void finishedTaskKeepsTheMessageAndItsJobFinishes() {
    int job = running("long");

    assertThat(post(job, "tasks/1/finish", "\"good enough\"")).isEqualTo(204);

    SIMULATORS.advanceSeconds(5);
    assertThat(client.properties(job + "/tasks/1"))
        .containsEntry("State", "Finished")
        .containsEntry("ErrorMessage", "good enough");
    assertThat(client.state(job)).isEqualTo("Finished");
  }

  @Test
  void finishedSubtaskKeepsTheMessage() {
    int job = runningSweep();

    assertThat(post(job, "tasks/1/subtasks/3/finish", "\"good enough\"")).isEqualTo(204);

    SIMULATORS.advanceSeconds(5);
    assertThat(client.properties(job + "/tasks/1/subtasks/3"))
        .containsEntry("State", "Finished")
        .containsEntry("ErrorMessage", "good enough");
  }

  @Test
  void canceledJobKeepsTheMessage() {
    int job = running("long");

    assertThat(post(job, "cancel?forced=True", "\"stopped by operator\"")).isEqualTo(204);
    assertThat(client.state(job)).isEqualTo("Canceling");

    SIMULATORS.advanceSeconds(1);
    assertThat(client.properties(job))
        .containsEntry("State", "Canceled")
        .containsEntry("ErrorMessage", "stopped by operator");
    assertThat(client.state(job + "/tasks/1")).isEqualTo("Canceled");
  }

  @Test
  void finishedJobDoesNotKeepTheMessage() {
    int job = running("long");

    assertThat(post(job, "finish", "\"enough\"")).isEqualTo(204);

    SIMULATORS.advanceSeconds(1);
    assertThat(client.properties(job))
        .containsEntry("State", "Finished")
        .containsEntry("ErrorMessage", "");
    assertThat(client.state(job + "/tasks/1")).isEqualTo("Finished");
  }

  @Test
  void requeuedJobRunsWithoutANewSubmission() {
    int job = running("long");
    post(job, "cancel", null);
    SIMULATORS.advanceSeconds(1);

    assertThat(post(job, "requeue", null)).isEqualTo(204);

    assertThat(client.state(job)).isEqualTo("Queued");
    SIMULATORS.advanceSeconds(1);
    assertThat(client.properties(job))
        .containsEntry("State", "Running")
        .containsEntry("RequeueCount", "1")
        .containsEntry("ErrorMessage", "")
        .containsEntry("EndTime", "");
    assertThat(client.state(job + "/tasks/1")).isEqualTo("Running");
  }

  @Test
  void requeuedSweepRunsOnlyWhatHasNotFinished() {
    int job = runningSweep();
    post(job, "tasks/1/subtasks/1/finish", null);
    SIMULATORS.advanceSeconds(1);
    post(job, "cancel", null);
    SIMULATORS.advanceSeconds(1);

    post(job, "requeue", "[]");

    SIMULATORS.advanceSeconds(1);
    assertThat(client.rows("/jobs/" + job + "/tasks?properties=State"))
        .extracting(row -> row.get("State"))
        .containsExactly("Finished", "Running", "Running");
    SIMULATORS.advance(Duration.ofHours(1));
    assertThat(client.state(job)).isEqualTo("Finished");
  }

  @Test
  void requeuedTaskOfARunUntilCanceledJobGoesOnByItself() {
    int job = client.createJob("RunUntilCanceled", "True");
    client.addTask(job, "CommandLine", "bad");
    client.addTask(job, "CommandLine", "bad *", "Type", "ParametricSweep", "EndValue", "2");
    client.submit(job);
    SIMULATORS.advanceSeconds(5);
    assertThat(client.state(job + "/tasks/1")).isEqualTo("Failed");
    assertThat(client.state(job + "/tasks/2")).isEqualTo("Failed");
    assertThat(client.state(job)).isEqualTo("Running");

    assertThat(post(job, "tasks/1/requeue", "\"again\"")).isEqualTo(204);
    assertThat(post(job, "tasks/2/subtasks/1/requeue", null)).isEqualTo(204);

    assertThat(client.state(job + "/tasks/1")).isEqualTo("Queued");
    assertThat(client.state(job + "/tasks/2/subtasks/1")).isEqualTo("Queued");
    SIMULATORS.advance(Duration.ofMillis(500));
    assertThat(client.properties(job + "/tasks/1"))
        .containsEntry("State", "Running")
        .containsEntry("RequeueCount", "1");
    assertThat(client.state(job + "/tasks/2")).isEqualTo("Running");
    SIMULATORS.advanceSeconds(5);
    assertThat(client.state(job + "/tasks/2")).isEqualTo("Failed");
  }

  @Test
  void requeuedTaskOfAnEndedJobWaitsForTheJob() {
    int job = client.runJob("bad");
    SIMULATORS.advanceSeconds(5);

    assertThat(post(job, "tasks/1/requeue", null)).isEqualTo(204);

    assertThat(client.state(job + "/tasks/1")).isEqualTo("Configuring");
    post(job, "requeue", null);
    SIMULATORS.advance(Duration.ofMillis(500));
    assertThat(client.state(job + "/tasks/1")).isEqualTo("Running");
  }

  @Test
  void nameOfAJobCanBeSetWhileItRunsButNotInTheQueueOrAfterItsEnd() {
    String name = SimulatorClient.properties("Name", "renamed");
    int running = running("long");
    int queued = client.createJob("MinCores", "32");
    client.addTask(queued, "CommandLine", "a");
    client.submit(queued);
    SIMULATORS.advanceSeconds(1);
    assertThat(client.state(queued)).isEqualTo("Queued");

    assertThat(client.put("/jobs/" + queued, name).statusCode()).isEqualTo(400);
    assertThat(client.put("/jobs/" + running, name).statusCode()).isEqualTo(204);
    assertThat(client.property(running, "Name")).isEqualTo("renamed");

    post(running, "cancel", null);
    SIMULATORS.advanceSeconds(1);
    assertThat(client.put("/jobs/" + running, SimulatorClient.properties("Name", "x")).statusCode())
        .isEqualTo(400);
    assertThat(client.property(running, "Name")).isEqualTo("renamed");
  }

  @Test
  void tasksOfAConfiguringJobCanBeChanged() {
    int job = client.createJob();
    client.addTask(job, "CommandLine", "a");
    client.addTask(job, "CommandLine", "a *", "Type", "ParametricSweep", "EndValue", "2");

    assertThat(put(job, "tasks/1", "CommandLine", "b")).isEqualTo(204);
    assertThat(put(job, "tasks/2", "EndValue", "5")).isEqualTo(204);

    assertThat(client.property(job + "/tasks/1", "CommandLine")).isEqualTo("b");
    assertThat(client.property(job + "/tasks/2", "EndValue")).isEqualTo("5");
    client.submit(job);
    assertThat(put(job, "tasks/1", "CommandLine", "c")).isEqualTo(400);
  }

  @Test
  void subtaskIsRefusedBeforeTheSweepIsExpanded() {
    int job = client.createJob();
    client.addTask(job, "CommandLine", "long *", "Type", "ParametricSweep", "EndValue", "3");
    client.submit(job);
    SIMULATORS.advance(Duration.ofMillis(100));
    assertThat(client.state(job)).isEqualTo("Running");

    HttpResponse<String> early = client.get("/jobs/" + job + "/tasks/1/subtasks/1");

    assertThat(early.statusCode()).isEqualTo(400);
    assertThat(early.body()).contains("the specified subtask has not been expanded yet");
    SIMULATORS.advanceSeconds(1);
    assertThat(client.state(job + "/tasks/1/subtasks/1")).isEqualTo("Running");
  }

  @Test
  void sweepCountsAsItsSubtasksOrAsOne() {
    int job = client.createJob();
    client.addTask(job, "CommandLine", "a *", "Type", "ParametricSweep", "EndValue", "3");
    client.addTask(job, "CommandLine", "b");
    client.submit(job);
    SIMULATORS.advanceSeconds(5);

    assertThat(client.rows("/jobs/" + job + "/tasks")).hasSize(4);
    assertThat(client.rows("/jobs/" + job + "/Tasks?ExpandParametric=False")).hasSize(2);
  }

  @Test
  void unknownThingsAreNotFound() {
    int job = client.runJob("a");
    for (String path :
        List.of(
            "/jobs/999",
            "/jobs/999/tasks",
            "/jobs/" + job + "/tasks/2",
            "/jobs/" + job + "/tasks/0",
            "/nodes/CN999",
            "/cluster/nodes/CN999",
            "/cluster/nodeGroups/nobody",
            "/cluster/metrics/history/nothing?fromTime=2026-01-01&toTime=2026-01-02",
            "/nothing")) {
      assertThat(client.get(path).statusCode()).as(path).isEqualTo(404);
    }
    assertThat(
            client.post("/jobs", SimulatorClient.properties("JobTemplate", "Nightly")).statusCode())
        .isEqualTo(404);
    assertThat(client.get("/jobs/abc").statusCode()).isEqualTo(400);
  }

  @Test
  void unknownNodeGroupHasNoMembers() {
    assertThat(client.get("/nodes/groups/nobody").body()).isEqualTo("[]");
  }

  @Test
  void nodeGroupsHaveNames() {
    assertThat(client.rows("/nodes/groups"))
        .extracting(row -> row.get("Name"))
        .contains("HeadNodes", "ComputeNodes");
  }

  @Test
  void nobodyActsForAUserOnAJobOfSomebodyElse() {
    int mine = client.createJob();
    SimulatorClient asOther = client.with("x-ms-as-user", "other");

    assertThat(asOther.post("/jobs/" + mine + "/submit").statusCode()).isEqualTo(403);
    assertThat(asOther.post("/jobs/" + mine + "/cancel").statusCode()).isEqualTo(403);
    int theirs = asOther.createJob();
    assertThat(client.property(theirs, "Owner")).isEqualTo("other");
    asOther.submit(theirs);
  }

  @Test
  void jobIsNotCanceledTwice() {
    int job = client.createJob();
    post(job, "cancel", null);

    HttpResponse<String> json = client.post("/jobs/" + job + "/cancel");
    HttpResponse<String> xml =
        client.with("Accept", "application/xml").post("/jobs/" + job + "/cancel");

    assertThat(json.statusCode()).isEqualTo(400);
    assertThat(json.body())
        .isEqualTo("{\"Message\":\"Jobs in the Canceled state cannot be canceled.\"}");
    assertThat(xml.body())
        .contains(
            "<HpcWebServiceFault xmlns=\"http://schemas.microsoft.com/HPCS2008R2/common\"",
            "<Code>-2147220984</Code>",
            "<Message>Jobs in the Canceled state cannot be canceled.</Message>");
  }

  @Test
  void whatTheStateDoesNotAllowIsRefused() {
    int configuring = client.createJob();
    client.addTask(configuring, "CommandLine", "a");
    int finished = client.runJob("a");
    SIMULATORS.advanceSeconds(5);
    Map<String, Integer> refusals =
        Map.of(
            "finish", configuring,
            "requeue", configuring,
            "submit", finished,
            "cancel", finished,
            "tasks/1/cancel", finished,
            "tasks/1/finish", finished,
            "tasks/1/requeue", finished,
            "tasks", finished,
            "envVariables", finished);

    refusals.forEach(
        (action, job) -> assertThat(post(job, action, null)).as(action).isEqualTo(400));
    assertThat(post(finished, "requeue", null)).isEqualTo(400);
    assertThat(post(configuring, "tasks/1/finish", null)).isEqualTo(400);
  }

  private int running(String... commandLines) {
    int job = client.runJob(commandLines);
    SIMULATORS.advance(Duration.ofMillis(500));
    assertThat(client.state(job)).isEqualTo("Running");
    return job;
  }

  private int runningSweep() {
    int job = client.createJob();
    client.addTask(job, "CommandLine", "long *", "Type", "ParametricSweep", "EndValue", "3");
    client.submit(job);
    SIMULATORS.advanceSeconds(1);
    assertThat(client.state(job + "/tasks/1/subtasks/3")).isEqualTo("Running");
    return job;
  }

  private int post(int job, String action, String body) {
    return client.post("/jobs/" + job + "/" + action, body).statusCode();
  }

  private int put(int job, String path, String name, String value) {
    return client
        .put("/jobs/" + job + "/" + path, SimulatorClient.properties(name, value))
        .statusCode();
  }
}
