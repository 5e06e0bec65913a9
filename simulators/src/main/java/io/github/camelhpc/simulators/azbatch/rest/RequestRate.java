package io.github.camelhpc.simulators.azbatch.rest;

import io.github.camelhpc.simulators.azbatch.BatchFault;
import java.time.Duration;
import java.time.Instant;

/** How many requests are served in a second of the clock. May be used by any thread. */
public final class RequestRate {

  private static final Duration SECOND = Duration.ofSeconds(1);

  private int limit;
  private Instant begin = Instant.MIN;
  private int served;

  /**
   * @param limit requests a second; 0 for any number
   */
  public RequestRate(int limit) {
    limit(limit);
  }

  /** From now on another limit; 0 for none. */
  public synchronized void limit(int requestsPerSecond) {
    if (requestsPerSecond < 0) {
      throw new IllegalArgumentException(
          "There cannot be " + requestsPerSecond + " requests a second; 0 means any number.");
    }
    limit = requestsPerSecond;
    begin = Instant.MIN;
    served = 0;
  }

  /**
   * Counts a request in.
   *
   * @throws BatchFault if there were too many; a second later it is served
   */
  synchronized void admit(Instant now) {
    if (limit == 0) {
      return;
    }
    if (begin.equals(Instant.MIN) || !now.isBefore(begin.plus(SECOND))) {
      begin = now;
      served = 0;
    }
    if (served >= limit) {
      throw BatchFault.of(429, "TooManyRequests", "The request rate exceeds the limit.");
    }
    served++;
  }
}
