package io.github.camelhpc.hpcpack;

import io.github.camelhpc.simulators.HpcSimulators;
import io.github.camelhpc.simulators.SimulatorClock;
import io.github.camelhpc.simulators.task.SimulatedTaskRules;
import io.github.camelhpc.simulators.task.SimulatedTaskRules.Outcome;
import io.github.camelhpc.simulators.task.TaskRunner;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** A context with the component, connected with a simulator whose clock the test drives. */
abstract class HpcPackTestSupport extends CamelTestSupport {

  /** {@code quick} takes a second, {@code fail} too and exits with 3; all else takes an hour. */
  private static final SimulatedTaskRules RULES =
      SimulatedTaskRules.standard()
          .when("quick", Outcome.after(Duration.ofSeconds(1)).output("done"))
          .when("fail", Outcome.after(Duration.ofSeconds(1)).exitCode(3).output("no input"))
          .otherwise(Outcome.after(Duration.ofHours(1)));

  static HpcSimulators simulator;

  @BeforeAll
  static void startSimulator() {
    simulator =
        HpcSimulators.builder()
            .user("hpcuser", "secret")
            .user("other", "secret2")
            .clock(SimulatorClock.manual(Instant.parse("2026-01-31T12:00:00Z")))
            .taskRunner(TaskRunner.simulated(RULES))
            .start();
  }

  @AfterAll
  static void stopSimulator() {
    simulator.close();
  }

  @BeforeEach
  void resetSimulator() {
    simulator.reset();
  }

  @Override
  protected CamelContext createCamelContext() throws Exception {
    CamelContext context = super.createCamelContext();
    HpcPackComponent component = new HpcPackComponent();
    HpcPackConfiguration configuration = component.getConfiguration();
    configuration.setServiceUrl(simulator.hpcPackUrl());
    configuration.setUsername("hpcuser");
    configuration.setPassword("secret");
    configuration.setRetryDelay(10);
    configuration.setAwaitInterval(50);
    context.addComponent("hpcpack", component);
    return context;
  }

  /** Calls an endpoint, and fails if the exchange does. */
  Exchange call(String uri, Object body, Map<String, Object> headers) {
    Exchange exchange = send(uri, body, headers);
    if (exchange.getException() != null) {
      throw new AssertionError(uri + " failed", exchange.getException());
    }
    return exchange;
  }

  Exchange call(String uri, Object body) {
    return call(uri, body, Map.of());
  }

  /** Calls an endpoint. */
  Exchange send(String uri, Object body, Map<String, Object> headers) {
    return template()
        .request(
            uri,
            exchange -> {
              exchange.getMessage().setBody(body);
              exchange.getMessage().setHeaders(new HashMap<>(headers));
            });
  }

  static void advance(Duration duration) {
    simulator.clock().advance(duration);
  }

  /** Makes and submits a job with a basic task. */
  int submittedJob(String commandLine) {
    int id = createdJob(Map.of("Name", "test"));
    call("hpcpack:addTask?jobId=" + id, Map.of("Name", "one", "CommandLine", commandLine));
    call("hpcpack:submitJob?jobId=" + id, null);
    return id;
  }

  int createdJob(Map<String, ?> properties) {
    return call("hpcpack:createJob", properties).getMessage().getBody(Integer.class);
  }

  String state(int jobId) {
    return (String)
        call("hpcpack:getJob?properties=State&jobId=" + jobId, null)
            .getMessage()
            .getBody(Map.class)
            .get("State");
  }
}
