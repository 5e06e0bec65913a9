package io.github.camelhpc.reliability.soak;

import java.time.Duration;

/**
 * How long and how hard the application works, by system properties.
 *
 * @param length of the load: {@code soak.minutes}, 2
 * @param rate of requests of each kind in a second: {@code soak.rate}, 5
 * @param leak what the application's route does not give back, to see the proof fail: {@code
 *     soak.leak}, {@code heap}, {@code threads} or {@code descriptors}; nothing by default
 */
record SoakSettings(Duration length, int rate, String leak) {

  /** How often it is measured, in each third of the time. */
  private static final int SAMPLES_OF_A_THIRD = 15;

  static SoakSettings fromSystemProperties() {
    return new SoakSettings(
        Duration.ofMinutes(Long.getLong("soak.minutes", 2)),
        Integer.getInteger("soak.rate", 5),
        System.getProperty("soak.leak", ""));
  }

  int samples() {
    return 3 * SAMPLES_OF_A_THIRD;
  }

  Duration interval() {
    return length.dividedBy(samples());
  }
}
