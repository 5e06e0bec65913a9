package io.github.camelhpc.simulators.hpcpack.model;

import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * Which exit codes mean success: integers and ranges, {@code 0,10..20,100..max} (facts/hpcpack.md
 * §3.1).
 */
public final class ExitCodes {

  private static final Pattern ITEM =
      Pattern.compile("-?\\d{1,10}|(min|-?\\d{1,10})\\.\\.(max|-?\\d{1,10})");

  private ExitCodes() {}

  static boolean isValid(String list) {
    return Arrays.stream(list.split(",", -1)).allMatch(item -> ITEM.matcher(item.trim()).matches());
  }

  /** Whether the code is in the list. */
  public static boolean contain(String list, int code) {
    return Arrays.stream(list.split(",")).anyMatch(item -> covers(item.trim(), code));
  }

  private static boolean covers(String item, int code) {
    int dots = item.indexOf("..");
    if (dots < 0) {
      return Long.parseLong(item) == code;
    }
    return bound(item.substring(0, dots)) <= code && code <= bound(item.substring(dots + 2));
  }

  private static long bound(String text) {
    return switch (text) {
      case "min" -> Integer.MIN_VALUE;
      case "max" -> Integer.MAX_VALUE;
      default -> Long.parseLong(text);
    };
  }
}
