package io.github.camelhpc.simulators;

import io.github.camelhpc.simulators.azbatch.AzBatchSettings;
import io.github.camelhpc.simulators.azbatch.account.AccountSettings;
import io.github.camelhpc.simulators.dbapi.DbapiSettings;
import io.github.camelhpc.simulators.hpcpack.HpcPackSettings;
import io.github.camelhpc.simulators.hpcsoa.HpcSoaSettings;
import io.github.camelhpc.simulators.hpcsoa.SoaService;
import io.github.camelhpc.simulators.task.TaskRunner;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Settings of {@link HpcSimulators}. Every one has a default that suits a test. */
public final class HpcSimulatorsBuilder {

  private static final String DEFAULT_USER = "hpcuser";

  private final List<SimulatorUser> users = new ArrayList<>();
  private HpcPackSettings hpcPack = HpcPackSettings.defaults();
  private HpcSoaSettings hpcSoa = HpcSoaSettings.defaults();
  private final DbapiSettings dbapi = new DbapiSettings();
  private AzBatchSettings azBatch = AzBatchSettings.defaults();
  private AccountSettings azBatchAccount = AccountSettings.defaults();
  int httpPort;
  int httpsPort;
  String bindAddress = "127.0.0.1";
  SimulatorClock clock;
  int requestLogSize = 1000;
  long seed = 42;

  HpcSimulatorsBuilder() {}

  /** The port for HTTP: 0 (default) takes a free one, a negative number opens none. */
  public HpcSimulatorsBuilder httpPort(int port) {
    httpPort = port;
    return this;
  }

  /** The port for HTTPS: 0 (default) takes a free one, a negative number opens none. */
  public HpcSimulatorsBuilder httpsPort(int port) {
    httpsPort = port;
    return this;
  }

  /** The address to listen at, {@code 127.0.0.1} by default: nobody else can reach the server. */
  public HpcSimulatorsBuilder bindAddress(String address) {
    bindAddress = Objects.requireNonNull(address, "The bind address must not be null.");
    return this;
  }

  /**
   * Adds a user. The first one is an administrator, the others are plain users. Without any there
   * is {@code hpcuser} with a random password.
   */
  public HpcSimulatorsBuilder user(String name, String password) {
    return user(name, password, users.isEmpty() ? UserRole.ADMINISTRATOR : UserRole.USER);
  }

  /** Adds a user with a role. */
  public HpcSimulatorsBuilder user(String name, String password, UserRole role) {
    users.add(new SimulatorUser(name, password, role));
    return this;
  }

  /** The clock that the services live by; by default {@link SimulatorClock#system()}. */
  public HpcSimulatorsBuilder clock(SimulatorClock value) {
    clock = value;
    return this;
  }

  /** What runs the tasks; by default every task takes one second of the clock and exits with 0. */
  public HpcSimulatorsBuilder taskRunner(TaskRunner runner) {
    hpcPack = hpcPack.withTaskRunner(runner);
    azBatchAccount = azBatchAccount.withTaskRunner(runner);
    return this;
  }

  /**
   * The compute nodes, named {@code CN001} and so on, beside the head node.
   *
   * @param nodes how many, 4 by default
   * @param cores the cores of each, 8 by default
   */
  public HpcSimulatorsBuilder nodes(int nodes, int cores) {
    hpcPack = hpcPack.withNodes(nodes, cores);
    return this;
  }

  /**
   * The version of HPC Pack to be, {@code 6.0.7128.0} by default. Before 5.3.6450 there is no
   * {@code startRow} and {@code asc}; before 6 there are no {@code /cluster/nodes} and the other
   * resources of the 2019 API.
   */
  public HpcSimulatorsBuilder hpcPackVersion(String version) {
    hpcPack = hpcPack.withVersion(version);
    return this;
  }

  /** The .NET pattern of times in answers, {@code M/d/yyyy h:mm:ss tt} by default. */
  public HpcSimulatorsBuilder dateTimeFormat(String pattern) {
    hpcPack = hpcPack.withDateTimeFormat(pattern);
    return this;
  }

  /** The name of the active head node, {@code HN01} by default. */
  public HpcSimulatorsBuilder activeHeadNode(String name) {
    hpcPack = hpcPack.withActiveHeadNode(name);
    return this;
  }

  /**
   * Adds a SOA service without a version. {@code CcpEchoSvc} and {@code PricingService} are there
   * from the beginning.
   */
  public HpcSimulatorsBuilder soaService(String name, SoaService service) {
    return soaService(name, "", service);
  }

