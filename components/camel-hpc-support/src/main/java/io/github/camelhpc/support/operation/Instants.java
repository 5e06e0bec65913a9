package io.github.camelhpc.support.operation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Calendar;
import java.util.Date;
import java.util.Locale;

/** Reads points in time as users give them. */
public final class Instants {

  private static final DateTimeFormatter ISO =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .optionalStart()
          .appendLiteral('T')
          .append(DateTimeFormatter.ISO_LOCAL_TIME)
          .optionalStart()
          .appendOffsetId()
          .toFormatter(Locale.ROOT)
          // a 30th of February is a mistake, not the 28th
          .withResolverStyle(ResolverStyle.STRICT);

  private Instants() {}

  /**
   * @param value an Instant, Date, Calendar, a {@code java.time} value, or ISO 8601 text; without a
   *     zone it is UTC
   * @throws java.time.DateTimeException if it is none of these
   */
  public static Instant of(Object value) {
    return of(value, ZoneOffset.UTC);
  }

  /**
   * @param value as with {@link #of(Object)}
   * @param zone of text without a zone
   * @throws java.time.DateTimeException if it is none of these
   */
  public static Instant of(Object value, ZoneOffset zone) {
    if (value instanceof Instant instant) {
      return instant;
    }
    Instant utc = value instanceof String text ? UtcText.read(text) : null;
    if (utc != null) {
      return utc;
    }
    if (value instanceof Date date) {
      // java.sql.Date, a column of type DATE, refuses toInstant()
      return Instant.ofEpochMilli(date.getTime());
    }
    if (value instanceof Calendar calendar) {
      return calendar.toInstant();
    }
    TemporalAccessor time =
        value instanceof TemporalAccessor given
            ? given
            : ISO.parseBest(
                isoText(value), OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
    return instantOf(time, zone);
  }

  private static String isoText(Object value) {
    String text = value.toString().trim();
    return text.indexOf(' ') == 10 ? text.replace(' ', 'T') : text;
  }

  private static Instant instantOf(TemporalAccessor time, ZoneOffset zone) {
    if (time instanceof LocalDateTime local) {
      return local.toInstant(zone);
    }
    if (time instanceof LocalDate day) {
      return day.atStartOfDay().toInstant(zone);
    }
    return Instant.from(time);
  }
}
