package io.github.camelhpc.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelhpc.dbapi.model.MetricRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CpuUsageFileTest {

  private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");

  @TempDir Path outbox;

  private void append(CpuUsageFile file, MetricRow... rows) throws IOException {
    append(file.lines(List.of(rows)));
  }

  private void append(String text) throws IOException {
    Files.writeString(
        outbox.resolve("cpu-usage.csv"),
        text,
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }

  private static MetricRow row(String machine, Instant time) {
    return new MetricRow("vm#" + machine, "a \"web\"\nserver", "cpu Usage", "%", time, 12.5);
  }

  private static CpuUsageKey key(String machine) {
    return new CpuUsageKey("vm#" + machine, "cpu Usage");
  }

  @Test
  void theNewestTimeOfEachMachineIsReadBack() throws IOException {
    CpuUsageFile file = new CpuUsageFile(outbox);
    assertThat(file.newestTimes(NOON)).isEmpty();

    append(file, row("web01", NOON), row("web01", NOON.plusSeconds(60)), row("web02", NOON));
    append(file, row("web02", NOON.plusSeconds(120)));

    assertThat(outbox.resolve("cpu-usage.csv"))
        .content()
        .startsWith(
            "time,machine,attribute,name,unit,value\n"
                + "2026-01-31T12:00:00Z,vm#web01,cpu Usage,\"a \"\"web\"\" server\",%,12.5\n")
        .hasLineCount(5);
    assertThat(file.newestTimes(NOON))
        .isEqualTo(Map.of(key("web01"), NOON.plusSeconds(60), key("web02"), NOON.plusSeconds(120)));
  }

  @Test
  void whatIsOlderIsNotRead() throws IOException {
    CpuUsageFile file = new CpuUsageFile(outbox);
    append(file, row("web01", NOON), row("web02", NOON.minusSeconds(1)), row("web03", NOON));

    assertThat(file.newestTimes(NOON)).containsOnlyKeys(key("web03"));
  }

  @Test
  void aRowThatWasCutOffIsPassedOverAndTheNextOneBeginsALine() throws IOException {
    CpuUsageFile file = new CpuUsageFile(outbox);
    append(file, row("web01", NOON));
    append("2026-01-31T12:01:00Z,vm#web01,cpu Usage,\"a we");

    assertThat(file.newestTimes(NOON)).isEqualTo(Map.of(key("web01"), NOON));
    append(file, row("web01", NOON.plusSeconds(60)));
    assertThat(file.newestTimes(NOON)).isEqualTo(Map.of(key("web01"), NOON.plusSeconds(60)));
    assertThat(outbox.resolve("cpu-usage.csv")).content().endsWith(",%,12.5\n").hasLineCount(4);
  }
}
