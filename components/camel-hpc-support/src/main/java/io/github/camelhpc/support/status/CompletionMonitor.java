package io.github.camelhpc.support.status;

import io.github.camelhpc.support.operation.InvalidParameterException;
import io.github.camelhpc.support.status.StatusSource.Status;
import java.io.Closeable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits for things on one service to be done, for any number of waiters, without a thread for each:
 * once a tick it asks for everything that changed since the tick before. A wait that is new is
 * looked up by itself when there are few, and found in the list of all when there are many; the
 * list of all is read again now and then, for what the changes did not tell.
 */
public final class CompletionMonitor<E> implements Closeable {

  /**
   * When to ask.
   *
   * @param interval between two ticks
   * @param overlap how far before the last tick the changes are asked for again
   * @param fullRoundEvery how often the list of all is read
   */
  public record Timing(Duration interval, Duration overlap, Duration fullRoundEvery) {}

  private record Wait<E>(String id, CompletableFuture<E> done) {}

  private enum Kind {
    /** Each by itself. */
    EACH,
    /** The list of all, and some that it did not have. */
    ALL,
    /** What changed, and a few by themselves. */
    CHANGES
  }

  /** What a tick asks for. */
  private record Question(Kind kind, Set<String> ids) {}

  private static final Logger LOG = LoggerFactory.getLogger(CompletionMonitor.class);

  /** So many are looked up one by one; with two pages of changes it makes four requests a tick. */
  private static final int LOOKUPS = 2;

  private static final Duration FIRST_TICK = Duration.ofMillis(100);

  private final StatusSource<E> source;
  private final Timing timing;
  private final Clock clock;
  private final ScheduledExecutorService scheduler;
  private final Map<String, List<Wait<E>>> waits = new HashMap<>();

  /** Not asked for yet. */
  private final Set<String> fresh = new HashSet<>();

  /** Not in the list of all; looked up by themselves, a few at each tick. */
  private final Set<String> missing = new HashSet<>();

  private boolean scheduled;
  private boolean closed;
  private Exception lastFailure;
  private Instant since;
  private Instant lastFullRound;

  public CompletionMonitor(
      StatusSource<E> source, Timing timing, ScheduledExecutorService scheduler, Clock clock) {
    this.source = source;
    this.timing = timing;
    this.scheduler = scheduler;
    this.clock = clock;
  }

  /**
   * Waits until this thing is done.
   *
   * @param timeout how long at most, zero for as long as it takes
   * @return what the service says of it in the end; fails with {@link WaitTimedOutException},
   *     {@link WaitEndedException}, or what the service answered if the thing cannot be found.
   *     Cancelling it ends the wait
   */
  public CompletableFuture<E> await(String id, Duration timeout) {
    CompletableFuture<E> done = new CompletableFuture<>();
    Wait<E> wait = new Wait<>(id, done);
    synchronized (this) {
      if (closed) {
        done.completeExceptionally(ended(id));
        return done;
      }
      waits.computeIfAbsent(id, i -> new ArrayList<>(1)).add(wait);
      if (!missing.contains(id)) {
        fresh.add(id);
      }
      if (!scheduled) {
        scheduled = true;
        scheduleTick(FIRST_TICK.compareTo(timing.interval()) < 0 ? FIRST_TICK : timing.interval());
      }
    }
    Future<?> alarm = timeout.isZero() ? null : alarm(wait, timeout);
    done.whenComplete(
        (entry, failure) -> {
          remove(wait);
          if (alarm != null) {
            alarm.cancel(false);
          }
        });
    return done;
  }

  /** How many waits there are. */
  public synchronized int waiting() {
    return waits.values().stream().mapToInt(List::size).sum();
  }

  private Future<?> alarm(Wait<E> wait, Duration timeout) {
    return scheduler.schedule(
        () ->
            wait.done.completeExceptionally(
                new WaitTimedOutException(wait.id, timeout, lastFailure())),
        timeout.toMillis(),
        TimeUnit.MILLISECONDS);
  }

  private synchronized Exception lastFailure() {
    return lastFailure;
  }

  private synchronized void remove(Wait<E> wait) {
    List<Wait<E>> others = waits.get(wait.id);
    if (others != null && others.remove(wait) && others.isEmpty()) {
      waits.remove(wait.id);
      fresh.remove(wait.id);
      missing.remove(wait.id);
    }
  }

