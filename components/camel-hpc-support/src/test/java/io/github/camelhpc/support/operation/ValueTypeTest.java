package io.github.camelhpc.support.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Calendar;
import java.util.Date;
import java.util.List;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ValueTypeTest {

  private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "INTEGER, ' 42 ', 42",
    "INTEGER, -1, -1",
    "INTEGER, 99999999999, 99999999999",
    "BOOLEAN, TRUE, true",
    "BOOLEAN, ' false ', false",
    "TEXT, ' as is ', ' as is '",
    "LIST, 'a,b', 'a,b'",
    "DURATION, 500, 500",
    "DURATION, 500ms, 500",
    "DURATION, 30s, 30000",
    "DURATION, 5m, 300000",
    "DURATION, 2H, 7200000",
    "DURATION, 1d, 86400000",
    "DURATION, 1h30m, 5400000",
    "DURATION, 1d2h3m4s5ms, 93784005",
    "DURATION, PT5M, 300000",
    "DURATION, pt1.5s, 1500",
    "DURATION, ' 7s ', 7000",
    "DURATION, 0, 0"
  })
  void textIsRead(ValueType type, String text, String expected) {
    assertThat(written(type, text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "INTEGER, 1.5",
    "INTEGER, 0x10",
    "INTEGER, ' '",
    "INTEGER, 99999999999999999999",
    "BOOLEAN, yes",
    "BOOLEAN, 1",
    "DURATION, soon",
    "DURATION, 5 m",
    "DURATION, 1m30",
    "DURATION, 30s1h",
    "DURATION, ' '",
    "DURATION, P",
    "DURATION, -5s",
    "DURATION, -5",
    "DURATION, PT-5S",
    "DURATION, 99999999999999d",
    "INSTANT, tomorrow",
    "INSTANT, 12:00:00",
    "INSTANT, 2026-02-30",
    "INSTANT, 2026-13-01T00:00:00Z",
    "INSTANT, 31.01.2026",
    "INSTANT, ' '"
  })
  void badTextNamesOptionAndHeader(ValueType type, String text) {
    assertThatThrownBy(() -> written(type, text))
        .isInstanceOf(InvalidParameterException.class)
        .hasMessageStartingWith("x:getJob: some must be ")
        .hasMessageEndingWith(
            ", not '" + text + "'; change the option some or the header CamelXSome");
  }

  @Test
  void longValueIsCutInTheMessage() {
    assertThatThrownBy(() -> written(ValueType.INTEGER, "9".repeat(10_000)))
        .isInstanceOf(InvalidParameterException.class)
        .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(300));
  }

  @Test
  void objectsAreRead() {
    assertThat(written(ValueType.INTEGER, (short) 3)).isEqualTo("3");
    assertThat(written(ValueType.BOOLEAN, true)).isEqualTo("true");
    assertThat(written(ValueType.DURATION, Duration.ofMinutes(2))).isEqualTo("120000");
    assertThat(written(ValueType.LIST, List.of("a", 1))).isEqualTo("a,1");
    assertThat(written(ValueType.LIST, new Object[] {"a", 1})).isEqualTo("a,1");
    assertThat(written(ValueType.LIST, Arrays.asList("only"))).isEqualTo("only");
  }

  static Stream<Arguments> points() {
    Calendar calendar = Calendar.getInstance(TimeZone.getTimeZone("Asia/Tokyo"));
    calendar.setTimeInMillis(NOON.toEpochMilli());
    return Stream.of(
            NOON,
            Date.from(NOON),
            java.sql.Timestamp.from(NOON),
            calendar,
            OffsetDateTime.parse("2026-01-31T13:00:00+01:00"),
            ZonedDateTime.ofInstant(NOON, ZoneId.of("America/New_York")),
            LocalDateTime.parse("2026-01-31T12:00:00"),
            "2026-01-31T12:00:00Z",
            "2026-01-31T12:00:00.000Z",
            "2026-01-31T17:30:00+05:30",
            "2026-01-31T12:00:00",
            "2026-01-31 12:00:00",
            "2026-01-31T12:00",
            " 2026-01-31T12:00Z ")
        .map(Arguments::of);
  }

  @ParameterizedTest
  @MethodSource("points")
  void pointsInTimeBecomeUtc(Object noon) {
    assertThat(written(ValueType.INSTANT, noon)).isEqualTo("2026-01-31T12:00:00Z");
  }

  @Test
  void dayIsItsMidnightInUtc() {
    assertThat(written(ValueType.INSTANT, "2026-01-31")).isEqualTo("2026-01-31T00:00:00Z");
    assertThat(written(ValueType.INSTANT, LocalDate.parse("2026-01-31")))
        .isEqualTo("2026-01-31T00:00:00Z");
  }

  @Test
  void dateOfADatabaseColumnIsRead() {
    java.sql.Date day = new java.sql.Date(NOON.toEpochMilli());

    assertThat(written(ValueType.INSTANT, day)).isEqualTo("2026-01-31T12:00:00Z");
  }

  @Test
  void timeWithoutDayIsRefused() {
    assertThatThrownBy(() -> written(ValueType.INSTANT, java.time.OffsetTime.parse("12:00Z")))
        .isInstanceOf(InvalidParameterException.class)
        .hasMessageContaining("must be a point in time");
  }

  private static String written(ValueType type, Object value) {
    return Parameter.query("some", "CamelXSome", type).write(value, "x:getJob");
  }
}
