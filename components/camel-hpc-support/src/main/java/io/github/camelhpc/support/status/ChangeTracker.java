package io.github.camelhpc.support.status;

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
    private long round;
    private boolean inProgress;
  }

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

  /** Takes note of an entry, which is offered if its event id is another than before. */
  public synchronized void observe(String id, String eventId, E entry) {
    Watched<E> watched = entries.computeIfAbsent(id, i -> new Watched<>());
    watched.round = round;
    boolean changed = !eventId.equals(watched.lastEventId);
    watched.lastEventId = eventId;
    if (always) {
      if (!watched.inProgress) {
        watched.pending.clear();
        offer(watched, new Change<>(id, eventId, entry));
      }
    } else if (changed && !seen.contains(eventId)) {
      offer(watched, new Change<>(id, eventId, entry));
    }
  }

  /** Takes note of an entry without offering it, as if it had been completed. */
  public synchronized void observeAsSeen(String id, String eventId) {
    Watched<E> watched = entries.computeIfAbsent(id, i -> new Watched<>());
    watched.round = round;
    watched.lastEventId = eventId;
    seen.add(eventId);
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
        seen.add(change.eventId());
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
