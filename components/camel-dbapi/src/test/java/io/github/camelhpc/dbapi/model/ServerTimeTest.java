package io.github.camelhpc.dbapi.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerTimeTest {

  private static final ZoneOffset TOKYO = ZoneOffset.ofHours(9);
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2024-01-05T12:00:00Z"), ZoneOffset.UTC);

  @ParameterizedTest
  @CsvSource({
    "UTC+09:00, UTC+09:00",
    "UTC-07:00, UTC-07:00",
    "UTC+0530, UTC+05:30",
    "utc-0330, UTC-03:30",
    "UTC 09:00, UTC+09:00",
    "+09:00, UTC+09:00",
    "+0000, UTC+00:00",
    "-0030, UTC-00:30",
    "Z, UTC+00:00",
    "UTC, UTC+00:00",
    "'', UTC+00:00",
    ", UTC+00:00",
  })
  void zonesAreWrittenInOneWay(String given, String written) {
    assertThat(ServerTime.text(ServerTime.offset(given))).isEqualTo(written);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Europe/Berlin", "UTC+9", "09:00", "UTC+25:00", "UTC+05:75", "PST"})
  void whatIsNoDistanceFromUtcIsRefused(String given) {
    assertThatThrownBy(() -> ServerTime.offset(given))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "utcOffset must be a distance from UTC such as UTC+09:00, -0700 or Z, not '%s'", given);
  }

  @Test
  void aZoneWithSecondsCannotBeWritten() {
    assertThatThrownBy(() -> ServerTime.text(ZoneOffset.ofTotalSeconds(61)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void timesAreInAZone() {
    Instant time = ServerTime.parse("20240105_080001", TOKYO);

    assertThat(time).isEqualTo("2024-01-04T23:00:01Z");
    assertThat(ServerTime.format(time.plusMillis(999), TOKYO)).isEqualTo("20240105_080001");
    assertThat(ServerTime.format(time, ZoneOffset.UTC)).isEqualTo("20240104_230001");
  }

  @ParameterizedTest
  @CsvSource({
    "now, 2024-01-05T12:00:00Z",
    "now-1h, 2024-01-05T11:00:00Z",
    "NOW-7d, 2023-12-29T12:00:00Z",
    "now-1d12h, 2024-01-04T00:00:00Z",
    "now+90s, 2024-01-05T12:01:30Z",
    "now-5m, 2024-01-05T11:55:00Z",
    "now-1w, 2023-12-29T12:00:00Z",
    "20240105_090000, 2024-01-05T00:00:00Z",
    "2024-01-05T09:00:00Z, 2024-01-05T09:00:00Z",
    "2024-01-05T09:00:00+01:00, 2024-01-05T08:00:00Z",
    "2024-01-05T09:00:00, 2024-01-05T00:00:00Z",
    "2024-01-05, 2024-01-04T15:00:00Z",
  })
  void usersWriteTimesInSeveralWays(String text, Instant time) {
    assertThat(ServerTime.instant(text, TOKYO, CLOCK)).isEqualTo(time);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "yesterday",
        "now-",
        "now-1y",
        "now-999999999w999999999w",
        "20240230_000000",
        "20240105_240000",
        "20240105",
        "2024-02-30",
        "",
      })
  void whatIsNoTimeIsRefused(String text) {
    assertThatThrownBy(() -> ServerTime.instant(text, TOKYO, CLOCK))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "'%s' is no time: write now, now-1h or now-7d, ISO 8601 such as 2026-01-31T12:00:00Z,"
                + " or yyyyMMdd_HHmmss",
            text);
  }

  @Test
  void aYearHasFourDigits() {
    assertThat(ServerTime.format(Instant.parse("0000-01-01T00:00:00Z"), ZoneOffset.UTC))
        .isEqualTo("00000101_000000");
    for (Instant time : new Instant[] {Instant.MAX, Instant.parse("+10000-01-01T00:00:00Z")}) {
      assertThatThrownBy(() -> ServerTime.format(time, TOKYO))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("has not four digits");
    }
  }
}
