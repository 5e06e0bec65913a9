package io.github.camelhpc.app;

import io.github.camelhpc.dbapi.model.MetricRow;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The newest value of each machine in the last answer, as gauges. */
final class CpuUsageGauges {

  /** So many at most: each costs memory here and at whoever keeps the metrics. */
  static final int LIMIT = 1_000;

  private final MultiGauge gauges;

  CpuUsageGauges(MeterRegistry registry) {
    this.gauges =
        MultiGauge.builder("cpu.usage")
            .description("The newest CPU usage of the machine in the last hour")
            .register(registry);
  }

  /** Shows the newest values, and no others any more. */
  void show(List<MetricRow> rows) {
    gauges.register(newest(rows).stream().limit(LIMIT).map(CpuUsageGauges::gauge).toList(), true);
  }

  private static Collection<MetricRow> newest(List<MetricRow> rows) {
    Map<CpuUsageKey, MetricRow> newest = new LinkedHashMap<>();
    rows.forEach(row -> newest.merge(CpuUsageKey.of(row), row, CpuUsageGauges::later));
    return newest.values();
  }

  private static MetricRow later(MetricRow one, MetricRow other) {
    return one.time().isAfter(other.time()) ? one : other;
  }

  private static MultiGauge.Row<?> gauge(MetricRow row) {
    CpuUsageKey key = CpuUsageKey.of(row);
    return MultiGauge.Row.of(
        Tags.of("machine", key.machine(), "attribute", key.attribute()), row.value());
  }
}
