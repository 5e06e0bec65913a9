package io.github.camelhpc.examples;

import static org.assertj.core.api.Assertions.assertThat;

import alerts.AlertsRoutes;
import io.github.camelhpc.simulators.hpcpack.HpcPackSimulator;
import java.util.Map;
import org.apache.camel.RoutesBuilder;

/** A job that fails makes an alert, with what its tasks say; one that succeeds does not. */
final class AlertsExample implements Example {

  @Override
  public String name() {
    return "alerts";
  }

  @Override
  public RoutesBuilder javaRoutes() {
    return new AlertsRoutes();
  }

  @Override
  public Map<String, String> settings() {
    return Map.of("interval", "200ms");
  }

  @Override
  public void check(ExampleRun run) throws Exception {
    HpcPackSimulator cluster = run.simulators().hpcPack();
    run.awaitLines("results/alerts.txt", "(night run)");
    assertThat(cluster.job(1).state()).isEqualTo("Failed");

    int good = cluster.createJobs(1, Map.of("Name", "good")).get(0);
    cluster.addTask(good, Map.of("CommandLine", "echo good"));
    cluster.submitJob(good);
    run.awaitThat(() -> assertThat(cluster.job(good).state()).isEqualTo("Finished"));
    int empty = cluster.createJobs(1, Map.of("Name", "empty")).get(0);
    cluster.setJobState(empty, "Failed");

    assertThat(run.awaitLines("results/alerts.txt", "(empty)"))
        .map(String::trim)
        .containsExactly(
            "Job 1 (night run) of hpcuser failed. 1 of the job's tasks failed or were canceled.",
            "- task 1.2.3 (solve): The task ended with the exit code 3. no licence for case 3",
            "Job 3 (empty) of hpcuser failed.");
  }
}
