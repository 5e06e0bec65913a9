package io.github.camelhpc.azbatch;

import static io.github.camelhpc.azbatch.AzBatchParameters.API_VERSION;
import static io.github.camelhpc.azbatch.AzBatchParameters.FAIL_ON_UNSUCCESSFUL;
import static io.github.camelhpc.azbatch.AzBatchParameters.JOB_ID;
import static io.github.camelhpc.azbatch.AzBatchParameters.MAX_RESULTS;
import static io.github.camelhpc.azbatch.AzBatchParameters.SELECT;

import io.github.camelhpc.azbatch.AzBatchClient.Answer;
import io.github.camelhpc.support.camel.OperationResult;
import io.github.camelhpc.support.camel.RemoteService;
import io.github.camelhpc.support.camel.ServiceConnection;
import io.github.camelhpc.support.camel.WatchedEntry;
import io.github.camelhpc.support.http.RetryPolicy;
import io.github.camelhpc.support.operation.InvalidParameterException;
import io.github.camelhpc.support.operation.Operation;
import io.github.camelhpc.support.operation.Parameter;
import io.github.camelhpc.support.operation.ParameterValues;
import io.github.camelhpc.support.operation.Watch;
import io.github.camelhpc.support.status.CompletionMonitor;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A Batch account, as the endpoints see it. */
final class AzBatchService implements RemoteService {

  /** An operation that is made of several requests. */
  @FunctionalInterface
  private interface Composed {
    CompletableFuture<OperationResult> run(ParameterValues values, Object body) throws Exception;
  }

  private final AzBatchClient client;
  private final ServiceConnection connection;
  private final ParameterValues common;
  private final CompletionMonitor<Map<String, Object>> jobs;
  private final CompletionMonitor<TaskCounts> tasks;
  private final TaskAdder adder;
  private final PreparationStatuses preparation;
  private final Map<BatchOperation, Composed> composed;

  /**
   * @param retries when tasks that the service failed to add are sent again
   * @param apiVersion the version of the interface, for what the component asks by itself
   */
  AzBatchService(ServiceConnection connection, RetryPolicy retries, String apiVersion) {
    this.client = new AzBatchClient(connection.client());
    this.connection = connection;
    this.common = ParameterValues.none("azbatch").with(API_VERSION, apiVersion);
    this.adder =
        new TaskAdder(client, retries, connection.pool("addTasks", TaskAdder.MAX_PARALLEL));
    this.preparation = new PreparationStatuses(client);
    TasksStatusSource taskStatus = new TasksStatusSource(client, common);
    this.jobs = connection.monitor(new JobStatusSource(client, common));
    this.tasks = connection.monitor(taskStatus);
    JobWaiter waiter = new JobWaiter(client, jobs, tasks, taskStatus, connection.workers());
    TasksRunner runner = new TasksRunner(client, adder, waiter, connection.workers());
    this.composed =
        Map.of(
            BatchOperation.ADD_TASK_COLLECTION,
            (values, body) -> CompletableFuture.completedFuture(added(values, body)),
            BatchOperation.AWAIT_JOB,
            (values, body) -> waiter.awaitJob(values),
            BatchOperation.AWAIT_TASKS,
            (values, body) -> waiter.awaitTasks(values),
            BatchOperation.RUN_TASKS,
            runner::run);
  }

  @Override
  public CompletableFuture<OperationResult> call(
      Operation operation, ParameterValues values, Object body) throws Exception {
    BatchOperation called = (BatchOperation) operation;
    Composed several = composed.get(called);
    if (several != null) {
      return several.run(values, body);
    }
    if (called.spec().paged()) {
      checkJob(called, values);
      return CompletableFuture.completedFuture(
          new AzBatchListing(client, called, values).result(connection.workers()));
    }
    Answer<Object> answer = client.call(called, values, body);
    return CompletableFuture.completedFuture(new OperationResult(answer.value(), answer.headers()));
  }

