package io.github.camelhpc.support.camel;

import io.github.camelhpc.support.operation.Parameter;
import io.github.camelhpc.support.operation.ParameterValues;
import io.github.camelhpc.support.operation.Watch;
import io.github.camelhpc.support.status.Change;
import io.github.camelhpc.support.status.ChangeTracker;
import io.github.camelhpc.support.status.SeenEvents;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/**
 * One look at what is watched: all of it, or what changed since the last look; and what of it is to
 * be emitted. Both kinds of consumer poll through it.
 */
final class StatusPoll {

  private final ServiceEndpoint<?, ?, ?> endpoint;
  private final Watch watch;
  private final WatchedNames names;
  private final InstantSource clock;
  private final StartFrom startFrom;
  private final boolean remembers;
  private final Shard shard;
  private final Baseline baseline;
  private final ChangeTracker<Map<String, ?>> tracker;
  private boolean started;
  private boolean over;
  private Instant since;
  private Instant lastFullRound;

  StatusPoll(ServiceEndpoint<?, ?, ?> endpoint, StartFrom startFrom, InstantSource clock) {
    this.endpoint = endpoint;
    this.watch = endpoint.getOperation().spec().watch();
    this.names = new WatchedNames(watch);
    this.clock = clock;
    this.startFrom = startFrom;
    this.shard = endpoint.getConfiguration().watching().shard();
    SeenEvents seen = endpoint.seenEvents();
    this.remembers = seen != SeenEvents.NONE;
    this.baseline = new Baseline(seen, shard);
    this.tracker = new ChangeTracker<>(seen, emitsAll());
  }

  /** Asks the service once, and gives what is to be emitted now. */
  List<Change<Map<String, ?>>> ask() throws Exception {
    ParameterValues values = endpoint.parameterValues(null);
    Parameter changedSince = watch.changedSince();
    boolean full = changedSince == null || since == null || emitsAll() || isFullRoundDue();
    String prefix = prefix();
    boolean asSeen = isBaseline(prefix);
    Instant begun = clock.instant();
    if (full) {
      tracker.beginFullRound();
    } else {
      values = values.with(changedSince, later(values.instant(changedSince), since));
    }
    Instant serverTime =
        endpoint
            .service()
            .read(endpoint.getOperation(), values, entry -> observe(entry, prefix, asSeen));
    if (full) {
      tracker.endFullRound();
      lastFullRound = begun;
      baseline.started(prefix, begun);
    }
    started = true;
    since = serverTime == null ? null : serverTime.minus(overlap());
    if (full) {
      // what is old can be purged from a repository, so what is needed must not grow old
      tracker.rememberAgain(begun);
    }
    return tracker.due();
  }

  private void observe(Map<String, ?> entry, String prefix, boolean asSeen) {
    over = names.isLast(entry);
    String id = names.id(entry);
    if (!shard.contains(id)) {
      return;
    }
    String eventId = names.eventId(prefix, id, entry);
    if (asSeen) {
      tracker.observeAsSeen(id, eventId);
    } else {
      tracker.observe(id, eventId, entry);
    }
  }

  /** The one thing that is watched, as it is now; it is not remembered. */
  Change<Map<String, ?>> read() throws Exception {
    List<Change<Map<String, ?>>> read = new ArrayList<>(1);
    endpoint
        .service()
        .read(
            endpoint.getOperation(),
            endpoint.parameterValues(null),
            entry -> {
              String id = names.id(entry);
              read.add(new Change<>(id, names.eventId(prefix(), id, entry), entry));
            });
    return read.get(0);
  }

  /**
   * Others may have polled since the last look: what they completed is in the repository, so that
   * it alone says what is to be emitted. Without one, the memory here is all there is.
   */
  void startAnew() {
    if (remembers) {
      tracker.startAnew();
      since = null;
    }
  }

  /** What is to be emitted and was not yet, without asking again. */
  List<Change<Map<String, ?>>> due() {
    return tracker.due();
  }

  void begin(Change<Map<String, ?>> change) {
    tracker.begin(change);
  }

  void completed(Change<Map<String, ?>> change) {
    tracker.completed(change);
  }

  void failed(Change<Map<String, ?>> change) {
    tracker.failed(change);
  }

  /** Whether the one thing that is watched has ended, and all its changes are completed. */
  boolean isOver() {
    return over && !tracker.hasPending();
  }

  /** Whether nothing follows this change. */
  boolean isLast(Change<Map<String, ?>> change) {
    return names.isLast(change.entry());
  }

  void write(Change<Map<String, ?>> change, Exchange exchange) {
    Message message = exchange.getMessage();
    message.setBody(WatchedEntry.bodyOf(change.entry()));
    message.setHeader(endpoint.eventIdHeader(), change.eventId());
    if (isLast(change)) {
      message.setHeader(endpoint.completeHeader(), true);
    }
    watch
        .headers()
        .forEach(
            (property, header) ->
                message.setHeader(
                    header, endpoint.headerValue(header, change.entry().get(property))));
  }

  /**
   * At the first start with startFrom=now, what is there counts as seen; at a restart it does not.
   */
  private boolean isBaseline(String prefix) {
    return !started && startFrom == StartFrom.NOW && !emitsAll() && !baseline.isStarted(prefix);
  }

  private String prefix() {
    return endpoint.service().identity() + "/" + endpoint.getOperation().operationName() + "/";
  }

  private boolean emitsAll() {
    return endpoint.getConfiguration().watching().emit() == Emit.ALL;
  }

  private boolean isFullRoundDue() {
    Duration every = endpoint.getConfiguration().watching().fullRoundEvery();
    return !clock.instant().isBefore(lastFullRound.plus(every));
  }

  private Duration overlap() {
    return endpoint.getConfiguration().watching().changeOverlap();
  }

  private static Instant later(Instant asked, Instant since) {
    return asked != null && asked.isAfter(since) ? asked : since;
  }
}
