package io.github.camelhpc.hpcsoa;

import static io.github.camelhpc.hpcsoa.HpcSoaParameters.API_VERSION;
import static io.github.camelhpc.hpcsoa.HpcSoaParameters.BROKER_NODE;
import static io.github.camelhpc.hpcsoa.HpcSoaParameters.SERVICE_NAME;

import io.github.camelhpc.hpcsoa.model.BrokerClientStatus;
import io.github.camelhpc.hpcsoa.model.WebServiceFault;
import io.github.camelhpc.hpcsoa.wire.WebServiceFaultReader;
import io.github.camelhpc.support.camel.OperationResult;
import io.github.camelhpc.support.camel.RemoteService;
import io.github.camelhpc.support.camel.ServiceConnection;
import io.github.camelhpc.support.http.FailedResponse;
import io.github.camelhpc.support.operation.Operation;
import io.github.camelhpc.support.operation.ParameterValues;
import io.github.camelhpc.support.status.CompletionMonitor;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.apache.camel.CamelContext;
import org.apache.hc.core5.http.HttpEntity;

/** The SOA service of a cluster, as the endpoints see it. */
final class HpcSoaService implements RemoteService {

  private static final String BASE_PATH = "/WindowsHPC";

  /** An operation that is made of several requests. */
  @FunctionalInterface
  private interface Composed {
    CompletableFuture<OperationResult> run(ParameterValues values, Object body) throws Exception;
  }

  private final SoaClient client;
  private final ServiceConnection connection;
  private final SessionStart sessionStart;
  private final Map<SoaOperation, Composed> composed;
  private final Map<String, CompletionMonitor<BrokerClientStatus>> monitors =
      new ConcurrentHashMap<>();

  private HpcSoaService(SoaClient client, ServiceConnection connection, SessionStart start) {
    this.client = client;
    this.connection = connection;
    this.sessionStart = start;
    BatchRunner runner = new BatchRunner(client, start, this::monitor, connection.workers());
    this.composed =
        Map.of(
            SoaOperation.RUN_BATCH,
            runner::run,
            SoaOperation.AWAIT_BATCH,
            (values, body) -> runner.await(values));
  }

  /**
   * @throws IllegalArgumentException if a setting is missing or wrong; the message names the option
   */
  static HpcSoaService open(CamelContext context, HpcSoaConfiguration configuration)
      throws Exception {
    boolean clusters = configuration.getApiFamily() == ApiFamily.PRE_HPC2016;
    if (clusters && configuration.getCluster() == null) {
      throw new IllegalArgumentException(
          "hpcsoa needs the name of the cluster with apiFamily=preHpc2016: set the option cluster");
    }
    ServiceConnection connection =
        ServiceConnection.open(
            context, "hpcsoa", BASE_PATH, configuration, HpcSoaService::exception);
    DataFormat format = configuration.getDataFormat();
    SoaRequests requests = new SoaRequests(format, clusters ? configuration.getCluster() : null);
    return new HpcSoaService(
        new SoaClient(connection.client(), requests, configuration.getMaxResponseSize()),
        connection,
        new SessionStart(configuration.getUsername(), configuration.getPassword(), format));
  }

  private static HpcSoaException exception(FailedResponse response) {
    WebServiceFault fault = WebServiceFaultReader.read(response.body());
    return new HpcSoaException(
        response,
        fault.code() == null ? null : fault.code().toString(),
        fault.codeName(),
        fault.message(),
        fault.values());
  }

  /** One monitor a broker node and API version. */
  private CompletionMonitor<BrokerClientStatus> monitor(ParameterValues values) {
    ParameterValues common = values.only(BROKER_NODE, API_VERSION);
    return monitors.computeIfAbsent(
        common.get(BROKER_NODE) + " " + common.get(API_VERSION),
        key -> connection.monitor(new BatchStatusSource(client, common)));
  }

  @Override
  public CompletableFuture<OperationResult> call(
      Operation operation, ParameterValues values, Object body) throws Exception {
    SoaOperation called = (SoaOperation) operation;
    if (called.spec().isComposed()) {
      client.check(values);
      return composed.get(called).run(values, body);
    }
    return CompletableFuture.completedFuture(
        called.spec().result() == HpcSoaResult.RESPONSES
            ? responses(values)
            : single(called, values, body));
  }

  private OperationResult responses(ParameterValues values) throws Exception {
    SoaResponses responses = client.responses(values, () -> {});
    return new OperationResult(responses, Map.of(), responses.ending());
  }

  private OperationResult single(SoaOperation operation, ParameterValues values, Object body)
      throws Exception {
    HpcSoaBody kind = (HpcSoaBody) operation.spec().body();
    HttpEntity entity = kind == null ? null : kind.entity(body, values, sessionStart);
    Object value = client.call(operation, values, entity);
    HpcSoaResult result = (HpcSoaResult) operation.spec().result();
    return new OperationResult(value, result == null ? Map.of() : result.headers(value));
  }

  SoaClient client() {
    return client;
  }

  /** The status of a batch, as an entry that a consumer watches. */
  @Override
  public Instant read(Operation operation, ParameterValues values, Consumer<Map<String, ?>> entries)
      throws Exception {
    BatchId batch = BatchId.of(values);
    entries.accept(
        Map.of(
            "SessionId", batch.sessionId(),
            "Batch", batch.batch(),
            "Status", client.status(values).serviceName()));
    return null;
  }

  @Override
  public void ping() throws Exception {
    ParameterValues echo =
        ParameterValues.none("hpcsoa:getServiceVersions")
            .with(SERVICE_NAME, "CcpEchoSvc")
            .with(API_VERSION, new HpcSoaConfiguration().getApiVersion());
    client.ping(echo);
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
