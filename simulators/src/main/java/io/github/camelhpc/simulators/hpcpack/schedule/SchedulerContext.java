package io.github.camelhpc.simulators.hpcpack.schedule;

import io.github.camelhpc.simulators.SimulatorClock;
import io.github.camelhpc.simulators.StateLock;
import java.time.Duration;
import java.time.Instant;

/**
 * The clock and the lock of a scheduler. After the scheduler has been closed, nothing that was
 * scheduled by it runs any more.
 */
public final class SchedulerContext {

  private final SimulatorClock clock;
  private final StateLock lock;
  private boolean closed;

  public SchedulerContext(SimulatorClock clock, StateLock lock) {
    this.clock = clock;
    this.lock = lock;
  }

  public SimulatorClock clock() {
    return clock;
  }

  public Instant now() {
    return clock.now();
  }

  /** Runs the action after the delay, holding the lock. */
  public SimulatorClock.Timer after(Duration delay, Runnable action) {
    return clock.schedule(delay, () -> run(action));
  }

  /** Runs the action holding the lock. */
  public void run(Runnable action) {
    lock.run(
        () -> {
          if (!closed) {
            action.run();
          }
        });
  }

  /** Must be called holding the lock. */
  public void close() {
    closed = true;
  }
}
