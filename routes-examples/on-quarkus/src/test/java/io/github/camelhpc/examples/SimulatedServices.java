package io.github.camelhpc.examples;

import io.github.camelhpc.simulators.HpcSimulators;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The services of the examples, outside of the application. */
public class SimulatedServices implements QuarkusTestResourceLifecycleManager {

  private static HpcSimulators simulators;

  static HpcSimulators simulators() {
    return simulators;
  }

  @Override
  public Map<String, String> start() {
    try {
      simulators = ExampleServices.start(Files.createTempDirectory(Path.of("target"), "tasks"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return ExampleServices.settings(simulators);
  }

  @Override
  public void stop() {
    if (simulators != null) {
      simulators.close();
    }
  }
}
