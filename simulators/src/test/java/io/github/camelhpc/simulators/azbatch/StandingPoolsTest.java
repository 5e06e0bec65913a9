package io.github.camelhpc.simulators.azbatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelhpc.simulators.RunningSimulators;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Pools that an account has from the beginning. */
class StandingPoolsTest {

  @RegisterExtension
  static final RunningSimulators SIMULATORS =
      new RunningSimulators(
          builder ->
              builder.azBatchAccount(
                  settings -> settings.withPool("burst", 2).withPool("empty", 0)));

  private final AzBatchSimulator account = SIMULATORS.get().azBatch();

  @Test
  void theyRunTasksAtOnce() {
    assertThat(account.nodesOf("burst"))
        .hasSize(2)
        .allMatch(node -> node.getString("state").equals("idle"));
    assertThat(account.nodesOf("empty")).isEmpty();
    account.createJob("j", "burst");
    account.createTask("j", "t", "run");

    SIMULATORS.advance(Duration.ofSeconds(2));

    assertThat(account.task("j", "t").getString("state")).isEqualTo("completed");
  }

  @Test
  void resetBringsThemBack() {
    BatchClient client = BatchClient.of(SIMULATORS.get());
    assertThat(client.delete("/pools/burst").status()).isEqualTo(202);
    SIMULATORS.advance(Duration.ofSeconds(5));
    assertThat(client.get("/pools").column("id")).containsExactly("empty");

    SIMULATORS.get().reset();

    assertThat(client.get("/pools").column("id")).containsExactly("burst", "empty");
    assertThat(account.nodesOf("burst")).hasSize(2);
  }
}
