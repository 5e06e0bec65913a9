package io.github.camelhpc.simulators.dbapi.data;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The samples of one attribute of one resource that clients have sent. */
final class StoredSamples {

  private final long interval;
  private final long phase;
  private final Map<Long, Double> samples = new HashMap<>();

  /**
   * @param interval seconds between two places for a sample
   * @param phase when the first place is
   */
  StoredSamples(long interval, long phase) {
    this.interval = interval;
    this.phase = phase;
  }

  long interval() {
    return interval;
  }

  long phase() {
    return phase;
  }

  /** Whether all of the samples fall on the places that there are. */
  boolean takes(List<SampleBlock> blocks) {
    return blocks.stream()
        .allMatch(
            block ->
                Math.floorMod(block.from() - phase, interval) == 0
                    && block.interval() % interval == 0);
  }

  void put(SampleBlock block) {
    long second = block.from();
    for (double value : block.data()) {
      samples.put(second, value);
      second += block.interval();
    }
  }

  boolean has(long second) {
    return samples.containsKey(second);
  }

  double at(long second) {
    return samples.get(second);
  }
}