  private void scheduleTick(Duration delay) {
    scheduler.schedule(this::tickAndGoOn, delay.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void tickAndGoOn() {
    try {
      tick();
    } catch (RuntimeException | Error e) {
      // the ticks go on whatever happens, or all waits would hang
      LOG.error("A status tick failed", e);
    }
    synchronized (this) {
      scheduled = !waits.isEmpty() && !closed;
      if (scheduled) {
        scheduleTick(timing.interval());
      } else {
        // what changes from now on is not seen, so the next wait begins anew
        since = null;
      }
    }
  }

  /** Asks once. */
  void tick() {
    try {
      ask();
      failedWith(null);
    } catch (Exception e) {
      failedWith(e);
    }
  }

  private void ask() throws Exception {
    Question question = question();
    switch (question.kind) {
      case ALL -> {
        notInList(readAll(question.ids));
        lookUp(someMissing());
      }
      case CHANGES -> {
        readChanged();
        lookUp(question.ids.isEmpty() ? someMissing() : question.ids);
      }
      case EACH -> lookUp(question.ids);
    }
  }

  /** A tick at which nothing is new costs the same for any number of waits: none is looked at. */
  private synchronized Question question() {
    if (waits.size() <= LOOKUPS || !source.hasList()) {
      since = null;
      return new Question(Kind.EACH, Set.copyOf(waits.keySet()));
    }
    if (since == null || fresh.size() > LOOKUPS || isFullRoundDue()) {
      return new Question(Kind.ALL, new HashSet<>(waits.keySet()));
    }
    return new Question(Kind.CHANGES, Set.copyOf(fresh));
  }

  private synchronized void notInList(Set<String> ids) {
    ids.retainAll(waits.keySet());
    fresh.removeAll(ids);
    missing.addAll(ids);
  }

  private boolean isFullRoundDue() {
    return lastFullRound == null
        || !clock.instant().isBefore(lastFullRound.plus(timing.fullRoundEvery()));
  }

  /** Removes what it finds from the ids, and gives the rest. */
  private Set<String> readAll(Set<String> unseen) throws Exception {
    Predicate<Status<E>> sink =
        status -> {
          if (unseen.remove(status.id())) {
            seen(status);
          }
          return !unseen.isEmpty();
        };
    Instant time = source.readAll(sink);
    synchronized (this) {
      since = time;
      lastFullRound = clock.instant();
    }
    return unseen;
  }

  private void readChanged() throws Exception {
    Instant from;
    synchronized (this) {
      from = since.minus(timing.overlap());
    }
    Instant time =
        source.readChanged(
            from,
            status -> {
              seen(status);
              return true;
            });
    synchronized (this) {
      since = time;
    }
  }

  private synchronized Set<String> someMissing() {
    Set<String> some = new HashSet<>();
    for (String id : missing) {
      if (some.size() < LOOKUPS) {
        some.add(id);
      }
    }
    return some;
  }

  /** One that fails for now does not keep the others from being asked for. */
  private void lookUp(Set<String> ids) throws Exception {
    Exception failure = null;
    for (String id : ids) {
      try {
        seen(source.readOne(id));
      } catch (Exception e) {
        if (isFinal(e)) {
          waitsFor(id).forEach(w -> w.done.completeExceptionally(e));
        } else {
          failure = e;
        }
      }
    }
    if (failure != null) {
      throw failure;
    }
  }

  private void seen(Status<E> status) {
    synchronized (this) {
      fresh.remove(status.id());
      missing.remove(status.id());
    }
    if (status.done()) {
      waitsFor(status.id()).forEach(w -> w.done.complete(status.entry()));
    }
  }

  private synchronized List<Wait<E>> waitsFor(String id) {
    return List.copyOf(waits.getOrDefault(id, List.of()));
  }

  private void failedWith(Exception failure) {
    boolean isNew;
    synchronized (this) {
      isNew = failure != null && lastFailure == null;
      lastFailure = failure;
    }
    if (failure == null) {
      return;
    }
    if (isFinal(failure)) {
      allWaits().forEach(w -> w.done.completeExceptionally(failure));
    } else if (isNew) {
      LOG.warn("{} waits go on although asking failed: {}", waiting(), failure.getMessage());
    }
  }

  /** What cannot even be asked for will not be answered at the next tick. */
  private boolean isFinal(Exception failure) {
    return failure instanceof InvalidParameterException || source.isFinal(failure);
  }

  private synchronized List<Wait<E>> allWaits() {
    return waits.values().stream().flatMap(List::stream).toList();
  }

  private static WaitEndedException ended(String id) {
    return new WaitEndedException(
        "The wait for " + id + " ended because the component stops; it goes on at the service");
  }

  /** Ends all waits with {@link WaitEndedException}. */
  @Override
  public void close() {
    synchronized (this) {
      closed = true;
    }
    allWaits().forEach(w -> w.done.completeExceptionally(ended(w.id)));
  }
}
