package io.github.camelhpc.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelhpc.simulators.HpcSimulators;
import io.github.camelhpc.simulators.SimulatorClock;
import io.github.camelhpc.simulators.dbapi.RequestState;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApplicationIT {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String ROWS =
      "type,spot,strike,years,rate,volatility\ncall,100,100,1,0.05,0.2\n";

  @TempDir Path folder;

  @Test
  void runsTheSampleAndAJobOfFiftyTasksOfWhichOneFails() throws Exception {
    try (PackagedApplication application = PackagedApplication.start(folder)) {
      JsonNode sample = application.awaitResult("1", "tasks.json");
      assertThat(sample).hasSize(9);
      assertThat(sample.get(8).get("Output").asText().strip())
          .isEqualTo("primes from 10000 to 89999: 7484");

      application.drop("fifty.json", fiftyTasks());

      JsonNode tasks = application.awaitResult("2", "tasks.json");
      JsonNode job = application.awaitResult("2", "job.json");
      assertThat(job.get("State").asText()).isEqualTo("Failed");
      assertThat(tasks).hasSize(50);
      for (int i = 1; i <= 50; i++) {
        JsonNode task = tasks.get(i - 1);
        assertThat(task.get("Output").asText().strip()).isEqualTo("all of us: number " + i);
        assertThat(task.get("ExitCode").asText()).isEqualTo(i == 17 ? "7" : "0");
        assertThat(task.get("State").asText()).isEqualTo(i == 17 ? "Failed" : "Finished");
      }
      assertThat(application.inbox().resolve("done/2-fifty.json")).exists();
      assertThat(status(application, "/q/health")).isEqualTo(200);
      // the status log asks for itself
      application.awaitLog("Job 1 \"sample-sweep\": .*-> Finished");
      application.awaitLog("Job 2 \"fifty\": .*-> Failed");
      application.stop();
      assertThat(application.log()).doesNotContain("Exception", "ERROR");
    }
  }

  private static String fiftyTasks() {
    ObjectNode job = JSON.createObjectNode().put("Name", "fifty");
    job.putObject("environmentVariables").put("GREETING", "all of us");
    ArrayNode tasks = job.putArray("tasks");
    for (int i = 1; i <= 50; i++) {
      ObjectNode task = tasks.addObject();
      task.put("Name", "task-" + i);
      task.put("CommandLine", "echo \"$GREETING: number $NUMBER\"; test $NUMBER != 17 || exit 7");
      task.putObject("environmentVariables").put("NUMBER", i);
    }
    return job.toString();
  }

  private static String text(PackagedApplication application, String path) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(URI.create(application.url() + path)).build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
  }

  private static int status(PackagedApplication application, String path) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(URI.create(application.url() + path)).build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode();
  }

  @Test
  void aJobThatEndedWithTheSimulatorIsRunAgain() throws Exception {
    String job =
        "{\"Name\": \"again\", \"tasks\": [{\"CommandLine\": \"test -e %s || sleep 60\"}]}";
    Path marker = folder.resolve("go-on");
    try (PackagedApplication application = PackagedApplication.start(folder, "app.sample=false")) {
      application.drop("again.json", job.formatted(marker));
      application.awaitLog("\"again\": \\w+ -> Running");
      application.stop();
    }
    assertThat(folder.resolve("outbox/1")).doesNotExist();
    assertThat(folder.resolve("inbox/running/simulator/1-again.json")).exists();

    Files.createFile(marker);
    try (PackagedApplication application = PackagedApplication.start(folder, "app.sample=false")) {
      assertThat(application.awaitResult("1", "job.json").get("State").asText())
          .isEqualTo("Finished");
      await().until(() -> Files.exists(folder.resolve("inbox/done/1-again.json")));
    }
  }

  @Test
  void aJobOfAClusterIsNotSubmittedAgainButWaitedForAfterARestart() throws Exception {
    SimulatorClock clock = SimulatorClock.manual(Instant.parse("2026-01-31T12:00:00Z"));
    try (HpcSimulators cluster = HpcSimulators.builder().httpsPort(-1).clock(clock).start()) {
      String[] settings = {
        "CAMEL_COMPONENT_HPCPACK_SERVICE_URL=" + cluster.hpcPackUrl(),
        "CAMEL_COMPONENT_HPCPACK_USERNAME=" + cluster.userName(),
        "CAMEL_COMPONENT_HPCPACK_PASSWORD=" + cluster.password(),
        "camel.component.hpcpack.await-interval=200ms"
      };
      try (PackagedApplication application = PackagedApplication.start(folder, settings)) {
        application.drop(
            "long.json", "{\"Name\": \"long\", \"tasks\": [{\"CommandLine\": \"x\"}]}");
        application.awaitLog("Job 1 submitted from long.json");
        application.stop();
        assertThat(application.log()).doesNotContain(cluster.password());
      }
      assertThat(folder.resolve("outbox")).doesNotExist();

      clock.advance(Duration.ofMinutes(1));
      try (PackagedApplication application = PackagedApplication.start(folder, settings)) {
        assertThat(application.awaitResult("1", "job.json").get("State").asText())
            .isEqualTo("Finished");
        assertThat(cluster.hpcPack().jobCount()).isEqualTo(1);
      }
    }
  }

  @Test
  void aJobThatWouldWaitRunsOnTheSimulatedAccount() throws Exception {
    String[] settings = {"app.sample=false", "app.burst.queued-jobs=0", "app.burst.interval=100ms"};
    try (PackagedApplication application = PackagedApplication.start(folder, settings)) {
      application.drop(
          "hold.json",
          "{\"Name\": \"hold\", \"MinCores\": 32, \"MaxCores\": 32, \"AutoCalculateMin\": false,"
              + " \"AutoCalculateMax\": false, \"tasks\": [{\"Type\": \"ParametricSweep\","
              + " \"EndValue\": 32, \"CommandLine\": \"sleep 100\"}]}");
      application.awaitLog("\"hold\": \\w+ -> Running");
      application.drop(
          "next.json", "{\"Name\": \"next\", \"tasks\": [{\"CommandLine\": \"true\"}]}");
      application.awaitLog("\"next\": \\w+ -> Queued");
      application.drop(
          "over.json",
          """
          {"Name": "over", "environmentVariables": {"GREETING": "hello"}, "tasks": [
            {"CommandLine": "echo $GREETING $WHO", "environmentVariables": {"WHO": "world"}},
            {"CommandLine": "awk 'BEGIN { print 6 * 7 }'; echo oh >&2; exit 3"}]}
          """);

      String id = application.awaitJobOf("over.json");
      assertThat(id).startsWith("burst_");
      JsonNode tasks = application.awaitResult(id, "tasks.json");
      assertThat(tasks.findValuesAsText("Output")).containsExactly("hello world\n", "42\noh\n");
      assertThat(tasks.findValuesAsText("ExitCode")).containsExactly("0", "3");
      assertThat(application.awaitResult(id, "job.json").get("State").asText()).isEqualTo("Failed");
      application.stop();
      assertThat(application.log()).doesNotContain("Exception", "ERROR");
    }
  }

  @Test
  void aJobOnAzureBatchIsNotAddedAgainButWaitedForAfterARestart() throws Exception {
    SimulatorClock clock = SimulatorClock.manual(Instant.parse("2026-01-31T12:00:00Z"));
    try (HpcSimulators services =
        HpcSimulators.builder()
            .httpsPort(-1)
            .clock(clock)
            .azBatch(account -> account.withSignatureWindow(Duration.ofDays(36_500)))
            .start()) {
      services.azBatch().createPool("pool1", 1);
      String key = services.azBatch().credentials().accountKey();
      String[] settings = {
        "CAMEL_COMPONENT_HPCPACK_SERVICE_URL=" + services.hpcPackUrl(),
        "CAMEL_COMPONENT_HPCPACK_USERNAME=" + services.userName(),
        "CAMEL_COMPONENT_HPCPACK_PASSWORD=" + services.password(),
        "CAMEL_COMPONENT_AZBATCH_SERVICE_URL=" + services.azBatchUrl(),
        "CAMEL_COMPONENT_AZBATCH_ACCOUNT_NAME=" + services.azBatch().credentials().accountName(),
        "CAMEL_COMPONENT_AZBATCH_ACCOUNT_KEY=" + key,
        "APP_BURST_POOL=pool1",
        "camel.component.azbatch.await-interval=200ms"
      };
      String account =
          "azure-" + services.azBatchUrl().replace("http://", "").replaceAll("[^0-9.]", "_");
      Path submitting = folder.resolve("inbox/submitting").resolve(account);
      Files.createDirectories(submitting);
      Files.writeString(
          submitting.resolve("burst_1-long.json"), "{\"tasks\": [{\"CommandLine\": \"x\"}]}");
      Path running = folder.resolve("inbox/running").resolve(account).resolve("burst_1-long.json");
      try (PackagedApplication application = PackagedApplication.start(folder, settings)) {
        await().atMost(PATIENCE).until(() -> Files.exists(running));
        application.stop();
        assertThat(application.log()).doesNotContain(key, "Exception");
      }
      assertThat(running).exists();
      assertThat(folder.resolve("outbox")).doesNotExist();

      clock.advance(Duration.ofMinutes(1));
      try (PackagedApplication application = PackagedApplication.start(folder, settings)) {
        assertThat(application.awaitResult("burst_1", "job.json").get("State").asText())
            .isEqualTo("Finished");
        assertThat(application.log()).doesNotContain(key);
      }
      assertThat(services.requests().all())
          .filteredOn(request -> request.method().equals("POST"))
          .filteredOn(request -> request.path().equals("/jobs"))
          .hasSize(1);
    }
  }

  @Test
  void theSimulatorPricesTheRowsOfACsv() throws Exception {
    try (PackagedApplication application = PackagedApplication.start(folder, "app.sample=false")) {
      application.drop("rows.csv", ROWS);
      Path answers = folder.resolve("outbox/rows.csv");
      await().atMost(PATIENCE).until(() -> Files.exists(answers));
      assertThat(answers).content().contains("call,100,100,1,0.05,0.2,10.450584,");
      await().atMost(PATIENCE).until(() -> Files.exists(folder.resolve("inbox/done/rows.csv")));
      application.stop();
      assertThat(application.log()).doesNotContain("Exception", "ERROR");
    }
  }

  @Test
  void aClusterAloneHasNoAzureBatchAndNoDetailViewAndRefusesACsvWithTheNameOfTheSetting()
      throws Exception {
    try (HpcSimulators cluster = HpcSimulators.builder().httpsPort(-1).start();
        PackagedApplication application =
            PackagedApplication.start(
                folder,
                "CAMEL_COMPONENT_HPCPACK_SERVICE_URL=" + cluster.hpcPackUrl(),
                "CAMEL_COMPONENT_HPCPACK_USERNAME=" + cluster.userName(),
                "CAMEL_COMPONENT_HPCPACK_PASSWORD=" + cluster.password())) {
      application.drop("rows.csv", ROWS);
      await().atMost(PATIENCE).until(() -> Files.exists(folder.resolve("inbox/failed/rows.csv")));
      assertThat(folder.resolve("inbox/failed/rows.csv.error.txt"))
          .content()
          .contains("set camel.component.hpcsoa.service-url");
      assertThat(application.log()).doesNotContain("Azure", "Usage ");
      assertThat(text(application, "/q/metrics")).contains("\"inbox\"").doesNotContain("cpu-usage");
      assertThat(folder.resolve("outbox/cpu-usage.csv")).doesNotExist();
      assertThat(folder.resolve("inbox/running").toFile().list())
          .hasSize(1)
          .noneMatch(name -> name.startsWith("azure-"));
    }
  }

  @Test
  void pricingIsFoundByItsEnvironmentVariablesAndAnUnfinishedFileIsPricedAtTheNextStart()
      throws Exception {
    SimulatorClock clock = SimulatorClock.manual(Instant.parse("2026-01-31T12:00:00Z"));
    try (HpcSimulators cluster =
        HpcSimulators.builder()
            .httpsPort(-1)
            .clock(clock)
            .soaRequestTime(Duration.ofMinutes(1))
            .start()) {
      String[] settings = {
        "CAMEL_COMPONENT_HPCPACK_SERVICE_URL=" + cluster.hpcPackUrl(),
        "CAMEL_COMPONENT_HPCPACK_USERNAME=" + cluster.userName(),
        "CAMEL_COMPONENT_HPCPACK_PASSWORD=" + cluster.password(),
        "CAMEL_COMPONENT_HPCSOA_SERVICE_URL=" + cluster.hpcSoaUrl(),
        "CAMEL_COMPONENT_HPCSOA_USERNAME=" + cluster.userName(),
        "CAMEL_COMPONENT_HPCSOA_PASSWORD=" + cluster.password(),
        "camel.component.hpcsoa.await-interval=200ms"
      };
      try (PackagedApplication application = PackagedApplication.start(folder, settings)) {
        application.drop("rows.csv", ROWS);
        await().atMost(PATIENCE).until(() -> asksForStatus(cluster));
        application.stop();
      }
      assertThat(folder.resolve("inbox/rows.csv")).exists();
      assertThat(folder.resolve("inbox/failed/rows.csv")).doesNotExist();

      cluster.requests().clear();
      try (PackagedApplication application = PackagedApplication.start(folder, settings)) {
        await().atMost(PATIENCE).until(() -> asksForStatus(cluster));
        clock.advance(Duration.ofMinutes(1));
        await().atMost(PATIENCE).until(() -> Files.exists(folder.resolve("inbox/done/rows.csv")));
        assertThat(application.log()).doesNotContain(cluster.password());
      }
      assertThat(folder.resolve("outbox/rows.csv")).content().contains(",10.450584,");
    }
  }

  @Test
  void usageIsFoundByItsEnvironmentVariablesAndAppendedOnceAcrossARestart() throws Exception {
    Path usage = folder.resolve("outbox/cpu-usage.csv");
    try (HpcSimulators cluster = HpcSimulators.builder().httpsPort(-1).start()) {
      String[] settings = {
        "CAMEL_COMPONENT_HPCPACK_SERVICE_URL=" + cluster.hpcPackUrl(),
        "CAMEL_COMPONENT_HPCPACK_USERNAME=" + cluster.userName(),
        "CAMEL_COMPONENT_HPCPACK_PASSWORD=" + cluster.password(),
        "CAMEL_COMPONENT_DBAPI_SERVICE_URL=" + cluster.dbapiUrl(),
        "CAMEL_COMPONENT_DBAPI_USERNAME=" + cluster.userName(),
        "CAMEL_COMPONENT_DBAPI_PASSWORD=" + cluster.password(),
        "APP_CPU_USAGE_INTERVAL=300ms",
        "APP_CPU_USAGE_QUERY=vm[=name rx .*1][@cpuUsage rx b .*]"
      };
      for (int start = 1; start <= 2; start++) {
        int answers = 3 * start;
        try (PackagedApplication application = PackagedApplication.start(folder, settings)) {
          await().atMost(PATIENCE).until(() -> cluster.dbapi().requests().size() >= answers);
          application.stop();
          assertThat(application.log()).doesNotContain(cluster.password(), "Exception");
        }
      }
    }
    List<String> lines = Files.readAllLines(usage);
    assertThat(lines).hasSizeGreaterThan(50).doesNotHaveDuplicates();
    assertThat(lines.get(0)).isEqualTo("time,machine,attribute,name,unit,value");
    assertThat(lines.subList(1, lines.size())).allMatch(line -> line.contains("1,cpu Usage,"));
  }

  @Test
  void aQueryThatIsUnderWayIsAbortedWhenTheApplicationStops() throws Exception {
    try (HpcSimulators cluster =
        HpcSimulators.builder()
            .httpsPort(-1)
            .dbapi(server -> server.neverCompleting(".*"))
            .start()) {
      String[] settings = {
        "CAMEL_COMPONENT_HPCPACK_SERVICE_URL=" + cluster.hpcPackUrl(),
        "CAMEL_COMPONENT_HPCPACK_USERNAME=" + cluster.userName(),
        "CAMEL_COMPONENT_HPCPACK_PASSWORD=" + cluster.password(),
        "CAMEL_COMPONENT_DBAPI_SERVICE_URL=" + cluster.dbapiUrl(),
        "CAMEL_COMPONENT_DBAPI_USERNAME=" + cluster.userName(),
        "CAMEL_COMPONENT_DBAPI_PASSWORD=" + cluster.password(),
      };
      try (PackagedApplication application = PackagedApplication.start(folder, settings)) {
        await().atMost(PATIENCE).until(() -> cluster.requests().count("GET", "/dbapi.do") > 0);
        long begin = System.nanoTime();
        application.stop();
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(8));
        assertThat(application.log()).doesNotContain("CPU usage cannot", "Exception");
      }
      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () ->
                  assertThat(cluster.dbapi().requests())
                      .singleElement()
                      .satisfies(
                          request -> assertThat(request.state()).isEqualTo(RequestState.ABORTED)));
    }
  }

  private static boolean asksForStatus(HpcSimulators cluster) {
    return cluster.requests().all().stream().anyMatch(request -> request.path().endsWith("Status"));
  }
}
