package io.github.camelhpc.benchmarks.application;

import io.github.camelhpc.benchmarks.server.ServerContents;
import io.github.camelhpc.simulators.HpcSimulators;
import io.github.camelhpc.simulators.task.SimulatedTaskRules;
import io.github.camelhpc.simulators.task.SimulatedTaskRules.Outcome;
import io.github.camelhpc.simulators.task.TaskRunner;
import java.time.Duration;
import java.util.Map;

/**
 * The four services that both applications ask; the properties are settings of the applications.
 */
public final class Services implements ServerContents {

  static final int NODES = 250;

  /** A command line whose task ends soon. */
  static final String QUICK = "quick";

  private static final int JOBS = 100;

  @Override
  public HpcSimulators start() {
    HpcSimulators simulators =
        HpcSimulators.builder()
            .httpsPort(-1)
            .user(USER, PASSWORD)
            .soaRequestTime(Duration.ZERO)
            .taskRunner(
                TaskRunner.simulated(
                    SimulatedTaskRules.standard()
                        .when(QUICK, Outcome.after(Duration.ofMillis(10)).exitCode(0))))
            .start();
    simulators.hpcPack().createJobs(JOBS, Map.of("Name", "pricing"));
    simulators.azBatch().createPool("pool", 2);
    simulators
        .azBatch()
        .createJob(
            "prepared", "pool", Map.of("jobPreparationTask", Map.of("commandLine", "prepare")));
    simulators.azBatch().addPreparationStatuses("prepared", NODES, Services::preparation);
    return simulators;
  }

  private static Map<String, Object> preparation(int node) {
    return Map.of(
        "nodeId",
        "node-" + node,
        "jobPreparationTaskExecutionInfo",
        Map.of(
            "state",
            "completed",
            "startTime",
            "2026-03-01T09:00:00Z",
            "retryCount",
            0,
            "exitCode",
            node % 7));
  }

  /** The applications change what the services have. */
  @Override
  public boolean areAnswersKept() {
    return false;
  }

  @Override
  public Map<String, String> properties(HpcSimulators simulators) {
    return Map.of(
        "hpcpack.url", simulators.hpcPackUrl(),
        "hpcsoa.url", simulators.hpcSoaUrl(),
        "azbatch.url", simulators.azBatchUrl(),
        "dbapi.url", simulators.dbapiUrl(),
        "service.user", USER,
        "service.password", PASSWORD,
        "account.name", simulators.azBatch().credentials().accountName(),
        "account.key", simulators.azBatch().credentials().accountKey());
  }
}
