package io.github.camelhpc.app.api;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Who gave wrong passwords lately. After {@link #MOST} of them an address has to wait until a
 * minute has passed since the first.
 */
final class FailedAttempts {

  /** In a minute, by an address. */
  static final int MOST = 10;

  private static final long WINDOW_NANOS = Duration.ofMinutes(1).toNanos();

  /** So that an attacker with many addresses takes no memory. */
  private static final int ADDRESSES = 1_000;

  private record Count(long since, int attempts) {}

  private final LongSupplier nanoTime;
  private final Map<String, Count> counts =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Count> eldest) {
          return size() > ADDRESSES;
        }
      };

  FailedAttempts(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /** How many seconds the address has to wait; 0 if it may try. */
  synchronized long waitSeconds(String address) {
    Count count = current(address);
    if (count == null || count.attempts() < MOST) {
      return 0;
    }
    long rest = count.since() + WINDOW_NANOS - nanoTime.getAsLong();
    return Math.max(1, Duration.ofNanos(rest).toSeconds() + 1);
  }

  /**
   * Notes a wrong password.
   *
   * @return how many there were in this minute
   */
  synchronized int add(String address) {
    Count count = current(address);
    Count next =
        count == null
            ? new Count(nanoTime.getAsLong(), 1)
            : new Count(count.since(), count.attempts() + 1);
    counts.put(address, next);
    return next.attempts();
  }

  /** How many addresses are known. */
  synchronized int size() {
    return counts.size();
  }

  private Count current(String address) {
    Count count = counts.get(address);
    if (count != null && nanoTime.getAsLong() - count.since() >= WINDOW_NANOS) {
      counts.remove(address);
      return null;
    }
    return count;
  }
}
