package io.github.camelhpc.simulators;

import io.github.camelhpc.simulators.azbatch.AzBatchSimulator;
import io.github.camelhpc.simulators.dbapi.DbapiSimulator;
import io.github.camelhpc.simulators.hpcpack.HpcPackSimulator;
import io.github.camelhpc.simulators.hpcsoa.HpcSoaSimulator;
import java.security.KeyStore;
import java.util.List;

/**
 * Local stand-ins for the services that the components talk to, on one server.
 *
 * <pre>{@code
 * try (HpcSimulators simulators = HpcSimulators.builder().user("hpcuser", "secret").start()) {
 *   String serviceUrl = simulators.hpcPackUrl();
 *   ...
 * }
 * }</pre>
 *
 * <p>Everything here may be called from any thread.
 */
public final class HpcSimulators implements AutoCloseable {

  private final SimulatorClock clock;
  private final SimulatorUsers users;
  private final RequestLog requests;
  private final Faults faults;
  private final HpcPackSimulator hpcPack;
  private final HpcSoaSimulator hpcSoa;
  private final AzBatchSimulator azBatch;
  private final DbapiSimulator dbapi;
  private final List<SimulatedService> services;
  private final SimulatorServer server;

  HpcSimulators(HpcSimulatorsBuilder settings) {
    clock = settings.clock;
    users = settings.users();
    requests = new RequestLog(settings.requestLogSize);
    faults = new Faults(settings.seed);
    hpcPack = new HpcPackSimulator(settings.hpcPackSettings(), clock, users);
    hpcSoa = new HpcSoaSimulator(settings.hpcSoaSettings(), clock, users);
    azBatch =
        new AzBatchSimulator(settings.azBatchSettings(), settings.azBatchAccountSettings(), clock);
    dbapi = new DbapiSimulator(settings.dbapiSettings(), clock, users);
    services = List.of(hpcPack, hpcSoa, dbapi, azBatch);
    server =
        SimulatorServer.start(
            settings.bindAddress,
            settings.httpPort,
            settings.httpsPort,
            (vertx, router) -> {
              new RequestPipeline(vertx, clock, users, faults, requests, services).mount(router);
              new AdminApi(this).mount(router);
              services.forEach(service -> service.mount(router));
              router.route().handler(RequestPipeline::notFound);
            });
  }

  /** Settings for a new server; each has a default. */
  public static HpcSimulatorsBuilder builder() {
    return new HpcSimulatorsBuilder();
  }

  /**
   * The origin for HTTP, {@code http://127.0.0.1:PORT}.
   *
   * @throws IllegalStateException if the HTTP port was not opened
   */
  public String httpUrl() {
    return server.httpUrl();
  }

  /**
   * The origin for HTTPS, {@code https://127.0.0.1:PORT}.
   *
   * @throws IllegalStateException if the HTTPS port was not opened
   */
  public String httpsUrl() {
    return server.httpsUrl();
  }

  /** Whether {@link #httpUrl()} has a value. */
  public boolean hasHttp() {
    return server.hasHttp();
  }

  /** Whether {@link #httpsUrl()} has a value. */
  public boolean hasHttps() {
    return server.hasHttps();
  }

  /** The base URL of HPC Pack by HTTP. */
  public String hpcPackUrl() {
    return httpUrl() + hpcPack.basePath();
  }

  /** The base URL of HPC Pack by HTTPS; {@link #trustStore()} holds the certificate. */
  public String hpcPackSecureUrl() {
    return httpsUrl() + hpcPack.basePath();
  }

  /** The base URL of the SOA web service by HTTP, without the name of a cluster. */
  public String hpcSoaUrl() {
    return httpUrl() + hpcSoa.basePath();
  }

  /** The base URL of the SOA web service by HTTPS. */
  public String hpcSoaSecureUrl() {
    return httpsUrl() + hpcSoa.basePath();
  }

  /**
   * The URL of the Azure Batch account by HTTP. It has no path, because clients of the real service
   * drop it. For tokens it is the URL of the directory's authority as well.
   */
  public String azBatchUrl() {
    return httpUrl();
  }

  /** The URL of the Azure Batch account by HTTPS. */
  public String azBatchSecureUrl() {
    return httpsUrl();
  }

  /** The base URL of the detail view server by HTTP; {@code /dbapi.do} comes after it. */
  public String dbapiUrl() {
    return httpUrl() + dbapi.prefix();
  }

  /** The base URL of the detail view server by HTTPS. */
  public String dbapiSecureUrl() {
    return httpsUrl() + dbapi.prefix();
  }

  /** The name of the first user, who is an administrator unless another role was given. */
  public String userName() {
    return users.first().name();
  }

  /** The password of the first user. */
  public String password() {
    return users.first().password();
  }

  /**
   * A store with the server's certificate, for clients that verify it. Made at each start.
   *
   * @throws IllegalStateException if the HTTPS port is closed
   */
  public KeyStore trustStore() {
    return server.trustStore();
  }

  /**
   * Everything is as after the start: no jobs, no sessions, no tokens, no faults, no logged
   * requests; ids start again.
   */
  public void reset() {
    faults.clear();
    clock.cancelAll();
    services.forEach(SimulatedService::reset);
    requests.clear();
  }

  /** The clock that the services live by. */
  public SimulatorClock clock() {
    return clock;
  }

  /** What the server was asked for. */
  public RequestLog requests() {
    return requests;
  }

  /** The faults that the next requests meet. */
  public Faults faults() {
    return faults;
  }

  /** HPC Pack, for arranging a test without HTTP. */
  public HpcPackSimulator hpcPack() {
    return hpcPack;
  }

  /** The SOA web service, for arranging a test without HTTP. */
  public HpcSoaSimulator hpcSoa() {
    return hpcSoa;
  }

  /** The Azure Batch account, for arranging a test without HTTP. */
  public AzBatchSimulator azBatch() {
    return azBatch;
  }

  /** The detail view server, for arranging a test without HTTP. */
  public DbapiSimulator dbapi() {
    return dbapi;
  }

  /** Closes the ports, ends all running tasks and the clock. */
  @Override
  public void close() {
    server.close();
    services.forEach(SimulatedService::close);
    clock.close();
  }
}
