package io.github.camelhpc.app;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelhpc.simulators.Fault;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The server has ten machines, each with a sample a minute. */
@QuarkusTest
@QuarkusTestResource(SimulatedCluster.class)
class CpuUsageTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String PATH = ".*/dbapi.do";
  private static final Pattern GAUGE =
      Pattern.compile(
          "^cpu_usage\\{attribute=\"cpu Usage\",machine=\"(vm#[^\"]+)\"} (\\S+)",
          Pattern.MULTILINE);

  private final Path file = SimulatedCluster.outbox().resolve("cpu-usage.csv");

  @AfterEach
  void noFaults() {
    SimulatedCluster.simulators().faults().clear();
  }

  @Test
  void theLastHourIsAppendedOnce() throws IOException {
    awaitQueries(3);

    List<String> lines = Files.readAllLines(file);
    assertThat(lines.get(0)).isEqualTo("time,machine,attribute,name,unit,value");
    assertThat(lines).hasSizeBetween(500, 700).doesNotHaveDuplicates();
    assertThat(lines.subList(1, lines.size()))
        .allMatch(line -> line.matches("20[^,]+Z,vm#[^,]+,cpu Usage,[^,]+,%,[0-9.]+"));
    Map<String, Long> samples =
        lines.stream()
            .skip(1)
            .collect(
                Collectors.groupingBy(
                    line -> line.substring(0, line.indexOf(",cpu Usage")), Collectors.counting()));
    assertThat(samples.values()).containsOnly(1L);
  }

  @Test
  void theNewestValueOfEachMachineIsAMetric() throws IOException {
    awaitQueries(2);
    // a minute can begin between the two readings
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(gauges()).hasSize(10).isEqualTo(newestRows()));
  }

  private static Map<String, Double> gauges() {
    return GAUGE
        .matcher(get("/q/metrics").asString())
        .results()
        .collect(
            Collectors.toMap(gauge -> gauge.group(1), gauge -> Double.valueOf(gauge.group(2))));
  }

  private Map<String, Double> newestRows() throws IOException {
    return Files.readAllLines(file).stream()
        .skip(1)
        .map(line -> line.split(","))
        .collect(
            Collectors.toMap(
                row -> row[1], row -> Double.valueOf(row[5]), (older, newer) -> newer));
  }

  @Test
  void aFailureIsSaidOnceAndTheNextTickIsTheNextTry() throws IOException {
    awaitQueries(1);
    try (LogLines lines = LogLines.of("cpu-usage")) {
      SimulatedCluster.simulators().faults().matching("POST", PATH, Fault.status(503), 1_000);
      awaitQueries(3);
      assertThat(lines.all())
          .containsExactly(
              "CPU usage cannot be recorded, and is tried again every 500ms:"
                  + " the detail view server failed (HTTP status 503): Service Unavailable");

      SimulatedCluster.simulators().faults().clear();
      awaitQueries(2);
      SimulatedCluster.simulators().faults().matching("POST", PATH, Fault.status(401), 1_000);
      awaitQueries(3);

      assertThat(lines.all()).hasSize(2);
      assertThat(lines.all().get(1)).contains("check camel.component.dbapi.credential-type");
    }
    SimulatedCluster.simulators().faults().clear();
    awaitQueries(2);
    assertThat(Files.readAllLines(file)).doesNotHaveDuplicates();
  }

  @Test
  void readinessTellsOfTheServer() {
    SimulatedCluster.simulators().faults().matching("GET", PATH, Fault.status(401), 1_000);

    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(get("/q/health/ready").then().statusCode(503).extract().asString())
                    .containsPattern("\"dbapi-[^\"]+\\.http\\.response\\.code\": 401"));
    SimulatedCluster.simulators().faults().clear();
    await().atMost(PATIENCE).until(() -> get("/q/health/ready").statusCode() == 200);
  }

  /** Waits until so many more have been sent, the first of which have been dealt with. */
  private static void awaitQueries(int count) {
    long before = queries();
    await().atMost(PATIENCE).until(() -> queries() > before + count);
  }

  private static long queries() {
    return SimulatedCluster.simulators().requests().count("POST", "/dbapi.do");
  }
}
