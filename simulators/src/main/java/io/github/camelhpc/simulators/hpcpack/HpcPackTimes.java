package io.github.camelhpc.simulators.hpcpack;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Times as text: written in the server's own format, in UTC and without a zone; read in every form
 * that clients are known to send (facts/hpcpack.md §2.5, §5.1).
 */
public final class HpcPackTimes {

  private static final List<DateTimeFormatter> ACCEPTED =
      List.of(
          lenient("M/d/yyyy[ h:m[:s] a]"),
          lenient("M/d/yyyy[ H:m[:s]]"),
          lenient(
              "yyyy-M-d[['T'][ ]H:m[:s][.SSSSSSS][.SSSSSS][.SSSSS][.SSSS][.SSS][.SS][.S]][XXX]"),
          lenient("yyyy/M/d[ H:m[:s]]"));

  private final DateTimeFormatter formatter;

  private HpcPackTimes(DateTimeFormatter formatter) {
    this.formatter = formatter;
  }

  /**
   * Times in a .NET pattern such as {@code M/d/yyyy h:mm:ss tt}.
   *
   * @throws IllegalArgumentException if the pattern is not a date pattern
   */
  public static HpcPackTimes ofPattern(String dotNetPattern) {
    try {
      return new HpcPackTimes(
          DateTimeFormatter.ofPattern(javaPattern(dotNetPattern), Locale.US)
              .withZone(ZoneOffset.UTC));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "The date pattern '" + dotNetPattern + "' is not one of .NET: " + e.getMessage(), e);
    }
  }

  /** The time in the server's format. */
  public String format(Instant time) {
    return formatter.format(time);
  }

  /** The time in the server's format; zero is "not yet" and gives an empty text. */
  public String format(long epochMilli) {
    return epochMilli == 0 ? "" : format(Instant.ofEpochMilli(epochMilli));
  }

  /** Reads a time in the server's format or any other known one; no zone means UTC. */
  public Optional<Instant> parse(String text) {
    String trimmed = text.trim();
    return parse(trimmed, formatter)
        .or(
            () ->
                ACCEPTED.stream()
                    .flatMap(accepted -> parse(trimmed, accepted).stream())
                    .findFirst());
  }

  private static Optional<Instant> parse(String text, DateTimeFormatter formatter) {
    try {
      TemporalAccessor parsed =
          formatter.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
      if (parsed instanceof OffsetDateTime time) {
        return Optional.of(time.toInstant());
      }
      LocalDateTime local =
          parsed instanceof LocalDate date
              ? date.atTime(LocalTime.MIDNIGHT)
              : LocalDateTime.from(parsed);
      return Optional.of(local.toInstant(ZoneOffset.UTC));
    } catch (DateTimeParseException notThisForm) {
      return Optional.empty();
    }
  }

  private static DateTimeFormatter lenient(String pattern) {
    return new DateTimeFormatterBuilder()
        .parseCaseInsensitive()
        .appendPattern(pattern)
        .toFormatter(Locale.US);
  }

  /** Of the letters that both know, only two mean different things. */
  private static String javaPattern(String dotNetPattern) {
    return dotNetPattern
        .replaceAll("t+", "a")
        .replace("dddd", "EEEE")
        .replace("ddd", "EEE")
        .replace('f', 'S')
        .replace('F', 'S');
  }
}
