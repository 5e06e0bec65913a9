package io.github.camelhpc.simulators.dbapi.data;

import java.util.function.LongPredicate;
import java.util.function.LongToDoubleFunction;

/**
 * The samples of one attribute of one resource.
 *
 * @param key the name of the member in results
 * @param label the readable name
 * @param unit the unit; may be empty
 * @param interval seconds between two samples
 * @param phase the samples are at multiples of the interval since 1970, and this many seconds later
 * @param covered whether there is a place for a sample at a time
 * @param value the sample at a time in seconds since 1970; NaN for none
 */
public record Series(
    String key,
    String label,
    String unit,
    long interval,
    long phase,
    LongPredicate covered,
    LongToDoubleFunction value) {

  /** The first time not before the given one at which there can be a sample. */
  public long firstFrom(long second) {
    return second + Math.floorMod(phase - second, interval);
  }
}
