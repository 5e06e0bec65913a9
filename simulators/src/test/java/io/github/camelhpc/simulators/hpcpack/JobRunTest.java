package io.github.camelhpc.simulators.hpcpack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.camelhpc.simulators.RunningSimulators;
import io.github.camelhpc.simulators.SimulatorClient;
import io.github.camelhpc.simulators.task.SimulatedTaskRules;
import io.github.camelhpc.simulators.task.SimulatedTaskRules.Outcome;
import io.github.camelhpc.simulators.task.TaskRunner;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How jobs and tasks go through their states. Two nodes with two cores each. */
class JobRunTest {

  private static final Duration HOUR = Duration.ofHours(1);

  @RegisterExtension
  static final RunningSimulators SIMULATORS =
      new RunningSimulators(
          builder ->
              builder
                  .nodes(2, 2)
                  .taskRunner(
                      TaskRunner.simulated(
                          SimulatedTaskRules.standard()
                              .when("long", Outcome.after(HOUR))
                              .when(
                                  "exit 3",
                                  Outcome.after(Duration.ofSeconds(1))
                                      .exitCode(3)
                                      .output("no input")))));

  private SimulatorClient client;

  @BeforeEach
  void client() {
    client = SIMULATORS.client();
  }

  @Test
  void jobGoesThroughItsStatesByTheClock() {
    int job = client.createJob("Name", "nightly");
    client.addTask(job, "CommandLine", "hostname");
    assertThat(client.state(job)).isEqualTo("Configuring");
    String submitted = formatted();

    client.submit(job);

    List<String> states = new ArrayList<>(List.of(client.state(job)));
    List<String> taskStates = new ArrayList<>(List.of(client.state(job + "/tasks/1")));
    for (int i = 0; i < 150; i++) {
      SIMULATORS.advance(Duration.ofMillis(10));
      addIfNew(states, client.state(job));
      addIfNew(taskStates, client.state(job + "/tasks/1"));
    }
    assertThat(states)
        .containsExactly("Submitted", "Validating", "Queued", "Running", "Finishing", "Finished");
    assertThat(taskStates)
        .containsExactly("Submitted", "Validating", "Queued", "Dispatching", "Running", "Finished");
    assertThat(client.properties(job))
        .containsEntry("Name", "nightly")
        .containsEntry("PreviousState", "Finishing")
        .containsEntry("Progress", "100")
        .containsEntry("AllocatedNodes", "CN001")
        .containsEntry("SubmitTime", submitted)
        .containsEntry("ErrorMessage", "");
    assertThat(client.property(job, "EndTime")).isNotEmpty();
  }

  private static void addIfNew(List<String> states, String state) {
    if (!states.get(states.size() - 1).equals(state)) {
      states.add(state);
    }
  }

  private static String formatted() {
    return HpcPackTimes.ofPattern("M/d/yyyy h:mm:ss tt").format(SIMULATORS.get().clock().now());
  }

  @Test
  void tasksWaitForFreeCores() {
    int job = client.runJob("long 1", "long 2", "long 3", "long 4", "long 5");

    SIMULATORS.advanceSeconds(1);
    assertThat(states(job)).containsExactly("Running", "Running", "Running", "Running", "Queued");
    assertThat(client.property(job + "/tasks/3", "AllocatedCoreIds")).isEqualTo("CN002 0");

    SIMULATORS.advance(HOUR);
    assertThat(states(job))
        .containsExactly("Finished", "Finished", "Finished", "Finished", "Running");
  }

  @Test
  void taskTakesAsManyCoresAsItNeedsEvenOfTwoNodes() {
    int job = client.createJob();
    client.addTask(job, "CommandLine", "long", "MinCores", "3");
    client.submit(job);

    SIMULATORS.advanceSeconds(1);

    assertThat(client.property(job + "/tasks/1", "AllocatedNodes")).isEqualTo("CN001,CN002");
  }

