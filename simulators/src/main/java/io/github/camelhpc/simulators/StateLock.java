package io.github.camelhpc.simulators;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** One thread at a time reads or changes a service: requests, the clock, ending processes. */
public final class StateLock {

  private final ReentrantLock lock = new ReentrantLock();

  /** Runs the action alone. */
  public void run(Runnable action) {
    call(
        () -> {
          action.run();
          return null;
        });
  }

  /** Runs the action alone and gives its result. */
  public <T> T call(Supplier<T> action) {
    lock.lock();
    try {
      return action.get();
    } finally {
      lock.unlock();
    }
  }
}
