package io.github.camelhpc.app;

import io.github.camelhpc.simulators.HpcSimulators;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * A cluster outside the application, which the tests can look at and make fail, and new folders.
 * Its tasks take a second; none is executed.
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
    simulators = HpcSimulators.builder().httpsPort(-1).start();
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
        Map.entry("app.pause-millis", "1000"));
  }

  @Override
  public void stop() {
    if (simulators != null) {
      simulators.close();
    }
  }
}
