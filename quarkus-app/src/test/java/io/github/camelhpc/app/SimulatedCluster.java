package io.github.camelhpc.app;

import io.github.camelhpc.simulators.HpcSimulators;
import io.github.camelhpc.simulators.azbatch.AccountCredentials;
import io.github.camelhpc.simulators.task.SimulatedTaskRules;
import io.github.camelhpc.simulators.task.SimulatedTaskRules.Outcome;
import io.github.camelhpc.simulators.task.TaskRunner;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * A cluster, an Azure Batch account and a detail view server outside the application, which the
 * tests can look at and make fail, and new folders. Tasks take a second; none is executed.
 */
public class SimulatedCluster implements QuarkusTestResourceLifecycleManager {

  private static HpcSimulators simulators;
  private static Path folder;

  static HpcSimulators simulators() {
    return simulators;
  }

  static Path inbox() {
    return folder.resolve("inbox");
  }

  static Path outbox() {
    return folder.resolve("outbox");
  }

  @Override
  public Map<String, String> start() {
    try {
      folder = Files.createTempDirectory(Path.of("target"), "app").toAbsolutePath();
      Files.createDirectories(folder.resolve("routes"));
      Files.writeString(
          folder.resolve("routes/own.yaml"),
          """
          - route:
              id: own
              from:
                uri: direct:own
                steps:
                  - to: hpcpack:getVersion
          """);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    simulators =
        HpcSimulators.builder().httpsPort(-1).taskRunner(TaskRunner.simulated(tasks())).start();
    simulators.azBatch().createPool("pool1", 4);
    return Map.ofEntries(
        Map.entry("camel.component.hpcsoa.service-url", simulators.hpcSoaUrl()),
        Map.entry("camel.component.hpcsoa.username", simulators.userName()),
        Map.entry("camel.component.hpcsoa.password", simulators.password()),
        Map.entry("camel.component.hpcsoa.await-interval", "200ms"),
        Map.entry("app.inbox", inbox().toString()),
        Map.entry("app.outbox", outbox().toString()),
        Map.entry("app.routes", folder.resolve("routes").toString()),
        Map.entry("app.status-interval", "200ms"),
        Map.entry("camel.component.hpcpack.service-url", simulators.hpcPackUrl()),
        Map.entry("camel.component.hpcpack.username", simulators.userName()),
        Map.entry("camel.component.hpcpack.password", simulators.password()),
        Map.entry("camel.component.hpcpack.await-interval", "200ms"),
        Map.entry("camel.component.azbatch.service-url", simulators.azBatchUrl()),
        Map.entry("camel.component.azbatch.account-name", credentials().accountName()),
        Map.entry("camel.component.azbatch.account-key", credentials().accountKey()),
        Map.entry("camel.component.azbatch.await-interval", "200ms"),
        Map.entry("camel.component.dbapi.service-url", simulators.dbapiUrl()),
        Map.entry("camel.component.dbapi.username", simulators.userName()),
        Map.entry("camel.component.dbapi.password", simulators.password()),
        Map.entry("camel.component.dbapi.max-retries", "0"),
        Map.entry("app.cpu-usage.interval", "500ms"),
        Map.entry("app.burst.pool", "pool1"),
        Map.entry("app.burst.queued-jobs", "1"),
        Map.entry("app.burst.interval", "200ms"),
        Map.entry("app.preparation-interval", "200ms"),
        Map.entry("app.pause-millis", "1000"));
  }

  private static AccountCredentials credentials() {
    return simulators.azBatch().credentials();
  }

  private static SimulatedTaskRules tasks() {
    return SimulatedTaskRules.standard()
        .when("hold", Outcome.after(Duration.ofHours(1)))
        .when("say", Outcome.after(Duration.ofMillis(100)).output("something ".repeat(500)))
        .when("fail", Outcome.after(Duration.ofMillis(100)).exitCode(3));
  }

  @Override
  public void stop() {
    if (simulators != null) {
      simulators.close();
    }
  }
}