  @Test
  void jobsAreServedByPriorityThenByArrival() {
    int first = client.runJob("long", "long", "long", "long");
    SIMULATORS.advanceSeconds(1);
    int normal = client.runJob("a");
    int high = client.createJob("Priority", "Highest");
    for (int i = 0; i < 4; i++) {
      client.addTask(high, "CommandLine", "long");
    }
    client.submit(high);
    SIMULATORS.advanceSeconds(1);
    assertThat(client.state(normal)).isEqualTo("Queued");
    assertThat(client.state(high)).isEqualTo("Queued");

    SIMULATORS.advance(HOUR);

    assertThat(client.state(first)).isEqualTo("Finished");
    assertThat(client.state(high)).isEqualTo("Running");
    assertThat(client.state(normal)).isEqualTo("Queued");
  }

  @Test
  void changedPriorityOfAWaitingJobCounts() {
    client.runJob("long", "long", "long", "long");
    SIMULATORS.advanceSeconds(1);
    int earlier = client.createJob("MinCores", "4");
    client.addTask(earlier, "CommandLine", "long");
    client.submit(earlier);
    int later = client.createJob("MinCores", "4");
    client.addTask(later, "CommandLine", "long");
    client.submit(later);
    SIMULATORS.advanceSeconds(1);

    client.put("/jobs/" + later, SimulatorClient.properties("Priority", "4"));
    SIMULATORS.advance(HOUR);

    assertThat(client.property(later, "Priority")).isEqualTo("Highest");
    assertThat(client.state(later)).isEqualTo("Running");
    assertThat(client.state(earlier)).isEqualTo("Queued");
  }

  @Test
  void bigJobIsNotOvertakenBySmallOnes() {
    client.runJob("long");
    SIMULATORS.advanceSeconds(1);
    int big = client.createJob();
    client.addTask(big, "CommandLine", "a", "MinCores", "4");
    client.submit(big);
    int small = client.runJob("b");

    SIMULATORS.advanceSeconds(5);

    assertThat(client.state(big)).isEqualTo("Queued");
    assertThat(client.state(small)).isEqualTo("Queued");
  }

  @Test
  void maxCoresLimitsAJob() {
    int job = client.createJob("MaxCores", "2");
    for (int i = 0; i < 4; i++) {
      client.addTask(job, "CommandLine", "long");
    }
    client.submit(job);

    SIMULATORS.advanceSeconds(1);

    assertThat(states(job)).containsExactly("Running", "Running", "Queued", "Queued");
  }

  @Test
  void dependentTasksWait() {
    int job = client.createJob();
    client.addTask(job, "CommandLine", "long", "Name", "prepare");
    client.addTask(job, "CommandLine", "a", "Name", "work", "DependsOn", "prepare");
    client.addTask(job, "CommandLine", "b", "DependsOn", "prepare,work");
    client.submit(job);

    SIMULATORS.advanceSeconds(1);
    assertThat(states(job)).containsExactly("Running", "Queued", "Queued");
    SIMULATORS.advance(HOUR);
    assertThat(states(job)).containsExactly("Finished", "Running", "Queued");
    SIMULATORS.advanceSeconds(3);
    assertThat(client.state(job)).isEqualTo("Finished");
  }

  @Test
  void dependentTasksRunAfterAFailureUnlessTheJobSaysOtherwise() {
    int lenient = withFailingParent("False");
    int strict = withFailingParent("True");

    SIMULATORS.advanceSeconds(10);

    assertThat(states(lenient)).containsExactly("Failed", "Finished", "Finished");
    assertThat(states(strict)).containsExactly("Failed", "Failed", "Failed");
    assertThat(client.state(strict)).isEqualTo("Failed");
  }

  private int withFailingParent(String failDependentTasks) {
    int job = client.createJob("FailDependentTasks", failDependentTasks);
    client.addTask(job, "CommandLine", "exit 3", "Name", "one");
    client.addTask(job, "CommandLine", "a", "Name", "two", "DependsOn", "one");
    client.addTask(job, "CommandLine", "b", "DependsOn", "two");
    client.submit(job);
    return job;
  }

  @Test
  void invalidJobFailsInValidation() {
    int unknown = client.createJob();
    client.addTask(unknown, "CommandLine", "a", "DependsOn", "nobody");
    int circle = client.createJob();
    client.addTask(circle, "CommandLine", "a", "Name", "a", "DependsOn", "b");
    client.addTask(circle, "CommandLine", "b", "Name", "b", "DependsOn", "a");
    int tooBig = client.createJob();
    client.addTask(tooBig, "CommandLine", "a", "MinCores", "5");
    int endless = client.createJob();
    client.addTask(endless, "CommandLine", "a *", "Type", "ParametricSweep");
    for (int job : List.of(unknown, circle, tooBig, endless)) {
      client.submit(job);
    }

    SIMULATORS.advanceSeconds(1);

    assertFailed(unknown, "Task 1.1 depends on 'nobody', but no task of the job has this name.");
    assertFailed(circle, "The tasks of the job depend on each other in a circle.");
    assertFailed(tooBig, "Task 3.1 needs 5 cores, but the nodes that the job may use have only 4.");
    assertFailed(endless, "The sweep 4.1 needs an EndValue.");
  }

