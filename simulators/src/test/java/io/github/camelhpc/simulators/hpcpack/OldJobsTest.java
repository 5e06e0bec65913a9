package io.github.camelhpc.simulators.hpcpack;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelhpc.simulators.RunningSimulators;
import io.github.camelhpc.simulators.task.SimulatedTaskRules;
import io.github.camelhpc.simulators.task.TaskRunner;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Jobs that the head node has forgotten. */
class OldJobsTest {

  @RegisterExtension
  static final RunningSimulators SIMULATORS =
      new RunningSimulators(
          builder -> builder.taskRunner(TaskRunner.simulated(SimulatedTaskRules.standard())));

  @Test
  void jobsThatEndedLongAgoAreForgottenAndTheirIdsNotUsedAgain() {
    HpcPackSimulator headNode = SIMULATORS.get().hpcPack();
    headNode.createJobs(5, Map.of());
    headNode.setJobState(1, "Finished");
    headNode.setJobState(2, "Running");
    headNode.setJobState(4, "Failed");
    SIMULATORS.advanceSeconds(60);
    headNode.setJobState(5, "Canceled");

    headNode.forgetJobsEnded(Duration.ofSeconds(30));

    assertThat(SIMULATORS.client().rows("/jobs?properties=Id"))
        .containsExactly(Map.of("Id", "2"), Map.of("Id", "3"), Map.of("Id", "5"));
    assertThat(SIMULATORS.client().get("/jobs/4").statusCode()).isEqualTo(404);
    assertThat(headNode.job(2).state()).isEqualTo("Running");
    assertThat(headNode.job(3).state()).isEqualTo("Configuring");
    assertThat(headNode.job(5).state()).isEqualTo("Canceled");
    assertThat(headNode.createJobs(1, Map.of())).containsExactly(6);
    assertThat(headNode.job(6).id()).isEqualTo(6);
  }
}
