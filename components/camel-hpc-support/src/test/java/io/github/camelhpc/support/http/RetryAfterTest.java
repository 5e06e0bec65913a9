package io.github.camelhpc.support.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryAfterTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-01-31T12:00:00Z"), ZoneOffset.UTC);

  @ParameterizedTest
  @CsvSource(
      nullValues = "null",
      value = {
        "0, PT0S",
        "' 120 ', PT2M",
        "99999999999999999999, PT596523H14M7S",
        "'Sat, 31 Jan 2026 12:00:30 GMT', PT30S",
        "'Saturday, 31-Jan-26 12:00:30 GMT', PT30S",
        "'Sat, 31 Jan 2026 11:00:00 GMT', PT0S",
        "null, null",
        "' ', null",
        "-5, null",
        "1.5, null",
        "soon, null"
      })
  void isANumberOfSecondsOrADate(String value, Duration expected) {
    assertThat(RetryAfter.read(value, CLOCK)).isEqualTo(expected);
  }
}
