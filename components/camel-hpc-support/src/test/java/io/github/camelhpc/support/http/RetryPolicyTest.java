package io.github.camelhpc.support.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryPolicyTest {

  @ParameterizedTest
  @CsvSource({"1, 250, 500", "2, 500, 1000", "3, 1000, 2000", "4, 1500, 3000", "50, 1500, 3000"})
  void delayDoublesUpToTheMaximumWithHalfOfItAsJitter(int attempt, long least, long most) {
    assertThat(policy(0).delay(attempt, null)).contains(Duration.ofMillis(least));
    assertThat(policy(1).delay(attempt, null)).contains(Duration.ofMillis(most));
  }

  @Test
  void noFurtherAttemptAfterTheLastRetry() {
    assertThat(policy(0).delay(100, null)).isPresent();
    assertThat(policy(0).delay(101, null)).isEmpty();
  }

  @Test
  void whatTheServerAsksForCountsIfItIsLonger() {
    assertThat(policy(0).delay(1, Duration.ofSeconds(2))).contains(Duration.ofSeconds(2));
    assertThat(policy(0).delay(1, Duration.ZERO)).contains(Duration.ofMillis(250));
  }

  @Test
  void noAttemptWhenTheServerAsksForMoreThanTheMaximum() {
    assertThat(policy(0).delay(1, Duration.ofSeconds(3))).isPresent();
    assertThat(policy(0).delay(1, Duration.ofMillis(3_001))).isEmpty();
  }

  private static RetryPolicy policy(double random) {
    return new RetryPolicy(100, Duration.ofMillis(500), Duration.ofSeconds(3), () -> random);
  }
}
