package io.github.camelhpc.support.camel;

import io.github.camelhpc.support.http.FailedResponse;
import io.github.camelhpc.support.http.ServiceOperationFailedException;
import io.github.camelhpc.support.operation.Operation;
import io.github.camelhpc.support.operation.ParameterValues;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** A service without network, whose things the test changes. */
final class TinyService implements RemoteService {

  /** What was called: the values, and the body. */
  record Call(Operation operation, ParameterValues values, Object body) {}

  final List<Call> calls = new CopyOnWriteArrayList<>();
  final List<ParameterValues> reads = new CopyOnWriteArrayList<>();
  final Map<String, CompletableFuture<OperationResult>> waits = new ConcurrentHashMap<>();
  final AtomicInteger closed = new AtomicInteger();
  final AtomicInteger pings = new AtomicInteger();
  volatile OperationResult answer = OperationResult.none();
  volatile Exception failure;
  private final Map<String, String> things = new LinkedHashMap<>();

  /** Makes or changes a thing. */
  synchronized void set(int id, String state) {
    things.put(String.valueOf(id), state);
  }

  /** The failure that an HTTP status makes. */
  static Exception fault(int status, Duration retryAfter) {
    return new ServiceOperationFailedException(
        new FailedResponse(
            "tiny:call", "http://tiny/things", status, "", Map.of(), new byte[0], retryAfter),
        null,
        "the service says no",
        null);
  }

  @Override
  public CompletableFuture<OperationResult> call(
      Operation operation, ParameterValues values, Object body) throws Exception {
    calls.add(new Call(operation, values, body));
    fail();
    if (operation == TinyOperation.AWAIT_THING) {
      CompletableFuture<OperationResult> wait = new CompletableFuture<>();
      waits.put(values.get(TinyOperation.Parameters.THING_ID), wait);
      return wait;
    }
    return CompletableFuture.completedFuture(answer);
  }

  @Override
  public Instant read(Operation operation, ParameterValues values, Consumer<Map<String, ?>> entries)
      throws Exception {
    reads.add(values);
    fail();
    for (Map.Entry<String, String> thing : copy().entrySet()) {
      Map<String, Object> entry = new LinkedHashMap<>();
      entry.put("Id", thing.getKey());
      entry.put("State", thing.getValue());
      if (operation == TinyOperation.LIST_THINGS
          || thing.getKey().equals(values.get(TinyOperation.Parameters.THING_ID))) {
        entries.accept(entry);
      }
    }
    return Instant.now();
  }

  private synchronized Map<String, String> copy() {
    return new LinkedHashMap<>(things);
  }

  private void fail() throws Exception {
    if (failure != null) {
      throw failure;
    }
  }

  @Override
  public void ping() throws Exception {
    pings.incrementAndGet();
    fail();
  }

  @Override
  public String identity() {
    return "tiny1";
  }

  @Override
  public void close() {
    closed.incrementAndGet();
  }
}
