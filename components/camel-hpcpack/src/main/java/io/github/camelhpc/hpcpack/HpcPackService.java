package io.github.camelhpc.hpcpack;

import static io.github.camelhpc.hpcpack.HpcPackParameters.API_VERSION;
import static io.github.camelhpc.hpcpack.HpcPackParameters.AS_USER;
import static io.github.camelhpc.hpcpack.HpcPackParameters.PROPERTIES;

import io.github.camelhpc.hpcpack.HpcPackClient.Answer;
import io.github.camelhpc.hpcpack.model.PropertyMap;
import io.github.camelhpc.support.camel.OperationResult;
import io.github.camelhpc.support.camel.RemoteService;
import io.github.camelhpc.support.camel.ServiceConnection;
import io.github.camelhpc.support.operation.Operation;
import io.github.camelhpc.support.operation.Parameter;
import io.github.camelhpc.support.operation.ParameterValues;
import io.github.camelhpc.support.operation.Watch;
import io.github.camelhpc.support.paging.PageIterator;
import io.github.camelhpc.support.paging.PageReadException;
import io.github.camelhpc.support.status.CompletionMonitor;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A cluster, as the endpoints see it. */
final class HpcPackService implements RemoteService {

  /** An operation that is made of several requests. */
  @FunctionalInterface
  private interface Composed {
    CompletableFuture<OperationResult> run(ParameterValues values, Object body) throws Exception;
  }

  private final HpcPackClient client;
  private final ServiceConnection connection;
  private final Map<List<String>, CompletionMonitor<PropertyMap>> monitors =
      new ConcurrentHashMap<>();
  private final Map<HpcPackOperation, Composed> composed;

  HpcPackService(HpcPackClient client, ServiceConnection connection) {
    this.client = client;
    this.connection = connection;
    JobRunner runner = new JobRunner(client, this::monitor, connection.workers());
    this.composed =
        Map.of(
            HpcPackOperation.RUN_JOB,
            runner::run,
            HpcPackOperation.AWAIT_JOB,
            (values, body) -> runner.await(values));
  }

  /** One monitor an API version and user in whose name is asked, since each sees his own jobs. */
  private CompletionMonitor<PropertyMap> monitor(ParameterValues values) {
    ParameterValues common = values.only(AS_USER, API_VERSION);
    return monitors.computeIfAbsent(
        Arrays.asList(values.get(AS_USER), values.get(API_VERSION)),
        key -> connection.monitor(new JobStatusSource(client, common)));
  }

  @Override
  public CompletableFuture<OperationResult> call(
      Operation operation, ParameterValues values, Object body) throws Exception {
    HpcPackOperation called = (HpcPackOperation) operation;
    if (called.spec().isComposed()) {
      return composed.get(called).run(values, body);
    }
    return CompletableFuture.completedFuture(
        called.spec().paged()
            ? new HpcPackListing(client, called, values).result(connection.workers())
            : single(called, values, body));
  }

  private OperationResult single(HpcPackOperation operation, ParameterValues values, Object body)
      throws Exception {
    Object value = client.call(operation, values, body).value();
    String header = operation.spec().resultHeader();
    return new OperationResult(value, header == null ? Map.of() : Map.of(header, value));
  }

  @Override
  public Instant read(Operation operation, ParameterValues given, Consumer<Map<String, ?>> entries)
      throws Exception {
    HpcPackOperation called = (HpcPackOperation) operation;
    ParameterValues values = withWatchedProperties(called, given);
    if (called.spec().paged()) {
      return readList(called, values, entries);
    }
    Answer<Object> answer = client.call(called, values, null);
    if (answer.value() instanceof List<?> all) {
      all.forEach(entry -> entries.accept(entry(entry)));
    } else {
      entries.accept(entry(answer.value()));
    }
    return answer.serverTime();
  }

  private Instant readList(
      HpcPackOperation operation, ParameterValues values, Consumer<Map<String, ?>> entries)
      throws Exception {
    HpcPackListing listing = new HpcPackListing(client, operation, values);
    try (PageIterator<PropertyMap> rows = listing.iterator(null)) {
      rows.forEachRemaining(entries);
    } catch (PageReadException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    }
    return listing.serverTime();
  }

  @SuppressWarnings("unchecked")
  private static Map<String, ?> entry(Object entry) {
    return (Map<String, ?>) entry;
  }

  /** What tells one entry and state from another is asked for, whatever else the user wants. */
  private static ParameterValues withWatchedProperties(
      HpcPackOperation operation, ParameterValues values) {
    Parameter properties = operation.spec().parameter(PROPERTIES.option()).orElse(null);
    if (properties == null) {
      return values;
    }
    String asked = values.has(properties) ? values.get(properties) : properties.defaultValue();
    if (asked == null) {
      return values;
    }
    Watch watch = operation.spec().watch();
    Map<String, String> all = new LinkedHashMap<>();
    Stream.of(
            Arrays.stream(asked.split(",")).map(String::trim),
            watch.id().stream(),
            watch.state().stream(),
            watch.occurrence().stream(),
            watch.headers().keySet().stream())
        .flatMap(names -> names)
        .forEach(name -> all.putIfAbsent(name.toLowerCase(Locale.ROOT), name));
    return values.with(properties, String.join(",", all.values()));
  }

  @Override
  public void ping() throws Exception {
    client.ping();
  }

  @Override
  public String identity() {
    return connection.identity();
  }

  @Override
  public void close() {
    monitors.values().forEach(CompletionMonitor::close);
    connection.close();
  }
}
