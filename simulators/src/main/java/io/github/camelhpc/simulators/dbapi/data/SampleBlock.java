package io.github.camelhpc.simulators.dbapi.data;

import java.util.List;

/**
 * Samples that a client sends.
 *
 * @param from the time of the first one in seconds since 1970
 * @param interval seconds between two of them
 * @param data the values; NaN for none
 */
public record SampleBlock(long from, long interval, List<Double> data) {

  public SampleBlock {
    data = List.copyOf(data);
  }
}
