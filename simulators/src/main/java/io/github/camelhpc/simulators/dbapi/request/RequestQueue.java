package io.github.camelhpc.simulators.dbapi.request;

import io.github.camelhpc.simulators.SimulatorClock;
import io.github.camelhpc.simulators.StateLock;
import io.github.camelhpc.simulators.dbapi.AbortedRequests;
import io.github.camelhpc.simulators.dbapi.DbapiFault;
import io.github.camelhpc.simulators.dbapi.DbapiSettings;
import io.github.camelhpc.simulators.dbapi.RequestSnapshot;
import io.github.camelhpc.simulators.dbapi.RequestState;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;

/**
 * The waiting queue, the running queue and the response cache (facts/dbapi.md §0). To be used
 * holding the lock; what the clock starts takes it by itself.
 */
public final class RequestQueue {

  private static final DateTimeFormatter ID_TIME =
      DateTimeFormatter.ofPattern("HHmmss").withZone(ZoneOffset.UTC);

  private final DbapiSettings settings;
  private final SimulatorClock clock;
  private final StateLock lock;
  private final Map<String, AsyncRequest> requests = new LinkedHashMap<>();
  private final Queue<AsyncRequest> waiting = new ArrayDeque<>();
  private int running;
  private int count;

  public RequestQueue(DbapiSettings settings, SimulatorClock clock, StateLock lock) {
    this.settings = settings;
    this.clock = clock;
    this.lock = lock;
  }

  /**
   * Takes a request; it may be over when this returns.
   *
   * @throws DbapiFault if too many are waiting
   */
  public AsyncRequest submit(Order order) {
    requests.values().removeIf(this::isExpired);
    if (running >= settings.runningRequests() && waiting.size() >= settings.waitingRequests()) {
      throw DbapiFault.internal();
    }
    String id = ID_TIME.format(clock.now()) + "_" + ++count;
    AsyncRequest request = new AsyncRequest(id, order, settings.resourceTime(), settings.answers());
    requests.put(id, request);
    waiting.add(request);
    startWaiting();
    return request;
  }

  private void startWaiting() {
    while (running < settings.runningRequests() && !waiting.isEmpty()) {
      AsyncRequest request = waiting.poll();
      running++;
      request.start(clock.now());
      if (request.order().completes()) {
        schedule(request);
      }
    }
  }

  private void schedule(AsyncRequest request) {
    Duration time = request.timeForAll();
    if (time.isZero()) {
      end(request, endOf(request));
    } else {
      clock.schedule(time, () -> lock.run(() -> endAndGoOn(request, endOf(request))));
    }
  }

  private RequestState endOf(AsyncRequest request) {
    return settings.isFailing(request.order().query().text())
        ? RequestState.FAILED
        : RequestState.COMPLETED;
  }

  private void endAndGoOn(AsyncRequest request, RequestState state) {
    if (!request.isOver()) {
      end(request, state);
      startWaiting();
    }
  }

  private void end(AsyncRequest request, RequestState state) {
    if (request.state() == RequestState.RUNNING) {
      running--;
    }
    request.end(state, clock.now());
    request.tellListeners();
  }

  /**
   * The request of an id.
   *
   * @param dataSet the data set that it asks
   * @throws DbapiFault if there is none, or its result has expired
   */
  public AsyncRequest find(String dataSet, String id) {
    return Optional.ofNullable(requests.get(id))
        .filter(request -> request.order().dataSet().equals(dataSet) && !isExpired(request))
        .orElseThrow(() -> DbapiFault.notInCache(id));
  }

  private boolean isExpired(AsyncRequest request) {
    Instant ended = request.ended();
    return ended != null && !clock.now().isBefore(ended.plus(settings.resultLifetime()));
  }

  /**
   * Runs the action once, holding the lock: when the request is over or the time is, whichever
   * comes first.
   *
   * @param time how long to wait at most; empty for any time
   */
  public void await(AsyncRequest request, Optional<Duration> time, Runnable action) {
    boolean inTime = time.map(limit -> !limit.isZero()).orElse(true);
    if (request.isOver() || !inTime) {
      action.run();
      return;
    }
    Waiting wait = new Waiting(action);
    request.onEnd(wait);
    time.ifPresent(limit -> wait.timer = clock.schedule(limit, () -> lock.run(wait)));
  }

  /** What the first answer to a query gives: with or without a part of the result, by setting. */
  public Portion first(AsyncRequest request) {
    boolean content = settings.answers().firstContent() || request.isOver();
    return content ? given(request.next(clock.now())) : request.statusOnly(clock.now());
  }

  /**
   * What the next answer to getStatus gives.
   *
   * @throws DbapiFault if it failed or is not there any more
   */
  public Portion next(AsyncRequest request) {
    if (request.state() == RequestState.ABORTED
        && settings.answers().abortedRequests() == AbortedRequests.FORGOTTEN) {
      throw DbapiFault.notInCache(request.id());
    }
    return given(request.next(clock.now()));
  }

  /** What the only answer to a synchronous query gives. */
  public Portion all(AsyncRequest request) {
    requests.remove(request.id());
    return request.all(clock.now());
  }

  private Portion given(Portion portion) {
    if (portion.last() && settings.readOnce()) {
      requests.remove(portion.request().id());
    }
    return portion;
  }

  /**
   * Ends a request.
   *
   * @param dataSet the data set that it asks
   * @return whether it was stopped: false if it was over already
   * @throws DbapiFault if there is none, or it was aborted before
   */
  public boolean abort(String dataSet, String id) {
    AsyncRequest request = find(dataSet, id);
    if (request.state() == RequestState.ABORTED) {
      throw DbapiFault.alreadyAborted(id);
    }
    if (request.isOver()) {
      return false;
    }
    waiting.remove(request);
    endAndGoOn(request, RequestState.ABORTED);
    return true;
  }

  /** All ids are unknown from now on, as after a restart of the server. */
  public void forgetAll() {
    List<AsyncRequest> forgotten = List.copyOf(requests.values());
    requests.clear();
    waiting.clear();
    running = 0;
    forgotten.forEach(AsyncRequest::forget);
    forgotten.forEach(AsyncRequest::tellListeners);
  }

  /** All requests that are there, oldest first. */
  public List<RequestSnapshot> snapshots() {
    return requests.values().stream().map(request -> request.snapshot(clock.now())).toList();
  }

  /** Somebody who waits for a request. */
  private static final class Waiting implements Runnable {
    private final Runnable action;
    private SimulatorClock.Timer timer;
    private boolean over;

    Waiting(Runnable action) {
      this.action = action;
    }

    @Override
    public void run() {
      if (over) {
        return;
      }
      over = true;
      if (timer != null) {
        timer.cancel();
      }
      action.run();
    }
  }
}
