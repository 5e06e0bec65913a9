package io.github.camelhpc.simulators;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;

/** Stands still until it is moved; runs what falls due on the thread that moves it. */
final class ManualClock implements SimulatorClock {

  /** A set, because a timer that is one of many has to be cancelled quickly. */
  private final TreeSet<Entry> entries =
      new TreeSet<>(
          Comparator.comparing((Entry entry) -> entry.due).thenComparingLong(entry -> entry.order));

  /** Held while actions run, so that two threads moving the clock cannot mix up the order. */
  private final ReentrantLock moving = new ReentrantLock();

  private Instant now;
  private long scheduled;

  ManualClock(Instant start) {
    now = Objects.requireNonNull(start, "A manual clock needs a time to start at.");
  }

  @Override
  public Instant now() {
    synchronized (entries) {
      return now;
    }
  }

  @Override
  public Timer schedule(Duration delay, Runnable action) {
    synchronized (entries) {
      Instant due = delay.isNegative() ? now : now.plus(delay);
      Entry entry = new Entry(due, scheduled++, action);
      entries.add(entry);
      return () -> {
        synchronized (entries) {
          entries.remove(entry);
        }
      };
    }
  }

  @Override
  public void advance(Duration duration) {
    if (duration.isNegative()) {
      throw new IllegalArgumentException("The clock can only be moved forward, not by " + duration);
    }
    moving.lock();
    try {
      Instant end = now().plus(duration);
      for (Entry entry = nextDue(end); entry != null; entry = nextDue(end)) {
        entry.action.run();
      }
      synchronized (entries) {
        now = end;
      }
    } finally {
      moving.unlock();
    }
  }

  private Entry nextDue(Instant end) {
    synchronized (entries) {
      Entry entry = entries.isEmpty() ? null : entries.first();
      if (entry == null || entry.due.isAfter(end)) {
        return null;
      }
      if (entry.due.isAfter(now)) {
        now = entry.due;
      }
      return entries.pollFirst();
    }
  }

  @Override
  public void cancelAll() {
    synchronized (entries) {
      entries.clear();
    }
  }

  @Override
  public void close() {
    cancelAll();
  }

  private record Entry(Instant due, long order, Runnable action) {}
}
