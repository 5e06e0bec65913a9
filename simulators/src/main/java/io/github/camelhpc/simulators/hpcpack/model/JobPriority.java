package io.github.camelhpc.simulators.hpcpack.model;

import java.util.List;

/** The five names for the priorities 0 to 4000 (facts/hpcpack.md §3.1). */
public final class JobPriority {

  static final List<String> NAMES =
      List.of("Lowest", "BelowNormal", "Normal", "AboveNormal", "Highest");

  /** Normal. */
  public static final int DEFAULT = 2000;

  private static final int STEP = 1000;

  private JobPriority() {}

  static boolean isInRange(long expanded) {
    return expanded >= 0 && expanded <= STEP * (NAMES.size() - 1);
  }

  /** The number that a name stands for. */
  public static int expanded(String name) {
    return NAMES.indexOf(name) * STEP;
  }

  /** The name next to a number. */
  static String name(int expanded) {
    return NAMES.get((expanded + STEP / 2) / STEP);
  }
}
