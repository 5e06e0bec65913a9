package io.github.camelhpc.dbapi;

import io.github.camelhpc.dbapi.model.ResourceResult;
import io.github.camelhpc.simulators.HpcSimulators;
import io.github.camelhpc.simulators.HpcSimulatorsBuilder;
import io.github.camelhpc.simulators.LoggedRequest;
import io.github.camelhpc.simulators.SimulatorClock;
import io.github.camelhpc.simulators.dbapi.DbapiSettings;
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
 * A context with the component, connected with a simulator whose clock the test drives: it has the
 * data set {@code defaultDs} with 10 virtual machines.
 */
abstract class DbapiTestSupport extends ComponentTestSupport {

  static final TestedComponent<DbapiOperation> TESTED =
      new TestedComponent<>(
          DbapiComponent.class, DbapiComponent.CATALOG, List.of(DbapiOperation.values()));

  static final Instant START = Instant.parse("2026-01-31T12:00:00Z");

  static final String USER = "hpcuser";
  static final String PASSWORD = "only-for-tests";

  /** Three virtual machines with a series of an hour. */
  static final String QUERY = "vm[=name rx vm00[123]][@cpuUsage rx b .*]";

  HpcSimulators simulator;

  /** Changes the server before it starts. */
  void server(DbapiSettings settings) {}

  HpcSimulatorsBuilder simulatorSettings() {
    return HpcSimulators.builder()
        .httpsPort(-1)
        .user(USER, PASSWORD)
        .clock(SimulatorClock.manual(START))
        .dbapi(this::server);
  }

  @AfterEach
  void stopSimulator() {
    simulator.close();
  }

  @Override
  protected CamelContext createCamelContext() throws Exception {
    simulator = simulatorSettings().start();
    CamelContext context = super.createCamelContext();
    context.addComponent("dbapi", component(simulator.dbapiUrl()));
    return context;
  }

  /** The component with the simulator's user, which does not wait for long. */
  static DbapiComponent component(String url) {
    DbapiComponent component = new DbapiComponent();
    DbapiConfiguration configuration = component.getConfiguration();
    configuration.setServiceUrl(url);
    configuration.setUsername(USER);
    configuration.setPassword(PASSWORD);
    configuration.setDataset("defaultDs");
    configuration.setRetryDelay(10);
    configuration.setFirstPoll(10);
    configuration.setMaxPoll(50);
    return component;
  }

  /** The settings that all endpoints start from. */
  DbapiConfiguration configuration() {
    return context().getComponent("dbapi", DbapiComponent.class).getConfiguration();
  }

  /** Moves the simulator's clock, and does all that is due by then. */
  void advance(Duration duration) {
    simulator.clock().advance(duration);
  }

  /** Asks for the query without waiting for it, and gives the request's id. */
  String accepted(String query) {
    Exchange exchange = call("dbapi:query?waitTime=0", query);
    return exchange.getMessage().getHeader(DbapiConstants.REQUEST_ID, String.class);
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

  /** The resources in the body of an exchange. */
  @SuppressWarnings("unchecked")
  static List<ResourceResult> results(Exchange exchange) {
    return exchange.getMessage().getBody(List.class);
  }

  /** The names of the resources in the body of an exchange. */
  static List<String> names(Exchange exchange) {
    return results(exchange).stream().map(ResourceResult::name).toList();
  }

  /** What an endpoint fails with. */
  DbapiException refusal(String uri, Object body) {
    Throwable failure = failure(uri, body);
    if (failure instanceof DbapiException refusal) {
      return refusal;
    }
    throw new AssertionError(uri + " was not refused by the service", failure);
  }

  /** The requests for a function that the service got. */
  List<LoggedRequest> requests(String action) {
    return simulator.requests().all().stream()
        .filter(request -> String.valueOf(request.query()).contains("action=" + action + "&"))
        .toList();
  }

  /** The request that the service answered last. */
  LoggedRequest lastRequest() {
    List<LoggedRequest> all = simulator.requests().all();
    return all.get(all.size() - 1);
  }
}
