package io.github.camelhpc.dbapi.model;

import io.github.camelhpc.support.json.JsonObject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;

/**
 * Values of an attribute at equal distances of time (facts/dbapi.md §2.1).
 *
 * @param type {@code timeseries}, or null if the service does not say
 * @param name the attribute's label, which can differ from the key it stands under; or null
 * @param unit often empty; or null
 * @param intervalSeconds from one value to the next; 0 if the service does not say
 * @param start when the first value was; null if the service does not say
 * @param offset the zone of the service's times
 * @param values NaN where there is no sample; not copied, and not to be changed
 * @param additionalProperties what else the service says, and what is not of these kinds
 */
public record SeriesBlock(
    String type,
    String name,
    String unit,
    long intervalSeconds,
    Instant start,
    ZoneOffset offset,
    double[] values,
    Map<String, Object> additionalProperties)
    implements JsonObject {

  /** The member of {@link #toMap} that has the zone, unless that is UTC. */
  public static final String UTC_OFFSET = "utcOffset";

  public SeriesBlock {
    Objects.requireNonNull(offset, "offset");
    Objects.requireNonNull(values, "values");
    additionalProperties = Members.copy(additionalProperties);
  }

  /** When a value was. */
  public Instant time(int index) {
    return start.plusSeconds(Math.multiplyExact(index, intervalSeconds));
  }

  /** The same block from a later value on. */
  public SeriesBlock from(int index) {
    return new SeriesBlock(
        type,
        name,
        unit,
        intervalSeconds,
        time(index),
        offset,
        Arrays.copyOfRange(values, index, values.length),
        additionalProperties);
  }

  /** Whether its values have times. */
  boolean isTimed() {
    return start != null && (intervalSeconds > 0 || values.length < 2);
  }

  /**
   * As the service writes it, with {@code start} in its zone. Unless that is UTC, the member {@code
   * utcOffset} tells it.
   */
  @Override
  public Map<String, Object> toMap() {
    return new Members()
        .with("type", type)
        .with("name", name)
        .with("unit", unit)
        .with("interval", intervalSeconds == 0 ? null : intervalSeconds)
        .with("start", start == null ? null : ServerTime.format(start, offset))
        .with(
            UTC_OFFSET,
            start == null || offset.equals(ZoneOffset.UTC) ? null : ServerTime.text(offset))
        .with("data", new SampleList(values))
        .and(additionalProperties);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SeriesBlock that
        && intervalSeconds == that.intervalSeconds
        && Objects.equals(type, that.type)
        && Objects.equals(name, that.name)
        && Objects.equals(unit, that.unit)
        && Objects.equals(start, that.start)
        && offset.equals(that.offset)
        && Arrays.equals(values, that.values)
        && additionalProperties.equals(that.additionalProperties);
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, unit, intervalSeconds, start, Arrays.hashCode(values));
  }

  /** Without the values. */
  @Override
  public String toString() {
    return "SeriesBlock[name=%s, unit=%s, start=%s, intervalSeconds=%d, %d values]"
        .formatted(name, unit, start, intervalSeconds, values.length);
  }
}
