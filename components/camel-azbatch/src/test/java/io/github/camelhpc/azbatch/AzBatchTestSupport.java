package io.github.camelhpc.azbatch;

import io.github.camelhpc.simulators.HpcSimulators;
import io.github.camelhpc.simulators.HpcSimulatorsBuilder;
import io.github.camelhpc.simulators.LoggedRequest;
import io.github.camelhpc.simulators.SimulatorClock;
import io.github.camelhpc.simulators.azbatch.AccountCredentials;
import io.github.camelhpc.simulators.task.SimulatedTaskRules;
import io.github.camelhpc.simulators.task.SimulatedTaskRules.Outcome;
import io.github.camelhpc.simulators.task.TaskRunner;
import io.github.camelhpc.test.ComponentTestSupport;
import io.github.camelhpc.test.TestedComponent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;

/**
 * A context with the component, connected with a simulator whose clock the test drives: a pool with
 * two nodes is ready, and a task takes a second. One with {@code fail} in its command line exits
 * with 3.
 */
abstract class AzBatchTestSupport extends ComponentTestSupport {

  static final TestedComponent<BatchOperation> TESTED =
      new TestedComponent<>(
          AzBatchComponent.class, AzBatchComponent.CATALOG, List.of(BatchOperation.values()));

  static final Instant START = Instant.parse("2026-01-31T12:00:00Z");

  /** The pool that is there. */
  static final String POOL = "pool1";

  HpcSimulators simulator;

  /** Requests are signed by the computer's clock, which the simulator's does not follow. */
  HpcSimulatorsBuilder simulatorSettings() {
    return HpcSimulators.builder()
        .clock(SimulatorClock.manual(START))
        .taskRunner(
            TaskRunner.simulated(
                SimulatedTaskRules.standard()
                    .when("fail", Outcome.after(Duration.ofSeconds(1)).exitCode(3))))
        .azBatch(settings -> settings.withSignatureWindow(Duration.ofDays(36_500)));
  }

  /** How many nodes the pool has, with one task slot each. */
  int nodes() {
    return 2;
  }

  @AfterEach
  void stopSimulator() {
    simulator.close();
  }

  @Override
  protected CamelContext createCamelContext() throws Exception {
    simulator = simulatorSettings().start();
    simulator.azBatch().createPool(POOL, nodes());
    CamelContext context = super.createCamelContext();
    context.addComponent("azbatch", component(simulator.azBatchUrl()));
    return context;
  }

  /** The component with the key of the simulator's account. */
  static AzBatchComponent component(String url) {
    AzBatchComponent component = new AzBatchComponent();
    AzBatchConfiguration configuration = component.getConfiguration();
    configuration.setServiceUrl(url);
    configuration.setAccountName(AccountCredentials.DEFAULT_ACCOUNT);
    configuration.setAccountKey(AccountCredentials.DEFAULT_KEY);
    configuration.setRetryDelay(10);
    configuration.setAwaitInterval(50);
    return component;
  }

  /** The settings that all endpoints start from. */
  AzBatchConfiguration configuration() {
    return context().getComponent("azbatch", AzBatchComponent.class).getConfiguration();
  }

  /** Moves the simulator's clock, and does all that is due by then. */
  void advance(Duration duration) {
    simulator.clock().advance(duration);
  }

  /** A job of the pool without tasks. */
  void job(String id) {
    job(id, Map.of());
  }

  /**
   * A job of the pool without tasks.
   *
   * @param members further members of JobAddParameter
   */
  void job(String id, Map<String, ?> members) {
    simulator.azBatch().createJob(id, POOL, members);
  }

  /** A job of the pool with a task that has run. */
  void jobWithCompletedTask(String jobId, String taskId) {
    job(jobId);
    task(jobId, taskId);
    advance(Duration.ofMinutes(1));
  }

  /** A task that runs when the clock moves. */
  void task(String jobId, String taskId) {
    simulator.azBatch().createTask(jobId, taskId, "run " + taskId);
  }

  /** The body that an operation gives. */
  Object answer(String uri, Object body) {
    return call(uri, body).getMessage().getBody();
  }

  /** The Map that an operation gives. */
  @SuppressWarnings("unchecked")
  Map<String, Object> object(String uri) {
    return (Map<String, Object>) answer(uri, null);
  }

  /** The Maps that an operation lists. */
  @SuppressWarnings("unchecked")
  List<Map<String, Object>> list(String uri) {
    return (List<Map<String, Object>>) answer(uri, null);
  }

  /** Whether the service refuses what an endpoint asks for. */
  boolean isRefused(String uri, Object body) {
    return send(uri, body).getException() instanceof AzBatchException;
  }

  /** What an endpoint fails with. */
  AzBatchException refusal(String uri, Object body) {
    return refusal(send(uri, body));
  }

  /** What an exchange failed with. */
  static AzBatchException refusal(Exchange exchange) {
    if (exchange.getException() instanceof AzBatchException refusal) {
      return refusal;
    }
    throw new AssertionError("not refused by the service", exchange.getException());
  }

  /** The requests that the service answered with this method whose path ends like this. */
  List<LoggedRequest> requests(String method, String pathEnd) {
    return simulator.requests().all().stream()
        .filter(r -> r.method().equals(method) && r.path().endsWith(pathEnd))
        .toList();
  }

  /** The request that the service answered last. */
  LoggedRequest lastRequest() {
    List<LoggedRequest> all = simulator.requests().all();
    return all.get(all.size() - 1);
  }
}
