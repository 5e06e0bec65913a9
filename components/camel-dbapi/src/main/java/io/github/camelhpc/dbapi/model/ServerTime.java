package io.github.camelhpc.dbapi.model;

import io.github.camelhpc.support.operation.Instants;
import io.github.camelhpc.support.operation.QuotedValue;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Times as the service writes them, {@code yyyyMMdd_HHmmss}, and zones as it takes them, {@code
 * UTC+09:00} (facts/dbapi.md §5.1).
 */
public final class ServerTime {

  // a URI can turn the plus into a blank
  private static final Pattern OFFSET =
      Pattern.compile("(?:UTC|GMT)?([+ -])(\\d{2}):?(\\d{2})", Pattern.CASE_INSENSITIVE);
  private static final Pattern NO_OFFSET = Pattern.compile("UTC|GMT|Z|", Pattern.CASE_INSENSITIVE);
  private static final Pattern RELATIVE =
      Pattern.compile("now(?:([+-])((?:\\d{1,9}[smhdw])+))?", Pattern.CASE_INSENSITIVE);
  private static final Pattern AMOUNT = Pattern.compile("(\\d+)([smhdw])");
  private static final Pattern SERVER = Pattern.compile("\\d{8}_\\d{6}");
  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("uuuuMMdd_HHmmss", Locale.ROOT);
  private static final LocalDateTime FIRST = LocalDateTime.of(0, 1, 1, 0, 0);
  private static final LocalDateTime END = LocalDateTime.of(10_000, 1, 1, 0, 0);

  private ServerTime() {}

  /**
   * A zone.
   *
   * @param utcOffset {@code UTC+09:00}, {@code UTC+0900}, {@code +09:00}, {@code +0900}, {@code
   *     UTC}, {@code Z}; UTC if null or empty
   * @throws IllegalArgumentException if it is something else
   */
  public static ZoneOffset offset(String utcOffset) {
    if (utcOffset == null || NO_OFFSET.matcher(utcOffset.trim()).matches()) {
      return ZoneOffset.UTC;
    }
    Matcher parts = OFFSET.matcher(utcOffset.stripTrailing());
    try {
      if (parts.matches()) {
        int sign = parts.group(1).equals("-") ? -1 : 1;
        int hours = Integer.parseInt(parts.group(2));
        int minutes = Integer.parseInt(parts.group(3));
        return ZoneOffset.ofHoursMinutes(sign * hours, sign * minutes);
      }
    } catch (DateTimeException e) {
      throw noOffset(utcOffset, e);
    }
    throw noOffset(utcOffset, null);
  }

  private static IllegalArgumentException noOffset(String text, Exception cause) {
    return new IllegalArgumentException(
        "utcOffset must be a distance from UTC such as UTC+09:00, -0700 or Z, not "
            + QuotedValue.of(text),
        cause);
  }

  /**
   * A zone as the service takes it: {@code UTC+09:00}.
   *
   * @throws IllegalArgumentException if it has seconds
   */
  public static String text(ZoneOffset offset) {
    int seconds = offset.getTotalSeconds();
    if (seconds % 60 != 0) {
      throw noOffset(offset.getId(), null);
    }
    int minutes = Math.abs(seconds) / 60;
    return "UTC%c%02d:%02d".formatted(seconds < 0 ? '-' : '+', minutes / 60, minutes % 60);
  }

  /**
   * A time of the service.
   *
   * @throws IllegalArgumentException if the text is none
   */
  public static Instant parse(String text, ZoneOffset offset) {
    if (!SERVER.matcher(text).matches()) {
      throw noTime(text, null);
    }
    try {
      return LocalDateTime.of(
              digits(text, 0, 4),
              digits(text, 4, 6),
              digits(text, 6, 8),
              digits(text, 9, 11),
              digits(text, 11, 13),
              digits(text, 13, 15))
          .toInstant(offset);
    } catch (DateTimeException e) {
      throw noTime(text, e);
    }
  }

  private static int digits(String text, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      number = number * 10 + text.charAt(i) - '0';
    }
    return number;
  }

  /**
   * A time as the service takes it; fractions of a second are cut off.
   *
   * @throws IllegalArgumentException if it has not four digits for the year
   */
  public static String format(Instant time, ZoneOffset offset) {
    if (!hasFourDigitYear(time, offset)) {
      throw new IllegalArgumentException("the year of " + time + " has not four digits");
    }
    return FORMAT.format(LocalDateTime.ofInstant(time, offset));
  }

  private static boolean hasFourDigitYear(Instant time, ZoneOffset offset) {
    return !time.isBefore(FIRST.toInstant(offset)) && time.isBefore(END.toInstant(offset));
  }

  /**
   * A time as users write it: {@code now}, {@code now-1h}, {@code now-1d12h} (w, d, h, m, s), ISO
   * 8601, or as the service writes it. The latter two are in the zone given, unless they tell one.
   *
   * @throws IllegalArgumentException if the text is none of these
   */
  public static Instant instant(String text, ZoneOffset offset, Clock clock) {
    String stripped = text.strip();
    if (SERVER.matcher(stripped).matches()) {
      return parse(stripped, offset);
    }
    try {
      Matcher relative = RELATIVE.matcher(stripped);
      Instant time = relative.matches() ? relative(relative, clock) : Instants.of(stripped, offset);
      if (hasFourDigitYear(time, offset)) {
        return time;
      }
      throw noTime(text, null);
    } catch (DateTimeException | ArithmeticException e) {
      throw noTime(text, e);
    }
  }

  private static Instant relative(Matcher text, Clock clock) {
    Instant now = clock.instant();
    if (text.group(1) == null) {
      return now;
    }
    Duration distance = Duration.ZERO;
    Matcher amounts = AMOUNT.matcher(text.group(2).toLowerCase(Locale.ROOT));
    while (amounts.find()) {
      long count = Long.parseLong(amounts.group(1));
      distance =
          distance.plus(
              switch (amounts.group(2)) {
                case "w" -> Duration.ofDays(7 * count);
                case "d" -> Duration.ofDays(count);
                case "h" -> Duration.ofHours(count);
                case "m" -> Duration.ofMinutes(count);
                default -> Duration.ofSeconds(count);
              });
    }
    return text.group(1).equals("-") ? now.minus(distance) : now.plus(distance);
  }

  private static IllegalArgumentException noTime(String text, Exception cause) {
    return new IllegalArgumentException(
        QuotedValue.of(text)
            + " is no time: write now, now-1h or now-7d, ISO 8601 such as 2026-01-31T12:00:00Z, or"
            + " yyyyMMdd_HHmmss",
        cause);
  }
}
