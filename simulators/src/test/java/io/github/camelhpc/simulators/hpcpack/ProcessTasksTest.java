package io.github.camelhpc.simulators.hpcpack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelhpc.simulators.HpcSimulators;
import io.github.camelhpc.simulators.SimulatorClient;
import io.github.camelhpc.simulators.task.TaskRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Tasks that are really executed, by the computer's clock. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the command lines are those of a POSIX shell")
class ProcessTasksTest {

  @TempDir static Path directory;

  private static HpcSimulators simulators;
  private static SimulatorClient client;

  @BeforeAll
  static void start() {
    simulators =
        HpcSimulators.builder()
            .httpsPort(-1)
            .taskRunner(TaskRunner.process(directory.resolve("work")))
            .start();
    client = SimulatorClient.of(simulators);
  }

  @AfterAll
  static void stop() {
    simulators.close();
  }

  @Test
  void outputAndExitCode() {
    int job = client.runJob("echo out; echo err >&2; exit 3", "echo fine");

    awaitState(job, "Failed");

    assertThat(client.properties(job + "/tasks/1"))
        .containsEntry("State", "Failed")
        .containsEntry("ExitCode", "3")
        .containsEntry("Output", "out\nerr\n")
        .containsEntry("ErrorMessage", "The task ended with the exit code 3.");
    assertThat(client.property(job + "/tasks/2", "Output")).isEqualTo("fine\n");
  }

  @Test
  void outputIsTheFirstFourKilobytes() {
    int job = client.runJob("i=0; while [ $i -lt 2000 ]; do echo line $i; i=$((i+1)); done");

    awaitState(job, "Finished");

    assertThat(client.property(job + "/tasks/1", "Output")).hasSize(4096).startsWith("line 0\n");
  }

  @Test
  void environmentOfJobAndTaskIsVisibleAndNothingElse() {
    int job = client.createJob("Name", "demo");
    client.addTask(
        job,
        "CommandLine",
        "echo $A $B $C $CCP_JOBID.$CCP_TASKID.$CCP_TASKINSTANCEID $CCP_JOBNAME");
    client.addTask(job, "CommandLine", "env", "Name", "all");
    client.post("/jobs/" + job + "/envVariables", SimulatorClient.properties("A", "1", "B", "1"));
    client.post(
        "/jobs/" + job + "/tasks/1/envVariables", SimulatorClient.properties("B", "2", "C", "3"));
    client.post("/jobs/" + job + "/customProperties", SimulatorClient.properties("CUSTOM", "x"));
    client.submit(job);

    awaitState(job, "Finished");

    assertThat(client.property(job + "/tasks/1", "Output"))
        .isEqualTo("1 2 3 " + job + ".1.0 demo\n");
    assertThat(client.property(job + "/tasks/2", "Output"))
        .contains("B=1\n", "CCP_NUMCPUS=1\n")
        .doesNotContain("CUSTOM", "MAVEN_");
  }

  @Test
  void sweepRunsEachValue() {
    int sum = client.createJob();
    client.addTask(
        sum, "CommandLine", "echo $((2 + *))", "Type", "ParametricSweep", "EndValue", "3");
    client.submit(sum);
    awaitState(sum, "Finished");
    assertThat(IntStream.rangeClosed(1, 3))
        .extracting(i -> client.property(sum + "/tasks/1/subtasks/" + i, "Output"))
        .containsExactly("3\n", "4\n", "5\n");
  }

  @Test
  void filesForTheStreams() throws IOException {
    Path input = Files.writeString(directory.resolve("input.txt"), "from file");
    int job = client.createJob();
    client.addTask(
        job,
        "CommandLine",
        "cat; echo; pwd; echo problem >&2",
        "StdInFilePath",
        input.toString(),
        "StdOutFilePath",
        "out.txt",
        "StdErrFilePath",
        "err.txt",
        "WorkDirectory",
        "shared");
    client.submit(job);

    awaitState(job, "Finished");

    Path work = directory.resolve("work/shared");
    assertThat(work.resolve("out.txt")).hasContent("from file\n" + work.toRealPath());
    assertThat(work.resolve("err.txt")).hasContent("problem");
    assertThat(client.property(job + "/tasks/1", "Output")).isEmpty();
  }

  @Test
  void oneFileLeavesTheOtherStreamInTheOutput() {
    int job = client.createJob();
    client.addTask(job, "CommandLine", "echo out; echo err >&2", "StdOutFilePath", "only-out.txt");
    client.submit(job);

    awaitState(job, "Finished");

    assertThat(client.property(job + "/tasks/1", "Output")).isEqualTo("err\n");
    assertThat(directory.resolve("work/job-" + job + "/only-out.txt")).hasContent("out");
  }

  @Test
  void cancelKillsTheProcessAndItsChildren() throws IOException {
    Path pidFile = directory.resolve("child.pid");
    int job = client.runJob("sleep 600 & echo $! > " + pidFile + "; wait");
    await().until(() -> Files.exists(pidFile) && !Files.readString(pidFile).isBlank());
    long child = Long.parseLong(Files.readString(pidFile).trim());
    assertThat(ProcessHandle.of(child)).isPresent();

    client.post("/jobs/" + job + "/cancel?forced=true", "\"enough\"");

    awaitState(job, "Canceled");
    await()
        .untilAsserted(
            () ->
                assertThat(ProcessHandle.of(child).map(ProcessHandle::isAlive).orElse(false))
                    .isFalse());
    assertThat(client.state(job + "/tasks/1")).isEqualTo("Canceled");
  }

  @Test
  void whatCannotBeRunFailsWithASentence() {
    int job = client.createJob();
    client.addTask(job, "CommandLine", "echo", "WorkDirectory", "/does/not/exist");
    client.addTask(job, "CommandLine", "echo", "StdInFilePath", "/does/not/exist");
    client.submit(job);

    awaitState(job, "Failed");

    assertThat(client.property(job + "/tasks/1", "ErrorMessage"))
        .isEqualTo(
            "The command line could not be run: the work directory /does/not/exist is not there.");
    assertThat(client.property(job + "/tasks/2", "ErrorMessage"))
        .startsWith("The command line could not be run: ");
  }

  @Test
  void manyTasksRunWithoutAThreadEach() {
    int threadsBefore = Thread.activeCount();
    int job = client.createJob();
    for (int i = 0; i < 50; i++) {
      client.addTask(job, "CommandLine", "exit " + (i == 7 ? 1 : 0));
    }
    client.submit(job);

    awaitState(job, "Failed");

    assertThat(
            client.rows("/jobs/" + job + "/tasks?rowsPerRead=50&$filter=TaskState%20eq%20Failed"))
        .extracting(row -> row.get("JobTaskId"))
        .containsExactly("8");
    assertThat(Thread.activeCount()).isLessThan(threadsBefore + 20);
  }

  private static void awaitState(int job, String state) {
    await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(20))
        .untilAsserted(() -> assertThat(client.state(job)).isEqualTo(state));
  }
}
