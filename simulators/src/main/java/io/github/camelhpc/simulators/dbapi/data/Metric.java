package io.github.camelhpc.simulators.dbapi.data;

import java.util.function.LongToDoubleFunction;

/**
 * Makes the values of a time series: the same ones whenever they are asked for.
 *
 * <pre>{@code
 * Metric ramp = signature -> second -> second % 3600 / 36.0;
 * }</pre>
 */
@FunctionalInterface
public interface Metric {

  /**
   * The values of one resource.
   *
   * @param signature the resource, {@code vm#web01} for example
   * @return the value at a time in seconds since 1970. NaN means that there is no sample and
   *     becomes null; what is infinite becomes {@code Infinity}, which is not JSON. It must be
   *     quick, as other requests wait meanwhile.
   */
  LongToDoubleFunction of(String signature);

  /**
   * A load that goes up and down in the course of a day, with some noise and, at one time in fifty,
   * no sample.
   *
   * @param attribute makes the values of two attributes different
   * @param low the lowest value
   * @param high the highest value
   */
  static Metric daily(String attribute, double low, double high) {
    return signature -> new DailyLoad(signature, attribute, low, high);
  }
}
