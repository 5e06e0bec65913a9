package io.github.camelhpc.support.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class WatchTest {

  @Test
  void listNeverEnds() {
    Watch watch = Watch.by("Id");

    assertThat(watch.isFinite()).isFalse();
    assertThat(watch.isTerminal("Finished")).isFalse();
    assertThat(watch.state()).containsExactly("State");
  }

  @Test
  void finiteThingEndsInItsTerminalStatesInAnyCase() {
    Watch watch = Watch.by("Id").until(Set.of("Finished", "Failed"));

    assertThat(watch.isFinite()).isTrue();
    assertThat(watch.isTerminal("finished")).isTrue();
    assertThat(watch.isTerminal("Running")).isFalse();
    assertThat(watch.isTerminal("")).isFalse();
  }

  @Test
  void stepsKeepWhatWasSaidBefore() {
    Parameter since = Parameter.query("since", "CamelXSince", ValueType.INSTANT);
    Watch watch =
        Watch.by("Job", "Task")
            .state("State", "Error")
            .occurrence("RequeueCount")
            .changedSince(since)
            .header("CamelXJob", "Job")
            .header("CamelXTask", "Task")
            .until(Set.of("Done"));

    assertThat(watch.id()).containsExactly("Job", "Task");
    assertThat(watch.state()).containsExactly("State", "Error");
    assertThat(watch.occurrence()).containsExactly("RequeueCount");
    assertThat(watch.changedSince()).isSameAs(since);
    assertThat(watch.headers())
        .containsEntry("Job", "CamelXJob")
        .containsEntry("Task", "CamelXTask");
    assertThat(watch.terminalStates()).containsExactly("Done");
  }
}
