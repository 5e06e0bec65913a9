package io.github.camelhpc.kamelets;

import io.github.camelhpc.azbatch.AzBatchComponent;
import io.github.camelhpc.hpcpack.HpcPackComponent;
import io.github.camelhpc.hpcsoa.HpcSoaComponent;
import io.github.camelhpc.simulators.HpcSimulators;
import io.github.camelhpc.simulators.task.SimulatedTaskRules;
import io.github.camelhpc.simulators.task.SimulatedTaskRules.Outcome;
import io.github.camelhpc.simulators.task.TaskRunner;
import io.github.camelhpc.test.ComponentTestSupport;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/**
 * A context whose components know no service: the Kamelets say which. All services are on one
 * simulator, and a task takes a tenth of a second; one with {@code fail} exits with 3.
 */
abstract class KameletTestSupport extends ComponentTestSupport {

  static final String USER = "HPC\\alice";

  /** Has all that means something else in a URI. */
  static final String PASSWORD = "p&a+s%20s#w?o=r/d:;";

  private static final Duration TASK_TIME = Duration.ofMillis(100);

  static HpcSimulators simulator;

  @BeforeAll
  static void startSimulator() {
    simulator =
        HpcSimulators.builder()
            .httpsPort(-1)
            .user(USER, PASSWORD)
            .taskRunner(
                TaskRunner.simulated(
                    SimulatedTaskRules.standard()
                        .when("fail", Outcome.after(TASK_TIME).exitCode(3).output("no input"))
                        .otherwise(Outcome.after(TASK_TIME).output("done"))))
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

  /** Only what a Kamelet leaves to the component is set: waits ask more often. */
  @Override
  protected CamelContext createCamelContext() throws Exception {
    CamelContext context = super.createCamelContext();
    context.getComponent("hpcpack", HpcPackComponent.class).getConfiguration().setAwaitInterval(50);
    context.getComponent("hpcsoa", HpcSoaComponent.class).getConfiguration().setAwaitInterval(50);
    context.getComponent("azbatch", AzBatchComponent.class).getConfiguration().setAwaitInterval(50);
    return context;
  }

  /** A Kamelet with these properties, their values taken as they are. */
  static String kamelet(String name, Map<String, ?> properties) {
    return "kamelet:"
        + name
        + properties.entrySet().stream()
            .map(property -> property.getKey() + "=RAW(" + property.getValue() + ")")
            .sorted()
            .collect(Collectors.joining("&", "?", ""));
  }

  /** A route from a Kamelet to {@code mock:events}. */
  MockEndpoint events(String kamelet) throws Exception {
    start(
        new RouteBuilder() {
          @Override
          public void configure() {
            from(kamelet).to("mock:events");
          }
        });
    return getMockEndpoint("mock:events");
  }

  /** A route {@code direct:run} through a Kamelet. */
  void run(String kamelet) throws Exception {
    start(
        new RouteBuilder() {
          @Override
          public void configure() {
            from("direct:run").to(kamelet);
          }
        });
  }
}
