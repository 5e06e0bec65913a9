package io.github.camelhpc.dbapi.model;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Results as tests write them. */
final class Resources {

  static final Instant START = Instant.parse("2024-01-05T00:00:00Z");

  private Resources() {}

  /** A block of minutes. */
  static SeriesBlock block(int minute, double... values) {
    return new SeriesBlock(
        "timeseries",
        "cpu usage",
        "%",
        60,
        START.plusSeconds(60L * minute),
        ZoneOffset.UTC,
        values,
        Map.of());
  }

  static ScalarAttribute scalar(String data) {
    return new ScalarAttribute("scalar", "Memory", "", data, Map.of());
  }

  static ResourceResult resource(String name, SeriesBlock... blocks) {
    return resource(name, Map.of("cpu", new SeriesAttribute(List.of(blocks))));
  }

  static ResourceResult resource(String name, Map<String, Attribute> attributes) {
    return new ResourceResult("vm#" + name, name, attributes, Map.of());
  }

  /** The rows of results. */
  static List<MetricRow> rows(List<ResourceResult> results) {
    List<MetricRow> rows = new ArrayList<>();
    new MetricRows(results.iterator()).forEachRemaining(rows::add);
    return rows;
  }

  static List<MetricRow> rows(ResourceResult... results) {
    return rows(Arrays.asList(results));
  }
}
