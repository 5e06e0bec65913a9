package io.github.camelhpc.hpcpack.model;

import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.format.SignStyle;
import java.time.format.TextStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Map;

/** Turns a .NET custom date pattern into a Java formatter. */
final class NetDatePattern {

  /** The service has no times before; .NET's own window ends 2029 or 2049, by its version. */
  private static final int FIRST_TWO_DIGIT_YEAR = 1950;

  private static final String SPECIFIERS = "dMyhHmsfFtzKg";

  private final String pattern;
  private final DateTimeFormatterBuilder builder =
      new DateTimeFormatterBuilder().parseCaseInsensitive();
  private int at;
  private boolean twelveHours;
  private boolean halfOfDay;

  private NetDatePattern(String pattern) {
    this.pattern = pattern;
  }

  /**
   * The formatter of a pattern.
   *
   * @throws IllegalArgumentException if the pattern cannot be used, naming what in it
   */
  static DateTimeFormatter compile(String pattern) {
    return new NetDatePattern(plainBlanks(pattern)).compile();
  }

  /** Newer .NET writes a narrow or no-break blank before AM and PM. */
  static String plainBlanks(String text) {
    return text.replace('\u202f', ' ').replace('\u00a0', ' ');
  }

  private DateTimeFormatter compile() {
    while (at < pattern.length()) {
      char c = pattern.charAt(at);
      if (SPECIFIERS.indexOf(c) >= 0) {
        specifier(c);
      } else if (c == '\'' || c == '"') {
        quoted(c);
      } else if (c == '\\') {
        escaped();
      } else if (c == '.' && followedBy('F')) {
        at++;
        fraction(run('F'), true, true);
      } else {
        at++;
        // % only says that the next letter is a specifier
        if (c != '%') {
          builder.appendLiteral(c);
        }
      }
    }
    if (twelveHours && !halfOfDay) {
      throw refusal("has hours from 1 to 12 but no tt: morning and evening look the same");
    }
    return builder.toFormatter(Locale.US).withResolverStyle(ResolverStyle.STRICT);
  }

  private void specifier(char letter) {
    int count = run(letter);
    switch (letter) {
      case 'd' -> day(count);
      case 'M' -> month(count);
      case 'y' -> year(count);
      case 'h' -> {
        twelveHours = true;
        number(ChronoField.CLOCK_HOUR_OF_AMPM, count);
      }
      case 'H' -> number(ChronoField.HOUR_OF_DAY, count);
      case 'm' -> number(ChronoField.MINUTE_OF_HOUR, count);
      case 's' -> number(ChronoField.SECOND_OF_MINUTE, count);
      case 'f' -> fraction(count, false, false);
      case 'F' -> fraction(count, true, false);
      case 't' -> half(count);
      default -> throw refusal("has '" + letter + "', which is not supported");
    }
  }

  private void day(int count) {
    if (count <= 2) {
      number(ChronoField.DAY_OF_MONTH, count);
    } else {
      builder.appendText(ChronoField.DAY_OF_WEEK, count == 3 ? TextStyle.SHORT : TextStyle.FULL);
    }
  }

  private void month(int count) {
    if (count <= 2) {
      number(ChronoField.MONTH_OF_YEAR, count);
    } else {
      builder.appendText(ChronoField.MONTH_OF_YEAR, count == 3 ? TextStyle.SHORT : TextStyle.FULL);
    }
  }

  private void year(int count) {
    switch (count) {
      case 1 -> throw refusal("has a year of one digit, y; use yy or yyyy");
      case 2 -> builder.appendValueReduced(ChronoField.YEAR, 2, 2, FIRST_TWO_DIGIT_YEAR);
      default -> builder.appendValue(ChronoField.YEAR, 4);
    }
  }

  private void number(ChronoField field, int count) {
    if (count == 1) {
      builder.appendValue(field, 1, 2, SignStyle.NOT_NEGATIVE);
    } else {
      builder.appendValue(field, 2);
    }
  }

  private void fraction(int digits, boolean optional, boolean withPoint) {
    if (digits > 7) {
      throw refusal("has more than 7 digits of a second");
    }
    builder.appendFraction(ChronoField.NANO_OF_SECOND, optional ? 0 : digits, digits, withPoint);
  }

  private void half(int count) {
    halfOfDay = true;
    builder.appendText(
        ChronoField.AMPM_OF_DAY,
        count == 1 ? Map.of(0L, "A", 1L, "P") : Map.of(0L, "AM", 1L, "PM"));
  }

  private void quoted(char quote) {
    at++;
    while (at < pattern.length() && pattern.charAt(at) != quote) {
      if (pattern.charAt(at) == '\\') {
        escaped();
      } else {
        builder.appendLiteral(pattern.charAt(at++));
      }
    }
    if (at >= pattern.length()) {
      throw refusal("lacks a closing " + quote);
    }
    at++;
  }

  private void escaped() {
    if (at + 1 >= pattern.length()) {
      throw refusal("ends with \\, which must be followed by a character");
    }
    builder.appendLiteral(pattern.charAt(at + 1));
    at += 2;
  }

  private int run(char letter) {
    int start = at;
    while (at < pattern.length() && pattern.charAt(at) == letter) {
      at++;
    }
    return at - start;
  }

  private boolean followedBy(char letter) {
    return at + 1 < pattern.length() && pattern.charAt(at + 1) == letter;
  }

  private IllegalArgumentException refusal(String what) {
    return new IllegalArgumentException("the date pattern '" + pattern + "' " + what);
  }
}
