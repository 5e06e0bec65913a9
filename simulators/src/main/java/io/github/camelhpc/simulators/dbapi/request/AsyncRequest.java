package io.github.camelhpc.simulators.dbapi.request;

import io.github.camelhpc.simulators.dbapi.AnswerForm;
import io.github.camelhpc.simulators.dbapi.DbapiFault;
import io.github.camelhpc.simulators.dbapi.RequestSnapshot;
import io.github.camelhpc.simulators.dbapi.RequestState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A query that is processed while its client waits or asks for its status. */
public final class AsyncRequest {

  private final String id;
  private final Order order;
  private final AnswerForm form;
  private final int partsPerResource;
  private final Progress progress;
  private final List<Runnable> listeners = new ArrayList<>();
  private RequestState state = RequestState.WAITING;
  private Instant started;
  private Instant ended;
  private boolean forgotten;

  /** How many parts were given, and which one the latest increment began with. */
  private int given;

  private int incrementStart;
  private boolean lastGiven;

  AsyncRequest(String id, Order order, Duration resourceTime, AnswerForm form) {
    this.id = id;
    this.order = order;
    this.form = form;
    partsPerResource = form.splitResources() ? Math.max(1, order.query().attributes().size()) : 1;
    progress = new Progress(order, resourceTime, partsPerResource);
  }

  public String id() {
    return id;
  }

  public Order order() {
    return order;
  }

  /** In how many parts the result of a resource comes. */
  public int partsPerResource() {
    return partsPerResource;
  }

  RequestState state() {
    return state;
  }

  Instant ended() {
    return ended;
  }

  Duration timeForAll() {
    return progress.timeForAll();
  }

  void start(Instant now) {
    state = RequestState.RUNNING;
    started = now;
  }

  /** Ends it; those who wait for it are told afterwards by {@link #tellListeners}. */
  void end(RequestState end, Instant now) {
    runTo(now);
    if (end == RequestState.COMPLETED) {
      progress.runTo(progress.timeForAll(), order.total());
    }
    state = end;
    ended = now;
  }

  void forget() {
    forgotten = true;
  }

  /** Whether there is nothing to wait for. */
  boolean isOver() {
    return forgotten || state.isOver();
  }

  void onEnd(Runnable listener) {
    listeners.add(listener);
  }

  void tellListeners() {
    List<Runnable> told = List.copyOf(listeners);
    listeners.clear();
    told.forEach(Runnable::run);
  }

  private void runTo(Instant now) {
    if (state == RequestState.RUNNING) {
      int limit = order.completes() ? order.total() : Math.max(0, order.total() - 1);
      progress.runTo(Duration.between(started, now), limit);
    }
  }

  RequestSnapshot snapshot(Instant now) {
    runTo(now);
    return new RequestSnapshot(
        id, state, order.query().text(), order.total(), progress.processed(), progress.matched());
  }

  /**
   * What the next answer gives. It is given by that: what comes later depends on it.
   *
   * @throws DbapiFault if it failed or is not there any more
   */
  Portion next(Instant now) {
    runTo(now);
    if (forgotten) {
      throw DbapiFault.notInCache(id);
    }
    if (state == RequestState.FAILED) {
      throw DbapiFault.internal();
    }
    return lastGiven ? whole() : increment();
  }

  /** The whole result in one answer. */
  Portion all(Instant now) {
    next(now);
    return whole();
  }

  private Portion whole() {
    return portion(true, 0, progress.parts());
  }

  private Portion increment() {
    int available = progress.parts();
    long limit = given + (long) order.maxResults() * partsPerResource;
    int to = (int) Math.min(available, limit);
    int from =
        switch (form.increments()) {
          case NEW -> given;
          case EVERYTHING -> 0;
          case REPEATED -> incrementStart;
        };
    if (to > given) {
      incrementStart = given;
    }
    given = to;
    lastGiven = state.isOver() && to == available;
    return portion(lastGiven, from, to);
  }

  private Portion portion(boolean last, int from, int to) {
    return new Portion(
        this,
        state,
        order.total(),
        progress.matched(),
        progress.processed(),
        last,
        progress.resources(),
        from,
        to);
  }

  /** What an answer says that gives nothing of the result. */
  Portion statusOnly(Instant now) {
    runTo(now);
    return portion(false, 0, 0);
  }
}
