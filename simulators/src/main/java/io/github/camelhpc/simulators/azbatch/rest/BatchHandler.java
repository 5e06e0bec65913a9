package io.github.camelhpc.simulators.azbatch.rest;

import io.github.camelhpc.simulators.Caller;
import io.github.camelhpc.simulators.SimulatorClock;
import io.github.camelhpc.simulators.StateLock;
import io.github.camelhpc.simulators.azbatch.AzBatchSettings;
import io.github.camelhpc.simulators.azbatch.BatchFault;
import io.github.camelhpc.simulators.azbatch.access.AccountAccess;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Lets a request in, finds the operation that it means, and performs it. */
public final class BatchHandler {

  private final AccountAccess access;
  private final RequestRate rate;
  private final SimulatorClock clock;
  private final StateLock lock;
  private final QueryReader queries;
  private final ReplyEncoder replies;
  private final Map<ServedOperation, OperationHandler> operations =
      new EnumMap<>(ServedOperation.class);

  /**
   * @param resources what all operations do
   */
  public BatchHandler(
      AzBatchSettings settings,
      AccountAccess access,
      RequestRate rate,
      SimulatorClock clock,
      StateLock lock,
      List<Resources> resources) {
    this.access = access;
    this.rate = rate;
    this.clock = clock;
    this.lock = lock;
    queries = new QueryReader(settings.strictVersion());
    replies =
        new ReplyEncoder(
            new Listings(settings.emptyLastPage()), new FileReplies(settings.partialContent()));
    resources.forEach(some -> operations.putAll(some.handlers()));
    for (ServedOperation operation : ServedOperation.values()) {
      if (!operations.containsKey(operation)) {
        throw new IllegalStateException(operation.operationName() + " is not served.");
      }
    }
  }

  /** Whether a path belongs to the service. */
  public static boolean serves(String path) {
    String[] segments = path.split("/", 3);
    return segments.length > 1 && OperationIndex.isRoot(segments[1]);
  }

  /** Answers a request. */
  public void handle(RoutingContext context) {
    BatchExchange exchange = new BatchExchange(context, clock.now());
    try {
      exchange.send(perform(exchange));
    } catch (BatchFault fault) {
      if (fault.status() == 401) {
        context.response().putHeader("WWW-Authenticate", access.challenge(exchange.origin().url()));
      }
      exchange.send(fault);
    }
  }

  private Reply perform(BatchExchange exchange) {
    HttpServerRequest request = exchange.context().request();
    Caller.remember(exchange.context(), access.check(request, exchange.now()));
    rate.admit(exchange.now());
    OperationIndex.Match match = OperationIndex.find(request.method().name(), request.path());
    BatchCall call = read(match, exchange);
    Preconditions conditions = Preconditions.of(call);
    return lock.call(() -> replies.encode(call, exchange.origin(), perform(call, conditions)));
  }

  private BatchCall read(OperationIndex.Match match, BatchExchange exchange) {
    ServedOperation operation = match.operation();
    RoutingContext context = exchange.context();
    Map<String, String> query = queries.read(operation.form(), context.request().query());
    Map<String, String> headers = exchange.headers();
    HeaderRules.check(operation.form(), headers);
    JsonObject body = BodyReader.read(operation, context);
    return new BatchCall(operation, match.path(), query, headers, body, exchange.now());
  }

  private Outcome perform(BatchCall call, Preconditions conditions) {
    boolean read = call.operation().form().isRead();
    if (!read && !conditions.isEmpty()) {
      ServedOperation reader = OperationIndex.readerOf(call.operation());
      check(conditions, operations.get(reader).handle(call.as(reader)));
    }
    Outcome outcome = operations.get(call.operation()).handle(call);
    if (read && !conditions.isEmpty()) {
      check(conditions, outcome);
    }
    return outcome;
  }

  private static void check(Preconditions conditions, Outcome outcome) {
    if (outcome instanceof Outcome.Single single) {
      conditions.check(single.entity());
    } else if (outcome instanceof Outcome.Content content) {
      conditions.check(content.file());
    } else if (outcome instanceof Outcome.Done done && done.entity() != null) {
      conditions.check(done.entity());
    }
  }
}
