package io.github.camelhpc.support.operation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.chrono.IsoChronology;

/**
 * Reads points in time in the form in which services write them, {@code 2024-11-05T09:00:03.5Z}. A
 * long list has several in each entry, and a formatter needs a thousand bytes for each of them.
 */
final class UtcText {

  private static final int SECONDS_END = "2024-11-05T09:00:03".length();
  private static final int MOST_DIGITS = 9;

  private UtcText() {}

  /** The point in time, or null if the text does not have this form: it may have another. */
  static Instant read(String text) {
    int last = text.length() - 1;
    if (last < SECONDS_END || text.charAt(last) != 'Z' || !hasMarks(text)) {
      return null;
    }
    int year = number(text, 0, 4);
    int month = number(text, 5, 7);
    int day = number(text, 8, 10);
    int hour = number(text, 11, 13);
    int minute = number(text, 14, 16);
    int second = number(text, 17, SECONDS_END);
    int nanos = nanos(text, last);
    boolean time = isIn(hour, 0, 23) && isIn(minute, 0, 59) && isIn(second, 0, 59);
    if (!time || nanos < 0 || !isDate(year, month, day)) {
      return null;
    }
    long days = LocalDate.of(year, month, day).toEpochDay();
    return Instant.ofEpochSecond(((days * 24 + hour) * 60 + minute) * 60 + second, nanos);
  }

  private static boolean hasMarks(String text) {
    return text.charAt(4) == '-'
        && text.charAt(7) == '-'
        && text.charAt(10) == 'T'
        && text.charAt(13) == ':'
        && text.charAt(16) == ':';
  }

  private static boolean isDate(int year, int month, int day) {
    return year >= 0
        && isIn(month, 1, 12)
        && isIn(day, 1, Month.of(month).length(IsoChronology.INSTANCE.isLeapYear(year)));
  }

  private static boolean isIn(int number, int least, int most) {
    return number >= least && number <= most;
  }

  /** The fraction of the second, which can be missing; -1 if it has another form. */
  private static int nanos(String text, int end) {
    if (end == SECONDS_END) {
      return 0;
    }
    int digits = end - SECONDS_END - 1;
    if (text.charAt(SECONDS_END) != '.' || !isIn(digits, 1, MOST_DIGITS)) {
      return -1;
    }
    int nanos = number(text, SECONDS_END + 1, end);
    for (int i = digits; i < MOST_DIGITS; i++) {
      nanos *= 10;
    }
    return nanos;
  }

  /** The digits of a part as a number, or -1 if there is something else. */
  private static int number(String text, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      number = number * 10 + digit;
    }
    return number;
  }
}
