package io.github.camelhpc.support.status;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a tick at which nothing changed leaves for the garbage collector. */
class CompletionMonitorAllocationTest {

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final int TICKS = 1_000;

  /** 368 were seen; a copy of the ids that are waited for would be 386,000. */
  private static final long BOUND = 460;

  private final HandDrivenScheduler scheduler = new HandDrivenScheduler();
  private final CompletionMonitor<String> monitor =
      new CompletionMonitor<>(
          new UnchangedThings(),
          new CompletionMonitor.Timing(
              Duration.ofSeconds(5), Duration.ofSeconds(60), Duration.ofMinutes(10)),
          scheduler,
          scheduler.clock());

  @Test
  void tickWithoutChangesAllocatesTheSameForAnyNumberOfWaits() {
    IntStream.range(0, 10_000).forEach(i -> monitor.await("thing " + i, Duration.ZERO));
    ticks();

    long begin = THREADS.getCurrentThreadAllocatedBytes();
    ticks();
    long bytes = THREADS.getCurrentThreadAllocatedBytes() - begin;

    assertThat(bytes / TICKS).isLessThan(BOUND);
    assertThat(monitor.waiting()).isEqualTo(10_000);
  }

  private void ticks() {
    for (int i = 0; i < TICKS; i++) {
      monitor.tick();
    }
  }

  /** All of them run, and none changes. */
  private static final class UnchangedThings implements StatusSource<String> {

    private final Instant time = Instant.parse("2026-01-31T12:00:00Z");

    @Override
    public Instant readAll(Predicate<Status<String>> sink) {
      for (int i = 0; sink.test(new Status<>("thing " + i, false, "runs")); i++) {
        // until the sink has seen them all
      }
      return time;
    }

    @Override
    public Instant readChanged(Instant since, Predicate<Status<String>> sink) {
      return time;
    }

    @Override
    public Status<String> readOne(String id) {
      throw new UnsupportedOperationException(id);
    }

    @Override
    public boolean isFinal(Exception failure) {
      return false;
    }
  }
}
