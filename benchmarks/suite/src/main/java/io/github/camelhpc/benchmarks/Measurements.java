package io.github.camelhpc.benchmarks;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The values of all rounds of one work, by peer. */
public final class Measurements {

  private final Map<String, Map<Metric, List<Double>>> values = new LinkedHashMap<>();

  public void add(String peer, Metric metric, double value) {
    values
        .computeIfAbsent(peer, name -> new EnumMap<>(Metric.class))
        .computeIfAbsent(metric, name -> new ArrayList<>())
        .add(value);
  }

  public Set<String> peers() {
    return values.keySet();
  }

  /** What was measured of a peer. */
  public Set<Metric> metrics(String peer) {
    return values.get(peer).keySet();
  }

  /**
   * The median of the rounds.
   *
   * @throws IllegalArgumentException if it was not measured
   */
  public double median(String peer, Metric metric) {
    List<Double> sorted = all(peer, metric).stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }

  /** The smallest and the largest of the rounds, by the median: 0.95 to 1.10, for example. */
  public double[] spread(String peer, Metric metric) {
    double median = median(peer, metric);
    List<Double> all = all(peer, metric);
    return new double[] {
      all.stream().mapToDouble(value -> value / median).min().orElseThrow(),
      all.stream().mapToDouble(value -> value / median).max().orElseThrow()
    };
  }

  private List<Double> all(String peer, Metric metric) {
    List<Double> all = values.getOrDefault(peer, Map.of()).get(metric);
    if (all == null) {
      throw new IllegalArgumentException(metric + " of " + peer + " was not measured.");
    }
    return all;
  }
}
