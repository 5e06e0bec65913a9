package io.github.camelhpc.simulators.hpcpack;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelhpc.simulators.RunningSimulators;
import io.github.camelhpc.simulators.SimulatorClient;
import io.github.camelhpc.simulators.task.SimulatedTaskRules;
import io.github.camelhpc.simulators.task.TaskRunner;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A hundred thousand jobs. */
class ManyJobsTest {

  private static final int MANY = 100_000;

  @RegisterExtension
  static final RunningSimulators SIMULATORS =
      new RunningSimulators(
          builder -> builder.taskRunner(TaskRunner.simulated(SimulatedTaskRules.standard())));

  @Test
  void hundredThousandJobsTakeLittleMemoryAndAreListedInPages() {
    long before = usedMemory();
    long start = System.nanoTime();
    List<Integer> ids = SIMULATORS.get().hpcPack().createJobs(MANY, Map.of("Name", "one of many"));
    SIMULATORS.get().hpcPack().setAllJobs("Running");

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    assertThat(ids).hasSize(MANY).startsWith(1).endsWith(MANY);
    assertThat(usedMemory() - before).isLessThan(200L << 20);

    int rows = 0;
    String query = "";
    do {
      HttpResponse<String> page =
          SIMULATORS.client().get("/jobs?properties=Id,State&rowsPerRead=5000" + query);
      rows += SimulatorClient.rowsOf(page).size();
      query =
          page.headers()
              .firstValue("x-ms-continuation-queryId")
              .map(id -> "&queryId=" + SimulatorClient.encode(id))
              .orElse("");
    } while (!query.isEmpty());
    assertThat(rows).isEqualTo(MANY);
    assertThat(SIMULATORS.get().requests().count("GET", "/hpc/jobs")).isEqualTo(20);
  }

  @Test
  void changedJobsAreFoundQuickly() {
    SIMULATORS.get().hpcPack().createJobs(MANY, Map.of());
    SIMULATORS.advanceSeconds(60);
    SIMULATORS.get().hpcPack().setJobState(777, "Finished");
    String filter =
        SimulatorClient.encode(
            "ChangeTimeFrom eq " + SIMULATORS.client().property(777, "ChangeTime"));
    String path = "/jobs?properties=Id&rowsPerRead=5000&$filter=" + filter;
    SIMULATORS.client().rows(path);
    long start = System.nanoTime();

    assertThat(SIMULATORS.client().rows(path)).containsExactly(Map.of("Id", "777"));

    // a few milliseconds in fact; the bound is for a busy machine
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(500));
    SIMULATORS.get().hpcPack().finishAll();
    assertThat(SIMULATORS.get().hpcPack().jobCount("Finished")).isEqualTo(MANY);
  }

  @Test
  void tenThousandJobsAndABigSweepGetTheirTurn() {
    for (int job : SIMULATORS.get().hpcPack().createJobs(10_000, Map.of())) {
      SIMULATORS.get().hpcPack().addTask(job, Map.of("CommandLine", "a"));
      SIMULATORS.get().hpcPack().submitJob(job);
    }
    int sweep = SIMULATORS.get().hpcPack().createJobs(1, Map.of()).get(0);
    SIMULATORS
        .get()
        .hpcPack()
        .addTask(
            sweep, Map.of("CommandLine", "a *", "Type", "ParametricSweep", "EndValue", "20000"));
    SIMULATORS.get().hpcPack().submitJob(sweep);

    SIMULATORS.advance(Duration.ofHours(1));

    assertThat(SIMULATORS.get().hpcPack().jobCount("Finished")).isEqualTo(10_001);
    assertThat(SIMULATORS.get().hpcPack().job(sweep).tasks())
        .hasSize(20_000)
        .allMatch(task -> task.state().equals("Finished"));
  }

  private static long usedMemory() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