  /**
   * Adds a version of a SOA service.
   *
   * @param version the major and the minor number, {@code 1.0} for example
   */
  public HpcSimulatorsBuilder soaService(String name, String version, SoaService service) {
    hpcSoa = hpcSoa.withService(name, version, service);
    return this;
  }

  /**
   * The host that SOA sessions name as their broker node; by default the one that the server
   * listens at.
   */
  public HpcSimulatorsBuilder soaBrokerNode(String host) {
    hpcSoa = hpcSoa.withBrokerNode(host);
    return this;
  }

  /** The name of the cluster in the older SOA paths, {@code HPCCluster} by default. */
  public HpcSimulatorsBuilder soaCluster(String name) {
    hpcSoa = hpcSoa.withCluster(name);
    return this;
  }

  /** How many SOA requests are processed at a time, 4 by default. */
  public HpcSimulatorsBuilder soaWorkers(int count) {
    hpcSoa = hpcSoa.withWorkers(count);
    return this;
  }

  /**
   * How long a SOA request takes a worker by the clock; by default no time but what the service
   * needs. With a time, services are called by the clock's thread, one after the other.
   */
  public HpcSimulatorsBuilder soaRequestTime(Duration time) {
    hpcSoa = hpcSoa.withRequestTime(time);
    return this;
  }

  /** How many SOA sessions can be open at a time, 1000 by default. */
  public HpcSimulatorsBuilder soaMaxSessions(int count) {
    hpcSoa = hpcSoa.withMaxSessions(count);
    return this;
  }

  /**
   * What the names of elements in SOAP responses begin with: {@code HPCServer2008} (default), as
   * Microsoft's client expects, or {@code HPCPack2008}, as the published pages say.
   */
  public HpcSimulatorsBuilder soaElementPrefix(String prefix) {
    hpcSoa = hpcSoa.withElementPrefix(prefix);
    return this;
  }

  /**
   * How the Azure Batch account lets clients in, and how it answers.
   *
   * @param change makes the settings of the default ones
   */
  public HpcSimulatorsBuilder azBatch(UnaryOperator<AzBatchSettings> change) {
    azBatch = change.apply(azBatch);
    return this;
  }

  /**
   * What the Azure Batch account can do: how long nodes take, and how much there may be.
   *
   * @param change makes the settings of the default ones
   */
  public HpcSimulatorsBuilder azBatchAccount(UnaryOperator<AccountSettings> change) {
    azBatchAccount = change.apply(azBatchAccount);
    return this;
  }

  /** Settings of the detail view server: {@code dbapi(server -> server.prefix("/metrics"))}. */
  public HpcSimulatorsBuilder dbapi(Consumer<DbapiSettings> change) {
    change.accept(dbapi);
    return this;
  }

  /** How many requests the log keeps with all details, 1000 by default. */
  public HpcSimulatorsBuilder requestLogSize(int size) {
    if (size < 0) {
      throw new IllegalArgumentException("The request log cannot keep " + size + " requests.");
    }
    requestLogSize = size;
    return this;
  }

  /** The seed of the faults that come by chance, 42 by default. */
  public HpcSimulatorsBuilder seed(long value) {
    seed = value;
    return this;
  }

  /**
   * Starts the server.
   *
   * @throws java.io.UncheckedIOException if a port cannot be opened
   */
  public HpcSimulators start() {
    if (clock == null) {
      clock = SimulatorClock.system();
    }
    return new HpcSimulators(this);
  }

  HpcPackSettings hpcPackSettings() {
    return hpcPack;
  }

  HpcSoaSettings hpcSoaSettings() {
    return hpcSoa.brokerNode() == null
        ? hpcSoa.withBrokerNode(SimulatorServer.reachableHost(bindAddress))
        : hpcSoa;
  }

  AzBatchSettings azBatchSettings() {
    return azBatch;
  }

  AccountSettings azBatchAccountSettings() {
    return azBatchAccount;
  }

  DbapiSettings dbapiSettings() {
    return dbapi;
  }

  SimulatorUsers users() {
    if (users.isEmpty()) {
      user(DEFAULT_USER, randomPassword());
    }
    return new SimulatorUsers(users);
  }

  static String randomPassword() {
    SecureRandom random = new SecureRandom();
    return new UUID(random.nextLong(), random.nextLong()).toString().replace("-", "");
  }
}
