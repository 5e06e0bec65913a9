package io.github.camelhpc.simulators.azbatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelhpc.simulators.HpcSimulators;
import io.github.camelhpc.simulators.RunningSimulators;
import io.github.camelhpc.simulators.SimulatorClock;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The bytes and the headers of files. */
@Timeout(60)
class FileRequestsTest {

  private static final String FILES = "/jobs/Job-1/tasks/t/files/";

  @RegisterExtension static final RunningSimulators SIMULATORS = new RunningSimulators();

  private BatchClient client;

  @BeforeEach
  void files() {
    client = BatchClient.of(SIMULATORS.get());
    write(SIMULATORS.get(), "wd/out 1.txt", "0123456789");
  }

  private static void write(HpcSimulators simulators, String path, String content) {
    AzBatchSimulator account = simulators.azBatch();
    account.createPool("p", 1);
    account.createJob("Job-1", "p");
    account.createTask("Job-1", "t", "run");
    simulators.clock().advance(Duration.ofMinutes(1));
    account.writeTaskFile("Job-1", "t", path, content.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void fileComesWithItsProperties() {
    BatchResponse file = client.get(FILES + "wd%2Fout%201.txt");

    assertThat(file.status()).isEqualTo(200);
    assertThat(file.body()).isEqualTo("0123456789");
    assertThat(file.header("Content-Type")).isEqualTo("text/plain");
    assertThat(file.header("Transfer-Encoding")).isEqualTo("chunked");
    assertThat(file.header("ocp-batch-file-isdirectory")).isEqualTo("False");
    assertThat(file.header("ocp-batch-file-url")).startsWith("http%3A%2F%2F127.0.0.1%3A");
    assertThat(URLDecoder.decode(file.header("ocp-batch-file-url"), StandardCharsets.UTF_8))
        .startsWith(SIMULATORS.get().azBatchUrl() + "/jobs/Job-1/tasks/t/files/wd");
    assertThat(file.header("Last-Modified")).endsWith(" GMT");
    assertThat(file.header("request-id")).isNotBlank();
  }

  @Test
  void headHasTheSizeInstead() {
    BatchResponse file = client.head(FILES + "wd%2Fout%201.txt");
    BatchResponse whole = client.get(FILES + "wd%2Fout%201.txt");

    assertThat(file.status()).isEqualTo(200);
    assertThat(file.body()).isEmpty();
    assertThat(file.header("Content-Length")).isEqualTo("10");
    assertThat(file.header("Transfer-Encoding")).isNull();
    for (String name :
        new String[] {
          "Content-Type",
          "Last-Modified",
          "ocp-creation-time",
          "ocp-batch-file-isdirectory",
          "ocp-batch-file-url",
          "ocp-batch-file-mode"
        }) {
      assertThat(file.header(name)).as(name).isEqualTo(whole.header(name));
    }
  }

  @Test
  void slashesOfThePathMayBeRaw() {
    assertThat(client.get(FILES + "wd/out%201.txt").body()).isEqualTo("0123456789");
    assertThat(client.get("/JOBS/JOB-1/Tasks/T/Files/wd/out%201.txt").body())
        .isEqualTo("0123456789");
    BatchResponse missing = client.get(FILES + "wd%2Fnone.txt");
    assertThat(missing.status()).isEqualTo(404);
    assertThat(missing.code()).isEqualTo("FileNotFound");
    assertThat(client.head(FILES + "none").status()).isEqualTo(404);
  }

  @Test
  void directoryIsSaidToBeOne() {
    assertThat(client.head(FILES + "wd").header("ocp-batch-file-isdirectory")).isEqualTo("True");
  }

  @ParameterizedTest
  @CsvSource({
    "bytes=0-3, 0123, bytes 0-3/10",
    "bytes=8-, 89, bytes 8-9/10",
    "bytes=4-100, 456789, bytes 4-9/10",
    "bytes=9-9, 9, bytes 9-9/10"
  })
  void partOfAFileIsRead(String range, String part, String contentRange) {
    BatchResponse file = client.with("ocp-range", range).get(FILES + "wd%2Fout%201.txt");

    assertThat(file.status()).isEqualTo(206);
    assertThat(file.body()).isEqualTo(part);
    assertThat(file.header("Content-Range")).isEqualTo(contentRange);
  }

  @Test
  void partThatDoesNotExistIsRefused() {
    BatchResponse beyond = client.with("ocp-range", "bytes=10-").get(FILES + "wd%2Fout%201.txt");

    assertThat(beyond.status()).isEqualTo(416);
    assertThat(beyond.code()).isEqualTo("InvalidRange");
    assertThat(client.with("ocp-range", "bytes=5-2").get(FILES + "wd%2Fout%201.txt").status())
        .isEqualTo(416);
    assertThat(client.with("ocp-range", "0-5").get(FILES + "wd%2Fout%201.txt").code())
        .isEqualTo("InvalidHeaderValue");
  }

  @Test
  void partMayBeAnsweredBy200() {
    try (HpcSimulators simulators =
        HpcSimulators.builder()
            .clock(SimulatorClock.manual(RunningSimulators.START))
            .azBatch(AzBatchSettings::withoutPartialContent)
            .start()) {
      write(simulators, "f", "0123456789");

      BatchResponse part =
          BatchClient.of(simulators).with("ocp-range", "bytes=2-3").get(FILES + "f");

      assertThat(part.status()).isEqualTo(200);
      assertThat(part.body()).isEqualTo("23");
      assertThat(part.header("Content-Range")).isNull();
    }
  }

  @Test
  void datesAreConditions() {
    Instant now = SIMULATORS.get().clock().now();
    BatchClient later = client.with("If-Modified-Since", BatchClient.date(now.plusSeconds(60)));
    BatchClient before =
        client.with("If-Unmodified-Since", BatchClient.date(now.minusSeconds(3600)));

    assertThat(later.get(FILES + "wd%2Fout%201.txt").status()).isEqualTo(304);
    assertThat(later.head(FILES + "wd%2Fout%201.txt").status()).isEqualTo(304);
    assertThat(before.get(FILES + "wd%2Fout%201.txt").status()).isEqualTo(304);
  }

  @Test
  void largeFilesAreStreamed() {
    String content = "0123456789abcdef".repeat(500_000);
    SIMULATORS
        .get()
        .azBatch()
        .writeTaskFile("Job-1", "t", "large", content.getBytes(StandardCharsets.UTF_8));

    assertThat(client.get(FILES + "large").body().equals(content)).isTrue();
    assertThat(client.with("ocp-range", "bytes=4000000-").get(FILES + "large").body())
        .hasSize(4_000_000);
  }

  @Test
  void listsNameFilesByTheirBeginning() {
    BatchResponse flat = client.get(FILES.substring(0, FILES.length() - 1));
    BatchResponse below =
        client.get(
            "/jobs/Job-1/tasks/t/files?recursive=true&$filter="
                + BatchClient.encoded("startswith(name,'wd/')"));

    assertThat(flat.column("name")).contains("wd", "stdout.txt").doesNotContain("wd/out 1.txt");
    assertThat(below.column("name")).containsExactly("wd/out 1.txt");
    assertThat(client.delete(FILES + "wd?recursive=true").status()).isEqualTo(200);
    assertThat(client.get(FILES + "wd%2Fout%201.txt").status()).isEqualTo(404);
  }
}
