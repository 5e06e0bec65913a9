package io.github.camelhpc.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelhpc.simulators.Fault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.camel.RoutesBuilder;
import retries.RetriesRoutes;

/** What the cluster refuses is put aside; while it is busy or cannot be reached, nothing is. */
final class RetriesExample implements Example {

  private static final String JOBS = "/hpc/jobs";

  @Override
  public String name() {
    return "retries";
  }

  @Override
  public RoutesBuilder javaRoutes() {
    return new RetriesRoutes();
  }

  @Override
  public Map<String, String> settings() {
    return Map.of("pause", "50", "interval", "100", "attempts", "3");
  }

  /** Busy twice for the first file. */
  @Override
  public void prepare(ExampleRun run) {
    run.simulators().faults().matching("POST", JOBS, Fault.status(503).body("busy"), 2);
  }

  @Override
  public void check(ExampleRun run) throws Exception {
    Path results = run.folder().resolve("results");
    run.awaitThat(() -> assertThat(results.resolve("submitted/good.json")).exists());
    run.awaitThat(() -> assertThat(results.resolve("refused/refused.json")).exists());
    assertThat(results.resolve("refused/refused.json"))
        .hasSameTextualContentAs(run.folder().resolve("samples/refused.json"));
    assertThat(results.resolve("refused/refused.json.reason.txt"))
        .content()
        .contains("HTTP status 400", "The value 'Urgent' of Priority is not Lowest");
    // the good one thrice, the refused one once
    assertThat(run.simulators().requests().count("POST", JOBS)).isEqualTo(3 + 1);
    assertThat(run.simulators().hpcPack().jobCount()).isEqualTo(1);

    // busy for longer than it is tried: the file stays in the folder, and is found there again
    run.simulators().faults().matching("POST", JOBS, Fault.status(429).body("busy"), 5);
    run.drop("jobs/later.json", "{\"Name\": \"later\", \"tasks\": [{\"CommandLine\": \"true\"}]}");
    run.awaitThat(() -> assertThat(results.resolve("submitted/later.json")).exists());
    assertThat(run.simulators().requests().count("POST", JOBS)).isEqualTo(3 + 1 + 6);
    assertThat(Files.exists(results.resolve("refused/later.json"))).isFalse();

    run.simulators().faults().matching("POST", JOBS, Fault.resetBeforeAnswer(), 1);
    run.drop("jobs/last.json", "{\"Name\": \"last\", \"tasks\": [{\"CommandLine\": \"true\"}]}");
    run.awaitThat(() -> assertThat(results.resolve("submitted/last.json")).exists());
    assertThat(run.simulators().hpcPack().jobCount()).isEqualTo(3);
  }
}