  private void assertFailed(int job, String message) {
    assertThat(client.properties(job))
        .containsEntry("State", "Failed")
        .containsEntry("ErrorMessage", message);
  }

  @Test
  void failedTaskIsRepeatedAsOftenAsTheJobAllows() {
    int job = client.createJob("TaskExecutionFailureRetryLimit", "2");
    client.addTask(job, "CommandLine", "exit 3");
    client.addTask(job, "CommandLine", "exit 3", "IsRerunnable", "False");
    client.submit(job);

    SIMULATORS.advanceSeconds(20);

    assertThat(client.properties(job + "/tasks/1"))
        .containsEntry("State", "Failed")
        .containsEntry("RequeueCount", "2")
        .containsEntry("ExecutionFailureRetryCount", "2")
        .containsEntry("ExitCode", "3")
        .containsEntry("Output", "no input");
    assertThat(client.property(job + "/tasks/2", "RequeueCount")).isEqualTo("0");
  }

  @Test
  void failOnTaskFailureEndsTheJobAtOnce() {
    int job = client.createJob("FailOnTaskFailure", "true");
    client.addTask(job, "CommandLine", "exit 3");
    client.addTask(job, "CommandLine", "long");
    client.submit(job);

    SIMULATORS.advanceSeconds(3);

    assertThat(states(job)).containsExactly("Failed", "Canceled");
    assertFailed(job, "The job failed because task 1.1 failed.");
  }

  @Test
  void failJobOnFailureCountsTheSubtasksOfASweep() {
    int job = client.createJob();
    client.addTask(
        job,
        "CommandLine",
        "exit 3 *",
        "Type",
        "ParametricSweep",
        "EndValue",
        "8",
        "FailJobOnFailure",
        "True",
        "FailJobOnFailureCount",
        "2");
    client.submit(job);

    SIMULATORS.advanceSeconds(3);

    assertThat(client.state(job)).isEqualTo("Failed");
    assertThat(states(job)).filteredOn("Failed"::equals).hasSize(2);
    assertThat(states(job)).filteredOn("Canceled"::equals).hasSize(6);
  }

  @Test
  void validExitCodesMeanSuccess() {
    int byJob = client.createJob("JobValidExitCodes", "0,2..4");
    client.addTask(byJob, "CommandLine", "exit 3");
    client.addTask(byJob, "CommandLine", "exit 3", "TaskValidExitCodes", "4..max");
    client.submit(byJob);

    SIMULATORS.advanceSeconds(3);

    assertThat(states(byJob)).containsExactly("Finished", "Failed");
  }

  @Test
  void runtimeLimitsOfTaskAndJob() {
    int job = client.createJob("RuntimeSeconds", "60");
    client.addTask(job, "CommandLine", "long", "RuntimeSeconds", "10");
    client.addTask(job, "CommandLine", "long");
    client.submit(job);

    SIMULATORS.advanceSeconds(11);
    assertThat(states(job)).containsExactly("Failed", "Running");
    assertThat(client.property(job + "/tasks/1", "ErrorMessage"))
        .isEqualTo("The task ran longer than its RuntimeSeconds of 10.");

    SIMULATORS.advanceSeconds(60);
    assertThat(states(job)).containsExactly("Failed", "Canceled");
    assertFailed(job, "The job ran longer than its RuntimeSeconds of 60.");
  }

