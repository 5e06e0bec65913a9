package io.github.camelhpc.simulators.dbapi;

import io.github.camelhpc.simulators.AccessTokens;
import io.github.camelhpc.simulators.SimulatedService;
import io.github.camelhpc.simulators.SimulatorClock;
import io.github.camelhpc.simulators.SimulatorUsers;
import io.github.camelhpc.simulators.StateLock;
import io.github.camelhpc.simulators.dbapi.access.DbapiAccess;
import io.github.camelhpc.simulators.dbapi.access.KeycloakEndpoint;
import io.github.camelhpc.simulators.dbapi.request.RequestQueue;
import io.github.camelhpc.simulators.dbapi.rest.DataSets;
import io.github.camelhpc.simulators.dbapi.rest.DbapiHandler;
import io.github.camelhpc.simulators.dbapi.rest.ServedOperation;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Set;

/**
 * Stands in for the detail view server of Hitachi Ops Center Analyzer: {@code dbapi.do}, and the
 * token endpoint of VSP 360.
 *
 * <p>Its methods arrange a test without HTTP. They may be called from any thread.
 */
public final class DbapiSimulator implements SimulatedService {

  private static final String ENTRY_POINT = "/dbapi.do";

  private final DbapiSettings settings;
  private final SimulatorClock clock;
  private final SimulatorUsers users;
  private final StateLock lock = new StateLock();
  private final AccessTokens tokens = new AccessTokens();
  private final KeycloakEndpoint keycloak;
  private RequestQueue queue;
  private volatile DbapiAccess access;
  private volatile DbapiHandler handler;

  /** Used by {@link io.github.camelhpc.simulators.HpcSimulators}. */
  public DbapiSimulator(DbapiSettings settings, SimulatorClock clock, SimulatorUsers users) {
    this.settings = settings;
    this.clock = clock;
    this.users = users;
    keycloak = new KeycloakEndpoint(settings, tokens, clock);
    begin();
  }

  private void begin() {
    queue = new RequestQueue(settings, clock, lock);
    access = new DbapiAccess(users, tokens, clock, settings.licensed());
    handler =
        new DbapiHandler(settings, access, new DataSets(settings.dataSets()), queue, lock, clock);
  }

  /** The names of the operations that are served, {@code getStatus} for example. */
  public static Set<String> operations() {
    return ServedOperation.names();
  }

  /** What {@code /dbapi.do} stands below; may be empty. */
  public String prefix() {
    return settings.prefix();
  }

  @Override
  public String basePath() {
    return settings.prefix() + ENTRY_POINT;
  }

  @Override
  public boolean serves(String path) {
    return path.equals(basePath()) || keycloak.serves(path);
  }

  /** Everything: a token is as good as a password, and refusals have codes of their own. */
  @Override
  public boolean authenticates(RoutingContext context) {
    return true;
  }

  @Override
  public void mount(Router router) {
    keycloak.mount(router);
    router.route(basePath()).handler(context -> handler.handle(context));
  }

  @Override
  public void reset() {
    lock.run(
        () -> {
          queue.forgetAll();
          tokens.revokeAll();
          begin();
        });
  }

  /** Nothing: all that it has started are timers of the clock, which is closed with it. */
  @Override
  public void close() {}

  /** A token that is accepted for the token life time, 5 minutes by default. */
  public String issueToken() {
    return tokens.issue(clock.now(), settings.tokenLifetime());
  }

  /** No token is accepted any more that was given out so far. */
  public void revokeTokens() {
    tokens.revokeAll();
  }

  /** Whether there is a valid licence from now on, until the simulators are reset. */
  public void setLicensed(boolean valid) {
    access.setLicensed(valid);
  }

  /** All requests and their results are lost, as after a restart of the server. */
  public void forgetRequests() {
    lock.run(() -> queue.forgetAll());
  }

  /** The requests that are there, oldest first. */
  public List<RequestSnapshot> requests() {
    return lock.call(() -> queue.snapshots());
  }
}
