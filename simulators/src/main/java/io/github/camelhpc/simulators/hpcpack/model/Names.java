package io.github.camelhpc.simulators.hpcpack.model;

import java.util.Arrays;
import java.util.List;

/** Lists of names in one text: commas, or semicolons as in job XML (facts/hpcpack.md §3). */
public final class Names {

  private Names() {}

  /** The names without the blanks around them; empty ones are left out. */
  public static List<String> split(String list) {
    if (list.isEmpty()) {
      return List.of();
    }
    return Arrays.stream(list.split("[,;]"))
        .map(String::trim)
        .filter(name -> !name.isEmpty())
        .toList();
  }

  /** Whether the name is among them, without regard to case. */
  public static boolean contain(List<String> names, String name) {
    return names.stream().anyMatch(name::equalsIgnoreCase);
  }
}
