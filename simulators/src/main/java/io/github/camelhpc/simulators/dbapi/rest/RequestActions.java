package io.github.camelhpc.simulators.dbapi.rest;

import io.github.camelhpc.simulators.SimulatorClock;
import io.github.camelhpc.simulators.StateLock;
import io.github.camelhpc.simulators.dbapi.DbapiFault;
import io.github.camelhpc.simulators.dbapi.DbapiSettings;
import io.github.camelhpc.simulators.dbapi.data.DataTimes;
import io.github.camelhpc.simulators.dbapi.data.ResourceStore;
import io.github.camelhpc.simulators.dbapi.query.Query;
import io.github.camelhpc.simulators.dbapi.request.AsyncRequest;
import io.github.camelhpc.simulators.dbapi.request.Order;
import io.github.camelhpc.simulators.dbapi.request.Portion;
import io.github.camelhpc.simulators.dbapi.request.RequestQueue;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Queries, and what becomes of them (facts/dbapi.md §4). */
final class RequestActions {

  private static final Duration DEFAULT_RANGE = Duration.ofHours(1);

  private final DbapiSettings settings;
  private final DataSets dataSets;
  private final RequestQueue queue;
  private final StateLock lock;
  private final SimulatorClock clock;
  private final FaultAnswers faults;
  private final StatusAnswers answers;

  RequestActions(
      DbapiSettings settings,
      DataSets dataSets,
      RequestQueue queue,
      StateLock lock,
      SimulatorClock clock,
      FaultAnswers faults) {
    this.settings = settings;
    this.dataSets = dataSets;
    this.queue = queue;
    this.lock = lock;
    this.clock = clock;
    this.faults = faults;
    answers = new StatusAnswers(settings, lock);
  }

  void query(DbapiCall call) {
    ResourceStore store = dataSets.of(call);
    boolean sync = call.flag("processSync");
    Optional<Duration> time = sync ? Optional.empty() : Optional.of(call.waitTime());
    lock.run(
        () -> {
          Order order = order(call, store);
          AsyncRequest request = queue.submit(order);
          Supplier<Portion> portion = sync ? () -> queue.all(request) : () -> queue.first(request);
          queue.await(
              request, time, () -> answer(call, portion, given -> answers.first(call, given)));
        });
  }

  private Order order(DbapiCall call, ResourceStore store) {
    Query query = Query.of(call.text("query").orElseThrow(() -> DbapiFault.missing("query")));
    DataTimes times = call.times(settings.zone());
    Instant end =
        call.text("endTime").map(time -> times.parse("endTime", time)).orElse(clock.now());
    Instant start =
        call.text("startTime")
            .map(time -> times.parse("startTime", time))
            .orElse(end.minus(DEFAULT_RANGE));
    if (end.isBefore(start)) {
      throw DbapiFault.invalid("endTime must not be before startTime.");
    }
    call.flag("splitResponse");
    call.flag("useRealTime");
    return new Order(
        store.dataSet().name(),
        query,
        query.select(store),
        start.getEpochSecond(),
        end.getEpochSecond() + (settings.answers().endTimeIncluded() ? 1 : 0),
        times,
        call.positive("maxResults").orElse(Integer.MAX_VALUE),
        !store.dataSet().neverCompleting() && !settings.isNeverCompleting(query.text()));
  }

  void status(DbapiCall call) {
    String dataSet = dataSets.of(call).dataSet().name();
    String id = call.requiredQuery("requestId");
    Optional<DataTimes> times =
        call.query("utcOffset").map(offset -> DataTimes.of(Optional.of(offset), settings.zone()));
    Duration time = call.waitTime();
    lock.run(
        () -> {
          AsyncRequest request = queue.find(dataSet, id);
          queue.await(
              request,
              Optional.of(time),
              () ->
                  answer(
                      call,
                      () -> queue.next(request),
                      given -> answers.next(call, given, times.orElse(request.order().times()))));
        });
  }

  void abort(DbapiCall call) {
    String dataSet = dataSets.of(call).dataSet().name();
    String id = call.requiredQuery("requestId");
    boolean aborted = lock.call(() -> queue.abort(dataSet, id));
    call.answer(200, new JsonObject().put("aborted", aborted).put("id", id).toBuffer());
  }

  /** What is given is decided now; it is written later. */
  private void answer(DbapiCall call, Supplier<Portion> portion, Consumer<Portion> writer) {
    try {
      Portion given = portion.get();
      call.later(() -> writer.accept(given));
    } catch (DbapiFault fault) {
      call.later(() -> faults.send(call, fault));
    }
  }
}
