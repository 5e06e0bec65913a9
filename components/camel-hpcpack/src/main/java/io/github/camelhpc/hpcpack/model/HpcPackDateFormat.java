package io.github.camelhpc.hpcpack.model;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads and writes the service's times. They are text in the format of the server's culture, in UTC
 * and without a zone; the format is a .NET date pattern, the answer of {@code getDateTimeFormat}
 * (facts/hpcpack.md §2.5). Names of months and days and AM/PM are those of en-US.
 *
 * <p>Reading also takes the other forms the service is known to use: ISO 8601 with {@code Z}, with
 * an offset or without any (then UTC), {@code 2010/12/7 23:18:20} and {@code 9/27/2011 9:53:26 PM}.
 * Safe for use by several threads.
 */
public final class HpcPackDateFormat {

  /** The pattern of an English (United States) server: {@value}. */
  public static final String EN_US = "M/d/yyyy h:mm:ss tt";

  private static final DateTimeFormatter ISO =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .optionalStart()
          .appendLiteral('T')
          .append(DateTimeFormatter.ISO_LOCAL_TIME)
          .optionalStart()
          .appendOffsetId()
          .toFormatter(Locale.US)
          .withResolverStyle(ResolverStyle.STRICT);

  private static final List<DateTimeFormatter> OTHER_FORMS =
      List.of(ISO, NetDatePattern.compile("yyyy/M/d H:mm:ss"), NetDatePattern.compile(EN_US));

  private final String pattern;
  private final DateTimeFormatter formatter;

  /**
   * A format of this pattern.
   *
   * @param pattern a .NET custom date pattern of {@code d dd ddd dddd M MM MMM MMMM yy yyy yyyy h
   *     hh H HH m mm s ss}, {@code f} and {@code F} (1 to 7), {@code t tt}, quoted text and {@code
   *     \x}; all else stands for itself
   * @throws IllegalArgumentException if the pattern uses anything else that .NET gives a meaning,
   *     such as {@code zzz}, or hours from 1 to 12 without {@code tt}
   */
  public HpcPackDateFormat(String pattern) {
    this.pattern = Objects.requireNonNull(pattern, "a date format needs a pattern");
    this.formatter = NetDatePattern.compile(pattern);
  }

  /** The .NET pattern. */
  public String pattern() {
    return pattern;
  }

  /**
   * Reads a time.
   *
   * @throws IllegalArgumentException if the text is in none of the forms, naming text and pattern
   */
  public Instant parse(String text) {
    return tryParse(text)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "'%s' is not a time of the form '%s', nor of ISO 8601"
                        .formatted(text, pattern)));
  }

  /**
   * Reads a time, if it is one.
   *
   * @param text the text; {@code null} and the empty text, which stand for "not set", are no time
   */
  public Optional<Instant> tryParse(String text) {
    if (PropertyText.isUnset(text)) {
      return Optional.empty();
    }
    String plain = NetDatePattern.plainBlanks(text).strip();
    return Stream.concat(Stream.of(formatter), OTHER_FORMS.stream())
        .flatMap(form -> parse(form, plain).stream())
        .findFirst();
  }

  /** Writes a time in UTC; what the pattern has no place for, such as fractions, is cut off. */
  public String format(Instant time) {
    return formatter.format(time.atOffset(ZoneOffset.UTC));
  }

  @Override
  public String toString() {
    return pattern;
  }

  private static Optional<Instant> parse(DateTimeFormatter form, String text) {
    try {
      return Optional.of(
          instant(
              form.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Instant instant(TemporalAccessor time) {
    if (time instanceof OffsetDateTime zoned) {
      return zoned.toInstant();
    }
    if (time instanceof LocalDateTime local) {
      return local.toInstant(ZoneOffset.UTC);
    }
    return LocalDate.from(time).atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
