package io.github.camelhpc.simulators.azbatch;

import io.github.camelhpc.simulators.AccessTokens;
import io.github.camelhpc.simulators.SimulatedService;
import io.github.camelhpc.simulators.SimulatorClock;
import io.github.camelhpc.simulators.StateLock;
import io.github.camelhpc.simulators.azbatch.access.AccountAccess;
import io.github.camelhpc.simulators.azbatch.access.TokenEndpoint;
import io.github.camelhpc.simulators.azbatch.account.AccountSettings;
import io.github.camelhpc.simulators.azbatch.account.BatchAccount;
import io.github.camelhpc.simulators.azbatch.account.TaskCountsSnapshot;
import io.github.camelhpc.simulators.azbatch.rest.AccountResources;
import io.github.camelhpc.simulators.azbatch.rest.BatchHandler;
import io.github.camelhpc.simulators.azbatch.rest.FileResources;
import io.github.camelhpc.simulators.azbatch.rest.JobResources;
import io.github.camelhpc.simulators.azbatch.rest.NodeResources;
import io.github.camelhpc.simulators.azbatch.rest.PoolResources;
import io.github.camelhpc.simulators.azbatch.rest.RequestRate;
import io.github.camelhpc.simulators.azbatch.rest.ScheduleResources;
import io.github.camelhpc.simulators.azbatch.rest.ServedOperation;
import io.github.camelhpc.simulators.azbatch.rest.TaskResources;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * Stands in for an Azure Batch account, and for the token endpoint of its directory.
 *
 * <p>Its paths begin at the root of the server, as those of a real account. Its methods arrange a
 * test without HTTP. They may be called from any thread.
 */
public final class AzBatchSimulator implements SimulatedService {

  private final AzBatchSettings settings;
  private final AccountSettings accountSettings;
  private final SimulatorClock clock;
  private final StateLock lock = new StateLock();
  private final AccessTokens tokens = new AccessTokens();
  private final AccountAccess access;
  private final RequestRate rate;
  private AccountCatalog catalog;
  private volatile BatchAccount account;
  private volatile BatchHandler handler;

  /** Used by {@link io.github.camelhpc.simulators.HpcSimulators}. */
  public AzBatchSimulator(
      AzBatchSettings settings, AccountSettings accountSettings, SimulatorClock clock) {
    this.settings = settings;
    this.accountSettings = accountSettings.withAccountName(settings.credentials().accountName());
    this.clock = clock;
    access = new AccountAccess(settings, tokens);
    rate = new RequestRate(settings.requestsPerSecond());
    begin();
  }

  private void begin() {
    catalog = new AccountCatalog();
    account = new BatchAccount(accountSettings, clock, lock);
    handler =
        new BatchHandler(
            settings,
            access,
            rate,
            clock,
            lock,
            List.of(
                new JobResources(account),
                new TaskResources(account),
                new PoolResources(account),
                new NodeResources(account),
                new FileResources(account),
                new ScheduleResources(account),
                new AccountResources(catalog)));
  }

  /** The names of the operations that are served, {@code getJobTaskCounts} for example. */
  public static Set<String> operations() {
    return ServedOperation.names();
  }

  /** Empty: it is at the root of the server. */
  @Override
  public String basePath() {
    return "";
  }

  @Override
  public boolean serves(String path) {
    return BatchHandler.serves(path) || TokenEndpoint.serves(path);
  }

  @Override
  public boolean authenticates(RoutingContext context) {
    return true;
  }

  @Override
  public void mount(Router router) {
    new TokenEndpoint(settings, tokens, clock).mount(router);
    router
        .route()
        .handler(
            context -> {
              if (BatchHandler.serves(context.normalizedPath())) {
                handler.handle(context);
              } else {
                context.next();
              }
            });
  }

  @Override
  public void reset() {
    lock.run(
        () -> {
          account.close();
          begin();
        });
    tokens.revokeAll();
    rate.limit(settings.requestsPerSecond());
  }

  @Override
  public void close() {
    lock.run(() -> account.close());
  }

  /** Names and keys of the account. */
  public AccountCredentials credentials() {
    return settings.credentials();
  }

  /** A token that the account accepts for the given time. */
  public String issueToken(Duration lifetime) {
    return tokens.issue(clock.now(), lifetime);
  }

  /** No token that was issued so far is accepted any more. */
  public void revokeTokens() {
    tokens.revokeAll();
  }

  /** From now on so many requests a second of the clock are served; 0 for any number. */
  public void limitRequests(int perSecond) {
    rate.limit(perSecond);
  }

  /**
   * Adds an application.
   *
   * @param displayName what it is called, or null
   */
  public void addApplication(String id, String displayName, String... versions) {
    lock.run(() -> catalog.addApplication(id, displayName, List.of(versions)));
  }

  /** Adds a line to what listPoolUsageMetrics answers. */
  public void addPoolUsage(
      String poolId, Instant start, Instant end, String vmSize, double coreHours) {
    lock.run(() -> catalog.addUsage(poolId, start, end, vmSize, coreHours));
  }

  /** Makes a pool whose nodes are idle at once, with one task slot each. */
  public void createPool(String id, int nodes) {
    account.createPool(id, nodes);
  }

  /** Makes a pool whose nodes are idle at once. */
  public void createPool(String id, int nodes, int taskSlotsPerNode) {
    account.createPool(id, nodes, taskSlotsPerNode);
  }

  /** Makes a job without preparation and release tasks. */
  public void createJob(String id, String poolId) {
    account.createJob(id, poolId);
  }

  /**
   * Makes a job.
   *
   * @param members further members of JobAddParameter
   */
  public void createJob(String id, String poolId, Map<String, ?> members) {
    account.createJob(id, poolId, members);
  }

  /** Adds a task to a job. */
  public void createTask(String jobId, String taskId, String commandLine) {
    account.createTask(jobId, taskId, commandLine);
  }

  /**
   * Adds entries to what a job's preparation and release tasks did, without nodes that did it. They
   * are made each time when they are read.
   *
   * @param count how many
   * @param members the wire members of the entry of a number, from 0 on; {@code poolId}, {@code
   *     nodeId} and {@code nodeUrl} are filled in if they are left out
   */
  public void addPreparationStatuses(
      String jobId, int count, IntFunction<Map<String, Object>> members) {
    account.addPreparationStatuses(jobId, count, members);
  }

  /** The next tasks that are added by collections fail by an error of the server. */
  public void failNextTasks(int count) {
    account.failNextTasks(count);
  }

  /** Puts a file into the directory of a task that has run. */
  public void writeTaskFile(String jobId, String taskId, String path, byte[] content) {
    account.writeTaskFile(jobId, taskId, path, content);
  }

  /** The present members of a job, as getJob answers them. */
  public JsonObject job(String id) {
    return account.job(id);
  }

  /** How many tasks of a job are in which state. */
  public TaskCountsSnapshot taskCounts(String jobId) {
    return account.taskCounts(jobId);
  }

  /** The present members of a task, as getTask answers them. */
  public JsonObject task(String jobId, String taskId) {
    return account.task(jobId, taskId);
  }

  /** The present members of a pool, as getPool answers them. */
  public JsonObject pool(String id) {
    return account.pool(id);
  }

  /** The present members of the nodes of a pool, as listNodes answers them. */
  public List<JsonObject> nodesOf(String poolId) {
    return account.nodesOf(poolId);
  }
}
