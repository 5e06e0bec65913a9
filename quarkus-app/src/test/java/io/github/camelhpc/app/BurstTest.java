package io.github.camelhpc.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelhpc.simulators.Fault;
import io.github.camelhpc.simulators.azbatch.AzBatchSimulator;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The queue of the cluster counts as long from two jobs on. */
@QuarkusTest
@QuarkusTestResource(SimulatedCluster.class)
class BurstTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path inbox = SimulatedCluster.inbox();
  private final AzBatchSimulator azure = SimulatedCluster.simulators().azBatch();
  private final List<Integer> held = new ArrayList<>();

  @Inject ProducerTemplate template;

  @AfterEach
  void shortenTheQueue() {
    SimulatedCluster.simulators().faults().clear();
    held.forEach(
        id ->
            template.requestBodyAndHeader(
                "hpcpack:cancelJob?forced=true", null, "CamelHpcPackJobId", id));
    await().atMost(PATIENCE).until(() -> queued() == 0);
  }

  /** A job that takes all cores of the cluster, and two that wait for it. */
  private void lengthenTheQueue() {
    hold(
        "{\"MinCores\": 32, \"MaxCores\": 32, \"AutoCalculateMin\": false,"
            + " \"AutoCalculateMax\": false, \"tasks\": [{\"Type\": \"ParametricSweep\", \"EndValue\": 32, \"CommandLine\": \"hold\"}]}");
    await().atMost(PATIENCE).until(() -> jobs("Running") == 1);
    hold("{\"tasks\": [{\"CommandLine\": \"hold\"}]}");
    hold("{\"tasks\": [{\"CommandLine\": \"hold\"}]}");
    await().atMost(PATIENCE).until(() -> queued() == 2);
  }

  private void hold(String job) {
    held.add(template.requestBody("hpcpack:runJob?await=false", job, Integer.class));
  }

  private int queued() {
    return jobs("Queued");
  }

  private int jobs(String state) {
    return template
        .requestBody("hpcpack:listJobs?properties=Id&jobState=" + state, null, List.class)
        .size();
  }

  @Test
  void aFileGoesToAzureBatchWhileTheQueueOfTheClusterIsLong() throws IOException {
    lengthenTheQueue();
    drop(
        "over.json",
        """
        {"Name": "over", "environmentVariables": {"GREETING": "hello"},
         "tasks": [{"Name": "say", "CommandLine": "say something"},
                   {"Name": "sweep", "Type": "ParametricSweep", "EndValue": 3, "CommandLine": "number *"},
                   {"Name": "bad", "CommandLine": "fail now"}]}
        """);

    String id = awaitDone("over.json");
    JsonNode job = result(id, "job.json");
    assertThat(job.get("Id").asText()).isEqualTo(id);
    assertThat(job.get("Name").asText()).isEqualTo("over");
    assertThat(job.get("State").asText()).isEqualTo("Failed");
    assertThat(job.get("AzureBatch").get("executionInfo").get("terminateReason").asText())
        .isEqualTo("AllTasksComplete");
    JsonNode tasks = result(id, "tasks.json");
    assertThat(tasks.findValuesAsText("Name"))
        .containsExactly("say", "sweep", "sweep", "sweep", "bad");
    assertThat(tasks.findValuesAsText("State"))
        .containsExactly("Finished", "Finished", "Finished", "Finished", "Failed");
    assertThat(tasks.findValuesAsText("ExitCode")).containsExactly("0", "0", "0", "0", "3");
    assertThat(tasks.get(0).get("Output").asText()).startsWith("something ").hasSize(4096);
    assertThat(tasks.get(1).get("Output").asText()).isEmpty();
    assertThat(tasks.get(3).get("CommandLine").asText()).isEqualTo("number 3");
    assertThat(azure.job(id).getJsonArray("commonEnvironmentSettings").getJsonObject(0).getMap())
        .isEqualTo(Map.of("name", "GREETING", "value", "hello"));
  }

  @Test
  void aFileStaysWithTheClusterWhileItsQueueIsShort() throws IOException {
    drop("near.json", "{\"Name\": \"near\", \"tasks\": [{\"CommandLine\": \"true\"}]}");

    assertThat(awaitDone("near.json")).containsOnlyDigits();
  }

  @Test
  void aJobThatCannotBeTranslatedStaysWithTheCluster() throws IOException {
    lengthenTheQueue();
    try (LogLines lines = LogLines.of("burst")) {
      drop(
          "special.json",
          "{\"tasks\": [{\"CommandLine\": \"true\", \"WorkDirectory\": \"share\"}]}");

      await().atMost(PATIENCE).until(() -> queued() == 3);
      assertThat(lines.all())
          .containsExactly(
              "special.json stays with the cluster, though its queue is long: the property"
                  + " WorkDirectory of the task 1 has no counterpart there");
    }
    shortenTheQueue();
    held.clear();
    assertThat(awaitDone("special.json")).containsOnlyDigits();
  }

  @Test
  void theClusterIsAskedForTheLengthOfItsQueueNotForEachFile() throws IOException {
    lengthenTheQueue();
    SimulatedCluster.simulators().requests().clear();
    for (int i = 1; i <= 10; i++) {
      drop("many-" + i + ".json", "{\"tasks\": [{\"CommandLine\": \"true\"}]}");
    }
    for (int i = 1; i <= 10; i++) {
      assertThat(awaitDone("many-" + i + ".json")).startsWith("burst_");
    }

    assertThat(SimulatedCluster.simulators().requests().all())
        .filteredOn(request -> String.valueOf(request.query()).contains("Queued"))
        .hasSizeLessThan(10)
        .isNotEmpty();
  }

  @Test
  void aJobThatIsUnderWayIsWaitedForAndNotAddedAgain() throws IOException {
    String job = "{\"Name\": \"again\", \"tasks\": [{\"CommandLine\": \"say again\"}]}";
    azure.createJob("burst_again", "pool1");
    azure.createTask("burst_again", "1", "say again");
    SimulatedCluster.simulators().requests().clear();

    Files.writeString(folder("running").resolve("burst_again-again.json"), job);

    await().atMost(PATIENCE).until(() -> azure.taskCounts("burst_again").completed() == 1);
    template.requestBodyAndHeader("azbatch:terminateJob", "{}", "CamelAzBatchJobId", "burst_again");
    assertThat(awaitDone("again.json")).isEqualTo("burst_again");
    assertThat(result("burst_again", "tasks.json").get(0).get("Output").asText())
        .startsWith("something ");
    assertThat(posts("/jobs")).isZero();
    assertThat(posts("/jobs/burst_again/addtaskcollection")).isZero();
  }

  @Test
  void aJobThatHasSomeOfItsTasksGetsTheOthersOnly() throws IOException {
    azure.createJob("burst_half", "pool1");
    azure.createTask("burst_half", "1", "say first");

    Files.writeString(
        folder("submitting").resolve("burst_half-half.json"),
        """
        {"Name": "half", "tasks": [{"CommandLine": "other"}, {"CommandLine": "say second"}]}
        """);

    assertThat(awaitDone("half.json")).isEqualTo("burst_half");
    assertThat(azure.task("burst_half", "1").getString("commandLine")).isEqualTo("say first");
    JsonNode tasks = result("burst_half", "tasks.json");
    assertThat(tasks.findValuesAsText("State")).containsExactly("Finished", "Finished");
    assertThat(tasks.get(1).get("Output").asText()).startsWith("something ");
  }

  @Test
  void aJobThatHasAllOfItsTasksIsNotAddedTo() throws IOException {
    azure.createJob("burst_all", "pool1");
    azure.createTask("burst_all", "1", "say all");
    template.requestBodyAndHeader(
        "azbatch:patchJob",
        "{\"onAllTasksComplete\": \"terminatejob\"}",
        "CamelAzBatchJobId",
        "burst_all");

    Files.writeString(
        folder("submitting").resolve("burst_all-all.json"),
        "{\"tasks\": [{\"CommandLine\": \"say all\"}]}");

    assertThat(awaitDone("all.json")).isEqualTo("burst_all");
    assertThat(posts("/jobs/burst_all/addtaskcollection")).isZero();
  }

  @Test
  void aFileWaitsUntilAzureBatchCanBeUsed() throws IOException {
    SimulatedCluster.simulators()
        .faults()
        .matching("POST", ".*/jobs/burst_wait/addtaskcollection", Fault.status(401), 1);

    Files.writeString(
        folder("submitting").resolve("burst_wait-wait.json"),
        "{\"tasks\": [{\"CommandLine\": \"true\"}]}");

    assertThat(awaitDone("wait.json")).isEqualTo("burst_wait");
    assertThat(inbox.resolve("failed/burst_wait-wait.json")).doesNotExist();
  }

  @Test
  void aJobThatAzureBatchRefusesGoesToFailed() throws IOException {
    SimulatedCluster.simulators().faults().matching("POST", "/jobs", Fault.status(400), 1);

    Files.writeString(
        folder("submitting").resolve("burst_bad-bad.json"),
        "{\"tasks\": [{\"CommandLine\": \"true\"}]}");

    Path failed = inbox.resolve("failed/burst_bad-bad.json");
    await().atMost(PATIENCE).until(() -> Files.exists(failed));
    assertThat(Path.of(failed + ".error.txt"))
        .content()
        .contains("Azure Batch refused it (HTTP status 400)");
  }

  @Test
  void aJobWhoseTasksAreRefusedGoesToFailedAndNothingOfItStays() throws IOException {
    String value = "x".repeat(1_100_000);
    Files.writeString(
        folder("submitting").resolve("burst_big-big.json"),
        "{\"tasks\": [{\"CommandLine\": \"true\", \"environmentVariables\": {\"A\": \""
            + value
            + "\"}}]}");

    Path failed = inbox.resolve("failed/burst_big-big.json");
    await().atMost(PATIENCE).until(() -> Files.exists(failed));
    assertThat(Path.of(failed + ".error.txt"))
        .content()
        .contains("Azure Batch refused task 1", "RequestBodyTooLarge");
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                !template
                    .requestBody("azbatch:listJobs?select=id", null, List.class)
                    .toString()
                    .contains("burst_big"));
  }

  @Test
  void aJobThatIsNotThereAnyMoreGoesToFailed() throws IOException {
    Files.writeString(
        folder("running").resolve("burst_gone-gone.json"),
        "{\"tasks\": [{\"CommandLine\": \"true\"}]}");

    Path failed = inbox.resolve("failed/burst_gone-gone.json");
    await().atMost(PATIENCE).until(() -> Files.exists(failed));
    assertThat(Path.of(failed + ".error.txt")).content().contains("Azure Batch refused it", "404");
  }

  @Test
  void aNodeWhosePreparationTaskFailsIsReportedOnce() throws IOException {
    Path report = SimulatedCluster.outbox().resolve("failed-preparation-tasks.csv");
    try (LogLines lines = LogLines.of("failed-preparation-tasks")) {
      azure.createJob(
          "prepared", "pool1", Map.of("jobPreparationTask", Map.of("commandLine", "x")));
      azure.addPreparationStatuses("prepared", 4, BurstTest::status);

      await().atMost(PATIENCE).until(() -> Files.exists(report) && lines.all().size() == 2);
      azure.createJob("later", "pool1", Map.of("jobPreparationTask", Map.of("commandLine", "x")));
      azure.addPreparationStatuses("later", 2, BurstTest::status);
      await().atMost(PATIENCE).until(() -> lines.all().size() == 3);

      assertThat(lines.all())
          .contains(
              "Node n1 of pool pool1: the preparation task of job prepared failed with exit code 1"
                  + " (FailureExitCode): not, zero");
    }
    assertThat(report)
        .content()
        .startsWith("time,job,pool,node,exitCode,failureCode,message\n")
        .contains(
            "2026-01-31T12:00:01Z,prepared,pool1,n1,1,FailureExitCode,\"not, zero\"\n",
            "2026-01-31T12:00:01Z,prepared,pool1,n3,,CommandProgramNotFound,\"not, zero\"\n",
            "2026-01-31T12:00:01Z,later,pool1,n1,1,FailureExitCode,\"not, zero\"\n");
    assertThat(report).content().hasLineCount(4);
  }

  /** One that went well, one that failed, one that runs, one that could not be started. */
  private static Map<String, Object> status(int number) {
    Map<String, Object> task =
        new HashMap<>(
            Map.of("startTime", "2026-01-31T12:00:00Z", "retryCount", 0, "state", "running"));
    if (number != 2) {
      task.putAll(Map.of("state", "completed", "endTime", "2026-01-31T12:00:01Z"));
      task.put("result", number == 0 ? "success" : "failure");
    }
    if (number < 2) {
      task.put("exitCode", number);
    }
    if (number % 2 == 1) {
      String code = number == 1 ? "FailureExitCode" : "CommandProgramNotFound";
      task.put(
          "failureInfo", Map.of("category", "usererror", "code", code, "message", "not, zero"));
    }
    return Map.of("nodeId", "n" + number, "jobPreparationTaskExecutionInfo", task);
  }

  private static long posts(String path) {
    return SimulatedCluster.simulators().requests().all().stream()
        .filter(request -> request.method().equals("POST") && request.path().equals(path))
        .count();
  }

  private void drop(String name, String text) throws IOException {
    Path hidden = Files.createDirectories(inbox).resolve("." + name);
    Files.writeString(hidden, text);
    Files.move(hidden, inbox.resolve(name));
  }

  /** The folder of the account below this one. */
  private Path folder(String name) throws IOException {
    try (Stream<Path> folders = Files.list(inbox.resolve(name))) {
      return folders
          .filter(folder -> folder.getFileName().toString().startsWith("azure-"))
          .findFirst()
          .orElseThrow();
    }
  }

  /** Waits until a file is done, and gives the id of its job. */
  private String awaitDone(String name) {
    return await()
        .atMost(PATIENCE)
        .until(
            () -> done().filter(file -> file.endsWith("-" + name)).findFirst(), Optional::isPresent)
        .map(file -> file.substring(0, file.indexOf('-')))
        .orElseThrow();
  }

  private Stream<String> done() throws IOException {
    Path done = inbox.resolve("done");
    if (!Files.isDirectory(done)) {
      return Stream.empty();
    }
    try (Stream<Path> files = Files.list(done)) {
      return files.map(file -> file.getFileName().toString()).toList().stream();
    }
  }

  private static JsonNode result(String id, String file) throws IOException {
    return JSON.readTree(SimulatedCluster.outbox().resolve(id).resolve(file).toFile());
  }
}