  @Test
  void jobIsHeldBackUntilItsTime() {
    int job = client.createJob();
    client.addTask(job, "CommandLine", "a");
    String inTenMinutes =
        HpcPackTimes.ofPattern("M/d/yyyy h:mm:ss tt")
            .format(SIMULATORS.get().clock().now().plusSeconds(600));
    client.put("/jobs/" + job, SimulatorClient.properties("HoldUntil", inTenMinutes));
    client.submit(job);

    SIMULATORS.advanceSeconds(598);
    assertThat(client.state(job)).isEqualTo("Queued");
    assertThat(client.property(job, "HoldUntil")).isEqualTo(inTenMinutes);
    SIMULATORS.advanceSeconds(5);
    assertThat(client.state(job)).isEqualTo("Finished");
  }

  @Test
  void childJobWaitsForItsParentAndFailsWithIt() {
    int parent = client.runJob("long");
    int failing = client.runJob("exit 3");
    int child = client.createJob("ParentJobIds", String.valueOf(parent));
    client.submit(child);
    int orphan = client.createJob("ParentJobIds", parent + "," + failing);
    client.submit(orphan);

    SIMULATORS.advanceSeconds(10);
    assertThat(client.state(child)).isEqualTo("Queued");
    SIMULATORS.advance(HOUR);
    assertThat(client.state(child)).isEqualTo("Finished");
    assertFailed(orphan, "The parent job 2 did not finish.");
  }

  @Test
  void sweepIsExpandedAWhileAfterTheJobHasStarted() {
    int job = client.createJob();
    client.addTask(
        job,
        "CommandLine",
        "work * of *",
        "Name",
        "sweep",
        "Type",
        "1",
        "StartValue",
        "5",
        "EndValue",
        "12",
        "IncrementValue",
        "3");
    client.submit(job);
    SIMULATORS.advance(Duration.ofMillis(100));
    assertThat(client.state(job)).isEqualTo("Running");
    assertThat(client.rows("/jobs/" + job + "/tasks"))
        .extracting(row -> row.get("TaskId"))
        .containsExactly("1.1");

    SIMULATORS.advanceSeconds(5);

    assertThat(client.rows("/jobs/" + job + "/tasks"))
        .extracting(row -> row.get("TaskId"), row -> row.get("CommandLine"), row -> row.get("Name"))
        .containsExactly(
            tuple("1.1.1", "work 5 of 5", "sweep"),
            tuple("1.1.2", "work 8 of 8", "sweep"),
            tuple("1.1.3", "work 11 of 11", "sweep"));
    assertThat(client.state(job + "/tasks/1")).isEqualTo("Finished");
    assertThat(client.state(job)).isEqualTo("Finished");
  }

  @Test
  void runUntilCanceledJobGoesOnWithoutTasks() {
    int job = client.createJob("RunUntilCanceled", "True");
    client.submit(job);
    SIMULATORS.advanceSeconds(5);
    assertThat(client.state(job)).isEqualTo("Running");

    int task = client.addTask(job, "CommandLine", "a");
    SIMULATORS.advanceSeconds(5);
    assertThat(client.state(job + "/tasks/" + task)).isEqualTo("Finished");
    assertThat(client.state(job)).isEqualTo("Running");
  }

  @Test
  void jobWithoutTasksFinishes() {
    int job = client.runJob();

    SIMULATORS.advanceSeconds(1);

    assertThat(client.properties(job)).containsAllEntriesOf(Map.of("State", "Finished"));
  }

  @Test
  void nodeIsDrainedBeforeItGoesOffline() {
    int job = client.createJob("RequestedNodes", "cn001");
    client.addTask(job, "CommandLine", "a");
    client.addTask(job, "CommandLine", "a");
    client.addTask(job, "CommandLine", "a");
    client.submit(job);
    SIMULATORS.advance(Duration.ofMillis(500));

    assertThat(client.post("/cluster/nodes/CN001/operations/takeOffline").statusCode())
        .isEqualTo(202);
    assertThat(client.get("/nodes/CN001").body()).contains("Draining");

    SIMULATORS.advanceSeconds(5);
    assertThat(client.get("/cluster/nodes/CN001").body()).contains("\"State\":\"Offline\"");
    assertThat(states(job)).containsExactly("Finished", "Finished", "Queued");

    client.post("/cluster/nodes/CN001/operations/bringOnline");
    SIMULATORS.advanceSeconds(5);
    assertThat(states(job)).containsOnly("Finished");
  }

  private List<String> states(int job) {
    return client.rows("/jobs/" + job + "/tasks?properties=State&rowsPerRead=100").stream()
        .map(row -> row.get("State"))
        .toList();
  }
}
