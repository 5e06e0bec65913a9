package io.github.camelhpc.simulators.dbapi.data;

import io.github.camelhpc.simulators.dbapi.DbapiFault;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Times as the server reads and writes them: {@code yyyyMMdd_HHmmss} in a zone that they do not
 * name (facts/dbapi.md §5.1).
 *
 * @param zone the zone
 */
public record DataTimes(ZoneId zone) {

  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("uuuuMMdd_HHmmss").withResolverStyle(ResolverStyle.STRICT);
  private static final Pattern OFFSET = Pattern.compile("UTC[+-]\\d\\d:\\d\\d");

  /**
   * Times by a client's utcOffset, {@code UTC+09:00} for example.
   *
   * @param otherwise the zone if there is no utcOffset
   * @throws DbapiFault if the offset is not of this form
   */
  public static DataTimes of(Optional<String> utcOffset, ZoneId otherwise) {
    return new DataTimes(utcOffset.<ZoneId>map(DataTimes::offset).orElse(otherwise));
  }

  private static ZoneOffset offset(String text) {
    try {
      if (OFFSET.matcher(text).matches()) {
        return ZoneOffset.of(text.substring("UTC".length()));
      }
    } catch (DateTimeException outOfRange) {
      throw wrongOffset();
    }
    throw wrongOffset();
  }

  private static DbapiFault wrongOffset() {
    return DbapiFault.invalid(
        "utcOffset must be like UTC+09:00 or UTC-07:00; in a URL the + is written %2B.");
  }

  /**
   * The point of time that a text means.
   *
   * @param name what the time is called, for the error
   * @throws DbapiFault if it is not of this form
   */
  public Instant parse(String name, String text) {
    try {
      return LocalDateTime.parse(text, FORMAT).atZone(zone).toInstant();
    } catch (DateTimeException wrong) {
      throw DbapiFault.invalid(name + " must be a time like 20240105_230100.");
    }
  }

  /** Writes a point of time. */
  public String format(Instant time) {
    return FORMAT.format(time.atZone(zone));
  }

  /** Writes a point of time given in seconds since 1970. */
  public String format(long second) {
    return format(Instant.ofEpochSecond(second));
  }
}
