package io.github.camelhpc.support.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.apache.hc.client5.http.utils.DateUtils;

/** Reads the header {@code Retry-After}, which is a number of seconds or a date. */
final class RetryAfter {

  private RetryAfter() {}

  /** The time to wait, never negative, or null if the header is missing or unreadable. */
  static Duration read(String value, Clock clock) {
    if (value == null || value.isBlank()) {
      return null;
    }
    String text = value.trim();
    if (text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return text.length() > 9 ? Duration.ofSeconds(Integer.MAX_VALUE) : seconds(text);
    }
    Instant date = DateUtils.parseStandardDate(text);
    if (date == null) {
      return null;
    }
    Duration delay = Duration.between(clock.instant(), date);
    return delay.isNegative() ? Duration.ZERO : delay;
  }

  private static Duration seconds(String text) {
    return Duration.ofSeconds(Long.parseLong(text));
  }
}
