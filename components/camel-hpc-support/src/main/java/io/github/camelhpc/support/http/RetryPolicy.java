package io.github.camelhpc.support.http;

import java.time.Duration;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/**
 * How often and after what time a request is sent again: exponential back-off with jitter; what the
 * server says in Retry-After counts if it is not longer than the maximum.
 *
 * @param maxRetries how many times, 0 for never
 * @param firstDelay the delay before the first retry; it doubles with each
 * @param maxDelay no delay is longer
 * @param random a number from 0 to 1, for the jitter
 */
public record RetryPolicy(
    int maxRetries, Duration firstDelay, Duration maxDelay, DoubleSupplier random) {

  /**
   * The time to wait before the next attempt.
   *
   * @param attempt how many attempts have failed, from 1
   * @param retryAfter what the server asked for, or null
   * @return empty if there is to be no further attempt
   */
  public Optional<Duration> delay(int attempt, Duration retryAfter) {
    if (attempt > maxRetries || retryAfter != null && retryAfter.compareTo(maxDelay) > 0) {
      return Optional.empty();
    }
    long full = Math.min(firstDelay.toMillis() << Math.min(attempt - 1, 20), maxDelay.toMillis());
    long jittered = full / 2 + (long) (random.getAsDouble() * full / 2);
    long asked = retryAfter == null ? 0 : retryAfter.toMillis();
    return Optional.of(Duration.ofMillis(Math.max(jittered, asked)));
  }
}
