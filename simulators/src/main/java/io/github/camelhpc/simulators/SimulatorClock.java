package io.github.camelhpc.simulators;

import java.time.Duration;
import java.time.Instant;

/**
 * The time of the simulated services: everything that happens by itself, happens by this clock.
 *
 * <p>{@link #system()} follows the computer's clock; {@link #manual(Instant)} stands still until a
 * test moves it.
 */
public interface SimulatorClock extends AutoCloseable {

  /** The present time. */
  Instant now();

  /**
   * Runs an action once, when the time has come.
   *
   * @param delay how long from now; zero or less means as soon as possible, but never within this
   *     call
   */
  Timer schedule(Duration delay, Runnable action);

  /**
   * Moves the time forward and runs everything that falls due, in the order of time, before it
   * returns. Only a manual clock can be moved.
   *
   * @throws UnsupportedOperationException if this clock follows the computer's clock
   */
  void advance(Duration duration);

  /** Drops every action that is still to run; done when the simulators are reset. */
  void cancelAll();

  @Override
  void close();

  /** A clock that follows the computer's clock. */
  static SimulatorClock system() {
    return new SystemClock();
  }

  /** A clock that stands at the given time until {@link #advance} is called. */
  static SimulatorClock manual(Instant start) {
    return new ManualClock(start);
  }

  /** An action that is still to run. */
  interface Timer {
    /** Makes sure that the action does not run, unless it has begun. */
    void cancel();
  }
}
