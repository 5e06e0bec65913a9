package io.github.camelhpc.examples;

import static org.assertj.core.api.Assertions.assertThat;

import burst.BurstRoutes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.RoutesBuilder;

/** A job goes to HPC Pack, and, when another one is queued there, the next to Azure Batch. */
final class BurstExample implements Example {

  @Override
  public String name() {
    return "burst";
  }

  @Override
  public RoutesBuilder javaRoutes() {
    return new BurstRoutes();
  }

  @Override
  public Map<String, String> settings() {
    return Map.of("interval", "200ms");
  }

  /** Only the first job is there, and takes no time. */
  @Override
  public void prepare(ExampleRun run) throws Exception {
    for (Path job : jobs(run)) {
      if (job.endsWith("1-january.json")) {
        Files.writeString(job, quick(Files.readString(job)));
      } else {
        Files.delete(job);
      }
    }
  }

  @Override
  public void check(ExampleRun run) throws Exception {
    assertThat(run.awaitLines("results/1-january-hpcpack-1.csv", "north,0,48", "south,0,14"))
        .hasSize(2);

    int queued = run.simulators().hpcPack().createJobs(1, Map.of("Name", "queued")).get(0);
    run.simulators().hpcPack().setJobState(queued, "Queued");
    run.drop("jobs/5-may.json", quick(Files.readString(folder().resolve("jobs/5-may.json"))));
    run.awaitThat(() -> assertThat(results(run)).hasSize(2));
    String may = results(run).get(1);
    assertThat(may).matches("5-may-azbatch-5-may-\\d{8}-\\d{6}\\.csv");
    run.awaitLines("results/" + may, "north,0,46", "south,0,16");
    assertThat(run.simulators().requests().count("POST", "/hpc/jobs")).isEqualTo(1);

    run.drop("jobs/wrong.json", "not a job");
    run.awaitLines("failed/wrong.json", "not a job");
  }

  private static String quick(String job) {
    return job.replace("sleep 10", "sleep 0");
  }

  private static List<Path> jobs(ExampleRun run) throws Exception {
    try (Stream<Path> files = Files.list(run.folder().resolve("jobs"))) {
      return files.toList();
    }
  }

  private static List<String> results(ExampleRun run) throws Exception {
    try (Stream<Path> files = Files.list(run.folder().resolve("results"))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
