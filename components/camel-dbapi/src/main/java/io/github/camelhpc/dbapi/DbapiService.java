package io.github.camelhpc.dbapi;

import static io.github.camelhpc.dbapi.DbapiParameters.AWAIT_TIMEOUT;
import static io.github.camelhpc.dbapi.DbapiParameters.DATASET;
import static io.github.camelhpc.dbapi.DbapiParameters.INCREMENTAL;

import io.github.camelhpc.support.camel.OperationResult;
import io.github.camelhpc.support.camel.RemoteService;
import io.github.camelhpc.support.camel.ServiceConnection;
import io.github.camelhpc.support.operation.Operation;
import io.github.camelhpc.support.operation.ParameterValues;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A detail view server, as the endpoints see it. */
final class DbapiService implements RemoteService {

  /** How long a component that stops waits for the service to know. */
  private static final Duration ABORT_TIMEOUT = Duration.ofSeconds(3);

  private final Set<JoinedRun> runs = ConcurrentHashMap.newKeySet();
  private final DbapiClient client;
  private final ServiceConnection connection;
  private final DbapiConfiguration configuration;

  DbapiService(ServiceConnection connection, DbapiConfiguration configuration) {
    this.client = new DbapiClient(connection.client(), Clock.systemUTC());
    this.connection = connection;
    this.configuration = configuration;
  }

  @Override
  public CompletableFuture<OperationResult> call(
      Operation operation, ParameterValues values, Object body) throws Exception {
    DbapiOperation called = (DbapiOperation) operation;
    return switch (called) {
      case RUN_QUERY -> run(values, queries(values, body));
      case AWAIT_RESULT -> {
        // a request is not aborted because somebody mistyped the zone of its times
        QueryRequest.offset(values);
        yield run(values, List.of(request(values, null)));
      }
      case QUERY ->
          done(answer(called, values, QueryRequest.members(values, body, client.clock())));
      case GET_STATUS -> done(answer(called, values, null));
      default -> done(single(called, values, body));
    };
  }

  private static CompletableFuture<OperationResult> done(OperationResult result) {
    return CompletableFuture.completedFuture(result);
  }

  private OperationResult answer(
      DbapiOperation operation, ParameterValues values, Map<String, Object> body) throws Exception {
    boolean collected = ResultOutput.isCollected(values);
    return ResultOutput.of(
        values, FinishedResults.of(client.results(operation, values, body, collected)));
  }

  private OperationResult single(DbapiOperation operation, ParameterValues values, Object body)
      throws Exception {
    Object value = client.call(operation, values, RequestBody.of(operation, values, body));
    Map<String, Object> headers = new HashMap<>();
    if (operation == DbapiOperation.ABORT_REQUEST && value instanceof Map<?, ?> answer) {
      headers.put(DbapiConstants.ABORTED, Boolean.valueOf(String.valueOf(answer.get("aborted"))));
    }
    return new OperationResult(value, headers);
  }

  private List<RequestSteps> queries(ParameterValues values, Object body) {
    List<RequestSteps> requests = new ArrayList<>();
    QueryPieces.of(values, body, client.clock())
        .forEach(query -> requests.add(request(values, query)));
    return requests;
  }

  private RequestSteps request(ParameterValues values, Map<String, Object> query) {
    return new RequestSteps(
        client,
        values,
        query,
        Duration.ofMillis(configuration.getFirstPoll()),
        Duration.ofMillis(configuration.getMaxPoll()));
  }

  private CompletableFuture<OperationResult> run(
      ParameterValues values, List<RequestSteps> requests) throws Exception {
    Duration given = values.duration(AWAIT_TIMEOUT);
    Duration timeout = given == null ? Duration.ZERO : given;
    if (values.isTrue(INCREMENTAL, false)) {
      return done(ResultOutput.of(values, new IncrementalResults(requests, timeout)));
    }
    JoinedRun run = new JoinedRun(requests, connection, ResultOutput.isCollected(values));
    runs.add(run);
    run.over().thenRun(() -> runs.remove(run));
    CompletableFuture<FinishedResults> wait = run.start(timeout);
    // in the thread that got the answer: an answer that stood in a queue would keep its connection
    // from those who are before it there
    CompletableFuture<OperationResult> result =
        wait.thenApply(
            results -> {
              try {
                return ResultOutput.of(values, results);
              } catch (IOException e) {
                throw new CompletionException(e);
              }
            });
    // whoever ends the result early ends the wait, and the request with it
    result.whenComplete((r, failure) -> wait.cancel(false));
    return result;
  }

  /** The results of a request, for a consumer; to be closed. */
  ResultAnswer status(ParameterValues values) throws Exception {
    return client.results(DbapiOperation.GET_STATUS, values, null, true);
  }

  /** Not used: the consumer of a request reads its increments by itself. */
  @Override
  public Instant read(
      Operation operation, ParameterValues values, Consumer<Map<String, ?>> entries) {
    throw new UnsupportedOperationException(operation + " is not watched as a list");
  }

  @Override
  public void ping() throws Exception {
    String dataset = configuration.getDataset();
    client.ping(
        ParameterValues.none("dbapi:retrieveDataset")
            .with(DATASET, dataset == null ? "defaultDs" : dataset));
  }

  @Override
  public String identity() {
    return connection.identity();
  }

  /** What is waited for is aborted at the service before. */
  @Override
  public void close() {
    CompletableFuture.allOf(runs.stream().map(JoinedRun::stop).toArray(CompletableFuture<?>[]::new))
        .completeOnTimeout(null, ABORT_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)
        .join();
    connection.close();
  }
}
