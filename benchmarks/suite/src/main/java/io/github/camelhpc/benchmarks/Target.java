package io.github.camelhpc.benchmarks;

import java.util.Locale;

/**
 * What the component shall reach beside a peer.
 *
 * @param metric what is compared
 * @param peer the peer's name
 * @param bound the ratio's bound
 * @param atLeast whether the ratio is the peer's value by the component's, and shall be at least
 *     the bound; else it is the component's by the peer's, and shall be at most the bound
 */
public record Target(Metric metric, String peer, double bound, boolean atLeast) {

  /** The component does at least so many times as much as the peer in the same time. */
  public static Target throughput(String peer, double bound) {
    return new Target(Metric.TIME, peer, bound, true);
  }

  /** The component needs at most so many times what the peer needs. */
  public static Target atMost(Metric metric, String peer, double bound) {
    return new Target(metric, peer, bound, false);
  }

  /** The ratio that was measured. */
  public double ratio(Measurements measured) {
    double component = measured.median(Work.COMPONENT, metric);
    double other = measured.median(peer, metric);
    return atLeast ? other / component : component / other;
  }

  public boolean isReached(Measurements measured) {
    return atLeast ? ratio(measured) >= bound : ratio(measured) <= bound;
  }

  /** For the table. */
  public String inWords() {
    return String.format(
        Locale.ROOT,
        "%s %s %s × %s",
        atLeast ? "throughput" : metric.inWords(),
        atLeast ? "≥" : "≤",
        bound == Math.rint(bound) ? String.valueOf((long) bound) : String.valueOf(bound),
        peer);
  }
}
