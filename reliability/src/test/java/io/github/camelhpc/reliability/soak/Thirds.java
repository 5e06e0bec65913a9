package io.github.camelhpc.reliability.soak;

import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;

/**
 * One figure of all samples: its least values in the three thirds of the time. What is never given
 * back is in the least value, too, and what belongs to requests under way is not. In the first
 * third things warm up.
 *
 * @param first the least value of the first third
 * @param second the least value of the second third
 * @param last the least value of the last third
 */
record Thirds(long first, long second, long last) {

  static Thirds of(List<Sample> samples, ToLongFunction<Sample> figure) {
    int third = samples.size() / 3;
    return new Thirds(
        least(samples.subList(0, third), figure),
        least(samples.subList(third, 2 * third), figure),
        least(samples.subList(2 * third, samples.size()), figure));
  }

  private static long least(List<Sample> samples, ToLongFunction<Sample> figure) {
    return samples.stream().mapToLong(figure).min().orElseThrow();
  }

  /** From the second third to the last. */
  long growth() {
    return last - second;
  }

  /** A row of a table. */
  String row(String name, double unit) {
    return String.format(
        Locale.ROOT,
        unit == 1 ? "| %s | %.0f | %.0f | %.0f |%n" : "| %s | %.2f | %.2f | %.2f |%n",
        name,
        first / unit,
        second / unit,
        last / unit);
  }
}