  /** A consumer asks for all jobs without it; a producer cannot. */
  private static void checkJob(BatchOperation operation, ParameterValues values) {
    if (operation == BatchOperation.LIST_PREPARATION_AND_RELEASE_TASK_STATUS
        && !values.has(JOB_ID)) {
      throw new InvalidParameterException(
          values.operation() + " needs jobId: set " + JOB_ID.whereToSet());
    }
  }

  private OperationResult added(ParameterValues values, Object body) throws Exception {
    TaskResults results;
    try {
      results = adder.add(values, TaskInput.of(body));
    } catch (InvalidParameterException e) {
      throw e;
    } catch (IllegalArgumentException e) {
      throw new InvalidParameterException(
          values.operation() + " cannot send the body: " + e.getMessage(), e);
    }
    if (results.failed() > 0 && values.isTrue(FAIL_ON_UNSUCCESSFUL, false)) {
      String jobId = values.get(JOB_ID);
      throw new AzBatchJobFailedException(
          results.refusal(jobId), jobId, results.refused(Integer.MAX_VALUE));
    }
    Map<String, Object> headers = new HashMap<>();
    headers.put(AzBatchConstants.TASKS_SUCCEEDED, results.added());
    headers.put(AzBatchConstants.TASKS_FAILED, results.failed());
    return new OperationResult(results.all(), headers);
  }

  @Override
  public Instant read(Operation operation, ParameterValues given, Consumer<Map<String, ?>> entries)
      throws Exception {
    BatchOperation called = (BatchOperation) operation;
    if (called == BatchOperation.LIST_PREPARATION_AND_RELEASE_TASK_STATUS) {
      preparation.read(
          withWatchedProperties(given, Stream.of(PreparationStatuses.PROPERTIES)), entries);
      return null;
    }
    Map<String, Object> inPath = inPath(called, given);
    ParameterValues values =
        withWatchedProperties(
            given, watched(called.spec().watch()).filter(name -> !inPath.containsKey(name)));
    if (called.spec().paged()) {
      return new AzBatchListing(client, called, values)
          .forEach(
              entry -> {
                entries.accept(watchedEntry(inPath, entry));
                return true;
              });
    }
    Answer<Object> answer = client.call(called, values, null);
    entries.accept(watchedEntry(inPath, answer.value()));
    return answer.serverTime();
  }

  /** What the service does not say of an entry, since it stands in the path. */
  private static Map<String, Object> inPath(BatchOperation operation, ParameterValues values) {
    return operation
        .spec()
        .parameters(Parameter.Location.PATH)
        .collect(Collectors.toMap(Parameter::option, values::get));
  }

  private static WatchedEntry watchedEntry(Map<String, Object> inPath, Object entry) {
    Map<String, Object> members = BatchRequestBody.members(entry);
    Map<String, Object> all = new HashMap<>(members);
    all.putAll(inPath);
    return new WatchedEntry(all, members);
  }

  private static Stream<String> watched(Watch watch) {
    return Stream.of(
            watch.id().stream(),
            watch.state().stream(),
            watch.occurrence().stream(),
            watch.headers().keySet().stream())
        .flatMap(names -> names);
  }

  /** What tells one entry and state from another is asked for, whatever else the user wants. */
  private static ParameterValues withWatchedProperties(
      ParameterValues values, Stream<String> watched) {
    if (!values.has(SELECT)) {
      return values;
    }
    Set<String> all = new LinkedHashSet<>();
    Stream.concat(Arrays.stream(values.get(SELECT).split(",")).map(String::trim), watched)
        .forEach(all::add);
    return values.with(SELECT, String.join(",", all));
  }

  @Override
  public void ping() throws Exception {
    client.ping(common.forOperation("azbatch:listPools").with(SELECT, "id").with(MAX_RESULTS, 1));
  }

  @Override
  public String identity() {
    return connection.identity();
  }

  @Override
  public void close() {
    jobs.close();
    tasks.close();
    connection.close();
  }
}
