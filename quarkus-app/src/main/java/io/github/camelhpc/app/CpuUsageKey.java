package io.github.camelhpc.app;

import io.github.camelhpc.dbapi.model.MetricRow;

/**
 * Which series a value belongs to.
 *
 * @param machine the signature of the resource, for example {@code vm#web01}
 * @param attribute the attribute's key in the service's answers, for example {@code cpu Usage}
 */
record CpuUsageKey(String machine, String attribute) {

  static CpuUsageKey of(MetricRow row) {
    return new CpuUsageKey(text(row.signature()), text(row.attribute()));
  }

  private static String text(String value) {
    return value == null ? "" : value;
  }
}
