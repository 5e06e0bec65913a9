package io.github.camelhpc.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelhpc.simulators.Fault;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SimulatedCluster.class)
class InboxTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path inbox = SimulatedCluster.inbox();

  @AfterEach
  void noFaults() {
    SimulatedCluster.simulators().faults().clear();
  }

  @Test
  void aDroppedFileIsRunAndItsResultsAreWritten() throws IOException {
    drop(
        "one.json",
        "{\"Name\": \"one\", \"tasks\": [{\"Name\": \"t\", \"CommandLine\": \"true\"}]}");

    String done = awaitFile("done", "one.json");
    Path results = SimulatedCluster.outbox().resolve(done.substring(0, done.indexOf('-')));
    JsonNode job = JSON.readTree(results.resolve("job.json").toFile());
    assertThat(job.get("Name").asText()).isEqualTo("one");
    assertThat(job.get("State").asText()).isEqualTo("Finished");
    JsonNode tasks = JSON.readTree(results.resolve("tasks.json").toFile());
    assertThat(tasks).hasSize(1);
    assertThat(tasks.get(0).get("State").asText()).isEqualTo("Finished");
    assertThat(tasks.get(0).get("ExitCode").asText()).isEqualTo("0");
  }

  @Test
  void aBadFileGoesToFailedWithASentence() throws IOException {
    drop("bad.xml", "<Job><Tasks>");

    awaitFile("failed", "bad.xml.error.txt");
    awaitFile("failed", "bad.xml");
    assertThat(inbox.resolve("failed/bad.xml.error.txt"))
        .content()
        .contains("the job XML is not usable at line 1")
        .doesNotContain("Exception", "\tat ");
  }

  @Test
  void aFileThatTheClusterRefusesGoesToFailed() throws IOException {
    drop("refused.json", "{\"MinCores\": \"abc\", \"tasks\": [{\"CommandLine\": \"true\"}]}");

    awaitFile("failed", "refused.json");
    assertThat(inbox.resolve("failed/refused.json.error.txt"))
        .content()
        .contains("the cluster refused it (HTTP status 400)", "MinCores");
  }

  @Test
  void aFileWaitsUntilTheClusterCanBeUsed() throws IOException {
    SimulatedCluster.simulators().faults().matching("POST", ".*/jobs", Fault.status(503), 1);
    drop("patient.json", "{\"Name\": \"patient\", \"tasks\": [{\"CommandLine\": \"true\"}]}");

    awaitFile("done", "patient.json");
    assertThat(inbox.resolve("failed/patient.json")).doesNotExist();
  }

  @Test
  void aJobThatIsNotKnownAnyMoreGoesToFailed() throws IOException {
    Path running;
    try (Stream<Path> clusters = Files.list(inbox.resolve("running"))) {
      running = clusters.findFirst().orElseThrow();
    }
    Files.writeString(running.resolve("999999-lost.json"), "{}");

    awaitFile("failed", "lost.json");
    assertThat(inbox.resolve("failed/999999-lost.json.error.txt")).content().contains("999999");
  }

  @Test
  void theStatusOfAJobIsLoggedInALineAsItChanges() throws IOException {
    List<String> lines = new CopyOnWriteArrayList<>();
    Handler handler = collectingInto(lines);
    Logger logger = Logger.getLogger("status-log");
    logger.addHandler(handler);
    try {
      drop("logged.json", "{\"Name\": \"logged\", \"tasks\": [{\"CommandLine\": \"true\"}]}");

      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () ->
                  assertThat(lines)
                      .anyMatch(line -> line.matches("Job \\d+ \"logged\": \\w+ -> Running"))
                      .anyMatch(line -> line.matches("Job \\d+ \"logged\": \\w+ -> Finished")));
    } finally {
      logger.removeHandler(handler);
    }
  }

  private static Handler collectingInto(List<String> lines) {
    return new Handler() {
      @Override
      public void publish(LogRecord line) {
        lines.add(((ExtLogRecord) line).getFormattedMessage());
      }

      @Override
      public void flush() {}

      @Override
      public void close() {}
    };
  }

  private void drop(String name, String text) throws IOException {
    Files.writeString(Files.createDirectories(inbox).resolve(name), text);
  }

  /** Waits for a file whose name ends so, in a folder of the inbox, and gives its name. */
  private String awaitFile(String folder, String ending) {
    return await()
        .atMost(PATIENCE)
        .until(
            () -> names(inbox.resolve(folder)).stream().filter(n -> n.endsWith(ending)).findFirst(),
            java.util.Optional::isPresent)
        .orElseThrow();
  }

  private static List<String> names(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
