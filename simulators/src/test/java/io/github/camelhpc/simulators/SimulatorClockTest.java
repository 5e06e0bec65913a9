package io.github.camelhpc.simulators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SimulatorClockTest {

  private static final Instant START = Instant.parse("2026-03-01T09:00:00Z");

  @Test
  void manualClockRunsWhatFallsDueInOrderAndAtItsTime() {
    SimulatorClock clock = SimulatorClock.manual(START);
    List<String> ran = new ArrayList<>();
    clock.schedule(Duration.ofSeconds(2), () -> ran.add("c at " + clock.now()));
    clock.schedule(
        Duration.ofSeconds(1),
        () -> {
          ran.add("a at " + clock.now());
          clock.schedule(Duration.ofMillis(500), () -> ran.add("b at " + clock.now()));
        });
    clock.schedule(Duration.ofSeconds(2), () -> ran.add("d at " + clock.now()));
    clock.schedule(Duration.ofSeconds(3), () -> ran.add("never"));
    clock.schedule(Duration.ofSeconds(1), () -> ran.add("cancelled")).cancel();

    clock.advance(Duration.ofSeconds(2));

    assertThat(ran)
        .containsExactly(
            "a at 2026-03-01T09:00:01Z",
            "b at 2026-03-01T09:00:01.500Z",
            "c at 2026-03-01T09:00:02Z",
            "d at 2026-03-01T09:00:02Z");
    assertThat(clock.now()).isEqualTo(START.plusSeconds(2));
  }

  @Test
  void manualClockDoesNotGoBack() {
    SimulatorClock clock = SimulatorClock.manual(START);

    assertThatThrownBy(() -> clock.advance(Duration.ofSeconds(-1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void systemClockRunsByItselfAndCannotBeMoved() {
    try (SimulatorClock clock = SimulatorClock.system()) {
      AtomicInteger runs = new AtomicInteger();
      clock.schedule(Duration.ofMillis(1), runs::incrementAndGet);
      clock.schedule(Duration.ofHours(1), runs::incrementAndGet).cancel();

      await().untilAtomic(runs, org.hamcrest.Matchers.is(1));
      assertThatThrownBy(() -> clock.advance(Duration.ofSeconds(1)))
          .isInstanceOf(UnsupportedOperationException.class)
          .hasMessageContaining("SimulatorClock.manual");
    }
  }
}
