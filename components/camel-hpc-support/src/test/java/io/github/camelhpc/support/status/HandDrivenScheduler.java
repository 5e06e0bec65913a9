package io.github.camelhpc.support.status;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Delayed;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RunnableScheduledFuture;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** A scheduler and its clock, whose time goes on only when the test says so. */
final class HandDrivenScheduler extends ScheduledThreadPoolExecutor {

  private final List<Task<?>> tasks = new ArrayList<>();
  private Instant now = Instant.parse("2026-01-31T12:00:00Z");

  HandDrivenScheduler() {
    super(0);
  }

  @Override
  public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
    return added(new Task<>(Executors.callable(command), time(delay, unit)));
  }

  @Override
  public <V> ScheduledFuture<V> schedule(Callable<V> callable, long delay, TimeUnit unit) {
    return added(new Task<>(callable, time(delay, unit)));
  }

  private Instant time(long delay, TimeUnit unit) {
    return now.plus(delay, unit.toChronoUnit());
  }

  private <V> Task<V> added(Task<V> task) {
    tasks.add(task);
    return task;
  }

  Clock clock() {
    return new Clock() {
      @Override
      public ZoneId getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(ZoneId zone) {
        return this;
      }

      @Override
      public Instant instant() {
        return now;
      }
    };
  }

  /** Lets time pass, and does what is due in between. */
  void pass(Duration time) {
    Instant end = now.plus(time);
    Task<?> next = next(end);
    while (next != null) {
      tasks.remove(next);
      now = next.time;
      next.run();
      next = next(end);
    }
    now = end;
  }

  /** How many tasks wait for their time. */
  int scheduled() {
    return (int) tasks.stream().filter(t -> !t.isDone()).count();
  }

  private Task<?> next(Instant end) {
    return tasks.stream()
        .filter(t -> !t.isDone() && !t.time.isAfter(end))
        .min(Comparator.comparing(t -> t.time))
        .orElse(null);
  }

  private final class Task<V> extends FutureTask<V> implements RunnableScheduledFuture<V> {

    private final Instant time;

    private Task(Callable<V> work, Instant time) {
      super(work);
      this.time = time;
    }

    @Override
    public long getDelay(TimeUnit unit) {
      return unit.convert(Duration.between(now, time));
    }

    @Override
    public int compareTo(Delayed other) {
      return Long.compare(getDelay(TimeUnit.NANOSECONDS), other.getDelay(TimeUnit.NANOSECONDS));
    }

    @Override
    public boolean isPeriodic() {
      return false;
    }
  }
}
