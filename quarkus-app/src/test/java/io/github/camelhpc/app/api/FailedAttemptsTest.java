package io.github.camelhpc.app.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class FailedAttemptsTest {

  private long now;
  private final FailedAttempts attempts = new FailedAttempts(() -> now);

  @Test
  void anAddressWaitsForTheRestOfTheMinuteOnly() {
    for (int i = 1; i <= FailedAttempts.MOST; i++) {
      assertThat(attempts.waitSeconds("a")).isZero();
      assertThat(attempts.add("a")).isEqualTo(i);
      now += Duration.ofSeconds(1).toNanos();
    }
    assertThat(attempts.waitSeconds("a")).isBetween(50L, 51L);
    assertThat(attempts.waitSeconds("b")).isZero();

    now += Duration.ofSeconds(50).toNanos();
    assertThat(attempts.waitSeconds("a")).isZero();
    assertThat(attempts.add("a")).isEqualTo(1);
  }

  @Test
  void manyAddressesTakeNoMemory() {
    for (int i = 0; i < 5_000; i++) {
      attempts.add("address " + i);
    }
    assertThat(attempts.size()).isEqualTo(1_000);
    assertThat(attempts.add("address 4999")).isEqualTo(2);
  }
}
