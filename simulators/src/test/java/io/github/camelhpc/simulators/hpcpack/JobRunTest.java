package io.github.camelhpc.simulators.hpcpack;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelhpc.simulators.HpcSimulators;
import io.github.camelhpc.simulators.SimulatorClient;
import io.github.camelhpc.simulators.SimulatorClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JobRunTest {

  private static HpcSimulators simulators;
  private static SimulatorClient client;

  @BeforeAll
  static void start() {
    simulators =
        HpcSimulators.builder()
            .httpsPort(-1)
            .clock(SimulatorClock.manual(Instant.parse("2026-03-01T09:00:00Z")))
            .start();
    client = SimulatorClient.of(simulators);
  }

  @AfterAll
  static void stop() {
    simulators.close();
  }

  @BeforeEach
  void reset() {
    simulators.reset();
  }

  @Test
  void jobGoesThroughItsStatesByTheClock() {
    int job = client.createJob("Name", "nightly");
    client.addTask(job, "CommandLine", "hostname");
    assertThat(client.state(job)).isEqualTo("Configuring");

    client.submit(job);

    List<String> states = new ArrayList<>(List.of(client.state(job)));
    for (int i = 0; i < 300; i++) {
      simulators.clock().advance(Duration.ofMillis(10));
      String state = client.state(job);
      if (!states.get(states.size() - 1).equals(state)) {
        states.add(state);
      }
    }
    assertThat(states)
        .containsExactly("Submitted", "Validating", "Queued", "Running", "Finishing", "Finished");
    assertThat(client.properties(job))
        .containsEntry("Name", "nightly")
        .containsEntry("PreviousState", "Finishing")
        .containsEntry("Progress", "100")
        .containsEntry("SubmitTime", "3/1/2026 9:00:00 AM")
        .containsEntry("EndTime", "3/1/2026 9:00:01 AM");
    assertThat(client.state(job + "/tasks/1")).isEqualTo("Finished");
  }
}
