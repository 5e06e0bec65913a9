package io.github.camelhpc.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelhpc.dbapi.model.MetricRow;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CpuUsageGaugesTest {

  private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final CpuUsageGauges gauges = new CpuUsageGauges(registry);

  private static MetricRow row(int machine, Instant time, double value) {
    return new MetricRow("vm#" + machine, "web", "cpuUsage", "%", time, value);
  }

  private double value(int machine) {
    return registry.get("cpu.usage").tag("machine", "vm#" + machine).gauge().value();
  }

  @Test
  void aMachineWithoutAValueInTheLastAnswerIsNotShownAnyMore() {
    gauges.show(List.of(row(1, NOON.plusSeconds(60), 7), row(1, NOON, 5), row(2, NOON, 3)));
    assertThat(value(1)).isEqualTo(7);
    assertThat(value(2)).isEqualTo(3);

    gauges.show(List.of(row(1, NOON.plusSeconds(120), 9)));
    assertThat(value(1)).isEqualTo(9);
    assertThat(registry.getMeters()).hasSize(1);
  }

  @Test
  void thereAreNoMoreThanAThousand() {
    gauges.show(IntStream.rangeClosed(1, 1_100).mapToObj(i -> row(i, NOON, i)).toList());

    assertThat(registry.getMeters()).hasSize(1_000);
  }
}
