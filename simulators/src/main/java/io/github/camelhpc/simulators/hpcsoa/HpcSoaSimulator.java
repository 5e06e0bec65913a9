package io.github.camelhpc.simulators.hpcsoa;

import io.github.camelhpc.simulators.Answer;
import io.github.camelhpc.simulators.SimulatedService;
import io.github.camelhpc.simulators.SimulatorClock;
import io.github.camelhpc.simulators.SimulatorUsers;
import io.github.camelhpc.simulators.StateLock;
import io.github.camelhpc.simulators.hpcsoa.rest.ServedOperation;
import io.github.camelhpc.simulators.hpcsoa.rest.SoaHandler;
import io.github.camelhpc.simulators.hpcsoa.rest.SoaResources;
import io.github.camelhpc.simulators.hpcsoa.session.SessionStart;
import io.github.camelhpc.simulators.hpcsoa.session.SessionStore;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;

/**
 * Stands in for the SOA web service of Microsoft HPC Pack.
 *
 * <p>Its methods arrange a test without HTTP. They may be called from any thread.
 */
public final class HpcSoaSimulator implements SimulatedService {

  private static final String BASE_PATH = "/WindowsHPC";

  private final HpcSoaSettings settings;
  private final SimulatorClock clock;
  private final SimulatorUsers users;
  private final StateLock lock = new StateLock();
  private SessionStore sessions;
  private volatile SoaHandler handler;

  /** Used by {@link io.github.camelhpc.simulators.HpcSimulators}. */
  public HpcSoaSimulator(HpcSoaSettings settings, SimulatorClock clock, SimulatorUsers users) {
    this.settings = settings;
    this.clock = clock;
    this.users = users;
    begin();
  }

  private void begin() {
    sessions = new SessionStore(settings, clock, lock);
    handler = new SoaHandler(new SoaResources(settings, users, sessions, lock), settings.cluster());
  }

  /** The names of the operations that are served, {@code getClusters} for example. */
  public static Set<String> operations() {
    return ServedOperation.names();
  }

  @Override
  public String basePath() {
    return BASE_PATH;
  }

  @Override
  public void mount(Router router) {
    router
        .routeWithRegex("(?i)" + BASE_PATH + "(?:/.*)?")
        .handler(context -> handler.handle(context));
  }

  @Override
  public boolean readsBodyOf(RoutingContext context) {
    return handler.isUpload(context);
  }

  @Override
  public Optional<Answer> wrongCredentials(RoutingContext context) {
    return Optional.of(handler.wrongCredentials(context));
  }

  @Override
  public void reset() {
    lock.run(
        () -> {
          sessions.close();
          begin();
        });
  }

  @Override
  public void close() {
    lock.run(() -> sessions.close());
  }

  /**
   * Starts a session of the first user, with messages of at most 64 KB and no limit of time.
   *
   * @param serviceName the service
   * @return the session's number
   * @throws SoaFault if there is no such service
   */
  public int createSession(String serviceName) {
    SessionStart start =
        SessionStart.of(
            Map.of(
                "ServiceName",
                serviceName,
                "Username",
                users.first().name(),
                "Password",
                users.first().password(),
                "MaxMessageSize",
                "65536",
                "Runtime",
                "-1"));
    return lock.call(() -> sessions.create(users.first().name(), start).id());
  }

  /**
   * Makes a finished batch whose responses are made as they are written, anew each time they are
   * read, so that their number does not matter. What was in the batch is forgotten. They come in
   * the order of their indexes.
   *
   * @param sessionId the session
   * @param batch the name of the batch
   * @param count how many responses
   * @param generator makes the response of an index from 0; it must be quick, as other requests
   *     wait meanwhile
   * @throws SoaFault if there is no such session or it is over
   */
  public void generatedBatch(
      int sessionId, String batch, long count, LongFunction<SimulatedResponse> generator) {
    Objects.requireNonNull(generator, "A generated batch needs a generator.");
    if (count < 1) {
      throw new IllegalArgumentException("A generated batch needs responses, not " + count + ".");
    }
    lock.run(() -> sessions.session(sessionId).generate(batch, count, generator));
  }

  /**
   * The present state of a batch, which begins to exist by that.
   *
   * @throws SoaFault if there is no such session or it is over
   */
  public SoaBatchSnapshot batch(int sessionId, String batch) {
    return lock.call(() -> sessions.session(sessionId).batch(batch).snapshot());
  }

  /** How many sessions are open. */
  public int sessionCount() {
    return lock.call(() -> sessions.active());
  }

  /**
   * Lets a session fail: those who read get a fault and the end message.
   *
   * @param reason what the fault says
   */
  public void failSession(int sessionId, String reason) {
    lock.run(() -> sessions.session(sessionId).fail(reason));
  }
}
