package io.github.camelhpc.benchmarks;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The tables, in Markdown. */
final class Report {

  private final Map<Work, Measurements> all = new LinkedHashMap<>();

  void add(Work work, Measurements measured) {
    all.put(work, measured);
  }

  /** All of it. */
  String text() {
    StringBuilder text = new StringBuilder(machine()).append("\n\n").append(targets());
    all.forEach((work, measured) -> text.append("\n").append(table(work, measured)));
    return text.toString();
  }

  /** Which ratios were to be reached, and what was measured. */
  String targets() {
    StringBuilder text = new StringBuilder("| work | target | measured | |\n|---|---|---|---|\n");
    all.forEach(
        (work, measured) ->
            work.targets()
                .forEach(
                    target ->
                        text.append(
                            String.format(
                                Locale.ROOT,
                                "| %s | %s | %s | %s |%n",
                                work.title(),
                                target.inWords(),
                                ratio(target.ratio(measured)),
                                target.isReached(measured) ? "reached" : "**missed**"))));
    return text.toString();
  }

  private static String table(Work work, Measurements measured) {
    Set<Metric> metrics = new TreeSet<>();
    measured.peers().forEach(peer -> metrics.addAll(measured.metrics(peer)));
    StringBuilder text = new StringBuilder("### ").append(work.title()).append("\n\n| peer |");
    metrics.forEach(metric -> text.append(" ").append(metric.column()).append(" | × component |"));
    text.append("\n|---|").append("---|---|".repeat(metrics.size())).append("\n");
    for (Work.Peer peer : work.peers()) {
      if (measured.peers().contains(peer.name())) {
        text.append("| `")
            .append(peer.name())
            .append("`: ")
            .append(peer.description())
            .append(" |");
        metrics.forEach(metric -> text.append(cells(peer.name(), metric, measured)));
        text.append("\n");
      }
    }
    return text.toString();
  }

  private static String cells(String peer, Metric metric, Measurements measured) {
    if (!measured.metrics(peer).contains(metric)) {
      return " – | – |";
    }
    double median = measured.median(peer, metric);
    double[] spread = measured.spread(peer, metric);
    String ratio =
        measured.metrics(Work.COMPONENT).contains(metric)
            ? ratio(median / measured.median(Work.COMPONENT, metric))
            : "–";
    return String.format(
        Locale.ROOT, " %s (%.2f to %.2f) | %s |", metric.told(median), spread[0], spread[1], ratio);
  }

  private static String ratio(double ratio) {
    return String.format(Locale.ROOT, ratio < 0.1 ? "%.4f" : ratio < 100 ? "%.2f" : "%,.0f", ratio);
  }

  private static String machine() {
    List<String> parts = new ArrayList<>();
    parts.add(Runtime.getRuntime().availableProcessors() + " cores");
    parts.add(System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    parts.add(System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"));
    if (ManagementFactory.getOperatingSystemMXBean()
        instanceof com.sun.management.OperatingSystemMXBean system) {
      parts.add(1, system.getTotalMemorySize() / (1 << 30) + " GiB of memory");
    }
    return String.join(", ", parts)
        + ". Medians of the rounds; in brackets the smallest and the"
        + " largest round by the median.";
  }
}
