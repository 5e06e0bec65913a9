package io.github.camelhpc.reliability.killing;

import java.time.Duration;

/**
 * How long and with what the proof runs, by system properties.
 *
 * @param havoc how long it kills and fails: {@code proof.minutes}, or {@code proof.seconds}, 30
 * @param jobs how many jobs change their state meanwhile: {@code proof.jobs}, 500 in 30 s, 10,000
 *     in five minutes
 * @param seed what is killed when, and which job becomes what: {@code proof.seed}, the time by
 *     default
 * @param without what the applications do without, to see the proof fail: {@code proof.without},
 *     {@code repository} or {@code leader}; nothing by default
 */
record KillingSettings(Duration havoc, int jobs, long seed, String without) {

  /** How often the applications poll. */
  static final Duration TICK = Duration.ofSeconds(1);

  private static final int LONG_RUN = 10_000;
  private static final int SHORT_RUN = 500;

  static KillingSettings fromSystemProperties() {
    Duration havoc =
        System.getProperty("proof.minutes") == null
            ? Duration.ofSeconds(Long.getLong("proof.seconds", 30))
            : Duration.ofMinutes(Long.parseLong(System.getProperty("proof.minutes")));
    int jobs = havoc.compareTo(Duration.ofMinutes(5)) < 0 ? SHORT_RUN : LONG_RUN;
    return new KillingSettings(
        havoc,
        Integer.getInteger("proof.jobs", jobs),
        Long.getLong("proof.seed", System.currentTimeMillis()),
        System.getProperty("proof.without", ""));
  }

  boolean isWithout(String what) {
    return without.equals(what);
  }
}
