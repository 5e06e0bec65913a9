package io.github.camelhpc.hpcpack;

import io.github.camelhpc.simulators.HpcSimulators;
import io.github.camelhpc.simulators.SimulatorClock;
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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** A context with the component, connected with a simulator whose clock the test drives. */
abstract class HpcPackTestSupport extends ComponentTestSupport {

  static final TestedComponent<HpcPackOperation> TESTED =
      new TestedComponent<>(
          HpcPackComponent.class, HpcPackComponent.CATALOG, List.of(HpcPackOperation.values()));

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
