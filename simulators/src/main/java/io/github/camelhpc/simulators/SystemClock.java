package io.github.camelhpc.simulators;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Follows the computer's clock; runs what falls due on one thread of its own. */
final class SystemClock implements SimulatorClock {

  /** Longer delays do not fit into nanoseconds. */
  private static final Duration FOREVER = Duration.ofDays(36_500);

  private final ScheduledThreadPoolExecutor executor =
      new ScheduledThreadPoolExecutor(
          1,
          action -> {
            Thread thread = new Thread(action, "hpc-simulator-clock");
            thread.setDaemon(true);
            return thread;
          });

  SystemClock() {
    executor.setRemoveOnCancelPolicy(true);
    executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  @Override
  public Instant now() {
    return Instant.now();
  }

  @Override
  public Timer schedule(Duration delay, Runnable action) {
    try {
      Future<?> future =
          executor.schedule(() -> runLoudly(action), nanos(delay), TimeUnit.NANOSECONDS);
      return () -> future.cancel(false);
    } catch (RejectedExecutionException closed) {
      // a task that ends while the simulator is being closed has nothing left to do
      return () -> {};
    }
  }

  private static long nanos(Duration delay) {
    return delay.compareTo(FOREVER) > 0 ? FOREVER.toNanos() : delay.toNanos();
  }

  /** The executor would keep a failure to itself, and a job would just stand still. */
  private static void runLoudly(Runnable action) {
    try {
      action.run();
    } catch (RuntimeException | Error failure) {
      Thread thread = Thread.currentThread();
      thread.getUncaughtExceptionHandler().uncaughtException(thread, failure);
    }
  }

  @Override
  public void advance(Duration duration) {
    throw new UnsupportedOperationException(
        "This clock follows the computer's clock. Build the simulator with"
            + " SimulatorClock.manual(...) to move the time.");
  }

  @Override
  public void cancelAll() {
    executor.getQueue().clear();
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }
}
