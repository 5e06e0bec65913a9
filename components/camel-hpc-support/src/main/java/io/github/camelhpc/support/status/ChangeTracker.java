package io.github.camelhpc.support.status;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Knows which entries changed since they were last offered. Changes of one entry are offered in
 * their order, one at a time: a change that failed is offered again before a later one of the same
 * entry, and a change that is being worked on is not offered twice. Safe for many threads.
 */
public final class ChangeTracker<E> {

  private static final class Watched<E> {
    private final Deque<Change<E>> pending = new ArrayDeque<>(2);
    private String lastEventId;
    private String completedEventId;
    private Instant remembered;
    private long round;
    private boolean inProgress;
  }

  /** How old what is remembered of an entry becomes before it is remembered again. */
  public static final Duration REMEMBERED_FOR = Duration.ofDays(1);

  /** So many are remembered again at once; the others have to wait for the next full round. */
  static final int REMEMBERED_AT_ONCE = 1000;

  private final Map<String, Watched<E>> entries = new HashMap<>();
  private final Set<String> ready = new LinkedHashSet<>();
  private final SeenEvents seen;
  private final boolean always;
  private long round;

  /**
   * @param seen the events that were completed earlier
   * @param always whether an entry is offered each time it is observed, changed or not
   */
  public ChangeTracker(SeenEvents seen, boolean always) {
    this.seen = seen;
    this.always = always;
  }

  /** Begins a round that observes all entries there are. */
  public synchronized void beginFullRound() {
    round++;
  }

  /** Ends a round that observed all entries: those that were not observed are forgotten. */
  public synchronized void endFullRound() {
    entries.values().removeIf(e -> e.round != round && e.pending.isEmpty() && !e.inProgress);
  }

  /**
   * Forgets all but what is being worked on, since another instance may have completed the rest:
   * what is observed next is offered unless it is among the events that were completed.
   */
  public synchronized void startAnew() {
    ready.clear();
    entries.values().removeIf(e -> !e.inProgress);
    for (Watched<E> watched : entries.values()) {
      Change<E> worked = watched.pending.peek();
      watched.pending.clear();
      watched.pending.add(worked);
      watched.lastEventId = worked.eventId();
      watched.completedEventId = null;
    }
  }

  /** Takes note of an entry, which is offered if its event id is another than before. */
  public synchronized void observe(String id, String eventId, E entry) {
    Watched<E> watched = entries.computeIfAbsent(id, i -> new Watched<>());
    watched.round = round;
    if (always) {
      if (!watched.inProgress) {
        watched.pending.clear();
        offer(watched, new Change<>(id, eventId, entry));
      }
    } else if (!eventId.equals(watched.lastEventId)) {
      // while another state of it is pending, one that was completed earlier has come back
      if (!watched.pending.isEmpty() || !seen.contains(eventId)) {
        offer(watched, new Change<>(id, eventId, entry));
      } else {
        completedElsewhere(watched, eventId);
      }
    }
    // last, because a repository that cannot be asked now is asked again at the next look
    watched.lastEventId = eventId;
  }

  private void completedElsewhere(Watched<E> watched, String eventId) {
    forget(watched.completedEventId, eventId);
    watched.completedEventId = eventId;
  }

  /** Takes note of an entry without offering it, as if it had been completed. */
  public synchronized void observeAsSeen(String id, String eventId) {
    Watched<E> watched = entries.computeIfAbsent(id, i -> new Watched<>());
    watched.round = round;
    remember(watched, eventId);
    watched.lastEventId = eventId;
  }

  /**
   * The event that this one follows is forgotten first: an entry can come back to its state, which
   * would count as completed. Dying between the two repeats this event, and loses none.
   */
  private void remember(Watched<E> watched, String eventId) {
    forget(watched.completedEventId, eventId);
    seen.add(eventId);
    watched.completedEventId = eventId;
    watched.remembered = null;
  }

  private void forget(String earlier, String eventId) {
    if (earlier != null && !earlier.equals(eventId)) {
      seen.remove(earlier);
    }
  }

  /**
   * Remembers again, about once a day, what was completed of entries that are still there, so that
   * a repository can forget what is old. To be called when a full round has ended, by the thread
   * that observes.
   *
   * @param now the time
   */
  public void rememberAgain(Instant now) {
    for (Watched<E> watched : old(now)) {
      seen.add(watched.completedEventId);
      watched.remembered = now;
    }
  }

  private synchronized List<Watched<E>> old(Instant now) {
    List<Watched<E>> old = new ArrayList<>();
    for (Watched<E> watched : entries.values()) {
      if (watched.completedEventId == null || !watched.pending.isEmpty()) {
        continue;
      }
      if (watched.remembered == null) {
        watched.remembered = now;
      } else if (old.size() < REMEMBERED_AT_ONCE
          && !now.isBefore(watched.remembered.plus(REMEMBERED_FOR))) {
        old.add(watched);
      }
    }
    return old;
  }

  private void offer(Watched<E> watched, Change<E> change) {
    watched.pending.add(change);
    if (!watched.inProgress) {
      ready.add(change.id());
    }
  }

  /** The changes to work on now: at most one of each entry. */
  public synchronized List<Change<E>> due() {
    List<Change<E>> due = new ArrayList<>(ready.size());
    for (String id : ready) {
      due.add(entries.get(id).pending.peek());
    }
    return due;
  }

  /** Whether there are changes that are not completed, be they due or worked on. */
  public synchronized boolean hasPending() {
    return entries.values().stream().anyMatch(e -> !e.pending.isEmpty());
  }

  /** Work on a change begins. */
  public synchronized void begin(Change<E> change) {
    entries.get(change.id()).inProgress = true;
    ready.remove(change.id());
  }

  /**
   * Work on a change is completed; it is not offered again. If it cannot be remembered it counts as
   * failed, and the failure is thrown.
   */
  public void completed(Change<E> change) {
    try {
      if (!always) {
        remember(entry(change), change.eventId());
      }
    } catch (RuntimeException e) {
      failed(change);
      throw e;
    }
    end(change, true);
  }

  /** Work on a change failed; it is offered again. */
  public void failed(Change<E> change) {
    end(change, false);
  }

  private synchronized Watched<E> entry(Change<E> change) {
    return entries.get(change.id());
  }

  private synchronized void end(Change<E> change, boolean done) {
    Watched<E> watched = entries.get(change.id());
    watched.inProgress = false;
    if (done) {
      watched.pending.poll();
    }
    if (!watched.pending.isEmpty()) {
      ready.add(change.id());
    }
  }
}
