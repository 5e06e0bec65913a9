package io.github.camelhpc.support.operation;

import java.util.Locale;

/**
 * A value as messages tell it: in quotation marks, short, and with nothing that ends the line of a
 * log or changes the order of its characters. The value may come from anywhere.
 */
public final class QuotedValue {

  private static final int MAX_LENGTH = 80;

  private QuotedValue() {}

  /** The value for a message. */
  public static String of(Object value) {
    String text = String.valueOf(value);
    StringBuilder quoted = new StringBuilder("'");
    text.substring(0, Math.min(text.length(), MAX_LENGTH))
        .chars()
        .forEach(c -> append((char) c, quoted));
    return quoted.append(text.length() > MAX_LENGTH ? "…'" : "'").toString();
  }

  private static void append(char c, StringBuilder quoted) {
    boolean unfit = Character.isISOControl(c) || Character.getType(c) == Character.FORMAT;
    if (unfit) {
      quoted.append("\\u").append(String.format(Locale.ROOT, "%04x", (int) c));
    } else {
      quoted.append(c);
    }
  }
}
