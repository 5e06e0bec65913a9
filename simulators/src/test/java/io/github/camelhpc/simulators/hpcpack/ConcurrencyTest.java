package io.github.camelhpc.simulators.hpcpack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelhpc.simulators.HpcSimulators;
import io.github.camelhpc.simulators.SimulatorClient;
import io.github.camelhpc.simulators.task.SimulatedTaskRules;
import io.github.camelhpc.simulators.task.SimulatedTaskRules.Outcome;
import io.github.camelhpc.simulators.task.TaskRunner;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Requests, the clock and Java calls at the same time, by the computer's clock. */
class ConcurrencyTest {

  private static final int CLIENTS = 8;
  private static final int JOBS_EACH = 40;

  @Test
  void everyJobOfManyClientsComesToItsEnd() throws InterruptedException {
    try (HpcSimulators simulators =
        HpcSimulators.builder()
            .httpsPort(-1)
            .taskRunner(
                TaskRunner.simulated(
                    SimulatedTaskRules.standard().otherwise(Outcome.after(Duration.ofMillis(5)))))
            .start()) {
      ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
      for (int i = 0; i < CLIENTS; i++) {
        SimulatorClient client = SimulatorClient.of(simulators);
        clients.execute(() -> runJobs(simulators, client));
      }
      clients.shutdown();
      assertThat(clients.awaitTermination(60, TimeUnit.SECONDS)).isTrue();

      await()
          .atMost(Duration.ofSeconds(30))
          .untilAsserted(
              () ->
                  assertThat(
                          simulators.hpcPack().jobCount("Finished")
                              + simulators.hpcPack().jobCount("Canceled"))
                      .isEqualTo(CLIENTS * JOBS_EACH));
      assertThat(simulators.hpcPack().jobCount()).isEqualTo(CLIENTS * JOBS_EACH);
      // all cores have been given back
      assertThat(
              SimulatorClient.of(simulators)
                  .get("/cluster/nodes/metrics?metricNames=HpcCoresInUse")
                  .body())
          .doesNotContainPattern("HpcCoresInUse\":[1-9]");
    }
  }

  private static void runJobs(HpcSimulators simulators, SimulatorClient client) {
    for (int i = 0; i < JOBS_EACH; i++) {
      int job = client.runJob("a", "b", "c");
      client.rows("/jobs?rowsPerRead=50&properties=Id,State");
      simulators.hpcPack().job(job);
      if (i % 10 == 0) {
        client.post("/jobs/" + job + "/cancel?forced=true");
      }
    }
  }
}
