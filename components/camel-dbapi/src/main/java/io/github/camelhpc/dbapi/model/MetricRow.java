package io.github.camelhpc.dbapi.model;

import io.github.camelhpc.support.json.JsonObject;
import java.time.Instant;
import java.util.Map;

/**
 * One value of a series.
 *
 * @param signature the resource's signature, or null
 * @param name the resource's label, or null
 * @param attribute the key of the attribute in the service's answer
 * @param unit often empty; or null
 * @param time when it was
 * @param value NaN where there is no sample
 */
public record MetricRow(
    String signature, String name, String attribute, String unit, Instant time, double value)
    implements JsonObject {

  /** Its components by their names, with the time as ISO 8601 text, and no value for NaN. */
  @Override
  public Map<String, Object> toMap() {
    Object number = Double.isInfinite(value) ? Double.toString(value) : (Object) value;
    return new Members()
        .with("signature", signature)
        .with("name", name)
        .with("attribute", attribute)
        .with("unit", unit)
        .with("time", time == null ? null : time.toString())
        .with("value", Double.isNaN(value) ? null : number)
        .and(Map.of());
  }
}
