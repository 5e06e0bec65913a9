package io.github.camelhpc.simulators.dbapi.data;

import java.time.Duration;
import java.util.Objects;

/**
 * An attribute with a value for every point of time. The points are the multiples of the interval
 * since 1970, whatever the range of a query.
 *
 * @param id the name in queries
 * @param key the name of the member in results
 * @param label the readable name
 * @param unit the unit; may be empty
 * @param interval the time between two samples, whole seconds
 * @param block after how many samples there is a gap
 * @param gap how many samples a gap is long; 0 for no gaps
 * @param metric makes the values
 */
public record SeriesAttribute(
    String id,
    String key,
    String label,
    String unit,
    Duration interval,
    int block,
    int gap,
    Metric metric)
    implements Attribute {

  public SeriesAttribute {
    Objects.requireNonNull(id, "An attribute needs an id.");
    Objects.requireNonNull(metric, "A series needs a metric that makes its values.");
    if (interval.toSeconds() < 1 || interval.toNanosPart() != 0) {
      throw new IllegalArgumentException(
          "The interval of the series " + id + " must be whole seconds, not " + interval + ".");
    }
    if (block < 1 || gap < 0) {
      throw new IllegalArgumentException(
          "The series " + id + " needs blocks of at least one sample and gaps of at least none.");
    }
  }

  /** A series without gaps, a sample a minute, called in results as it is in queries. */
  public static SeriesAttribute of(String id, String label, String unit, Metric metric) {
    return new SeriesAttribute(id, id, label, unit, Duration.ofMinutes(1), 1, 0, metric);
  }

  /** The same with another name of the member in results. */
  public SeriesAttribute withKey(String other) {
    return new SeriesAttribute(id, other, label, unit, interval, block, gap, metric);
  }

  /** The same with another interval; whole seconds, a minute by default. */
  public SeriesAttribute withInterval(Duration other) {
    return new SeriesAttribute(id, key, label, unit, other, block, gap, metric);
  }

  /**
   * The same with gaps, so that a result has several blocks.
   *
   * @param samples how many samples there are between two gaps
   * @param missing how many samples are missing then
   */
  public SeriesAttribute withGaps(int samples, int missing) {
    return new SeriesAttribute(id, key, label, unit, interval, samples, missing, metric);
  }

  /** Whether there is a place for a sample at this time, be it null. */
  boolean covers(long second) {
    if (gap == 0) {
      return true;
    }
    long number = Math.floorDiv(second, interval.toSeconds());
    return Math.floorMod(number, (long) block + gap) < block;
  }
}
