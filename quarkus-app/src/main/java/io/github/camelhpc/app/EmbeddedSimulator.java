package io.github.camelhpc.app;

import io.github.camelhpc.hpcpack.HpcPackConfiguration;
import io.github.camelhpc.hpcsoa.HpcSoaConfiguration;
import io.github.camelhpc.simulators.HpcSimulators;
import io.github.camelhpc.simulators.task.TaskRunner;
import io.github.camelhpc.support.camel.UserConfiguration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The stand-in for a cluster, at a free port of this machine, with a password that only this
 * application knows. It executes the command lines of its tasks here.
 */
final class EmbeddedSimulator implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedSimulator.class);

  private static final Duration AWAIT_INTERVAL = Duration.ofMillis(500);

  private final HpcSimulators simulators;
  private final Path temporary;

  private EmbeddedSimulator(HpcSimulators simulators, Path temporary) {
    this.simulators = simulators;
    this.temporary = temporary;
  }

  /**
   * Starts it.
   *
   * @param workDirectory where its tasks run; without it a temporary folder
   */
  static EmbeddedSimulator start(Optional<Path> workDirectory) throws IOException {
    Path temporary =
        workDirectory.isPresent() ? null : Files.createTempDirectory("hpcpack-simulator-");
    HpcSimulators simulators =
        HpcSimulators.builder()
            .httpsPort(-1)
            .taskRunner(TaskRunner.process(workDirectory.orElse(temporary)))
            .start();
    return new EmbeddedSimulator(simulators, temporary);
  }

  /** Points the component at it. */
  void configure(HpcPackConfiguration hpcPack) {
    configure(hpcPack, simulators.hpcPackUrl());
  }

  /** Points the component at its SOA web service. */
  void configure(HpcSoaConfiguration hpcSoa) {
    configure(hpcSoa, simulators.hpcSoaUrl());
  }

  private void configure(UserConfiguration component, String serviceUrl) {
    component.setServiceUrl(serviceUrl);
    component.setUsername(simulators.userName());
    component.setPassword(simulators.password());
    component.setAwaitInterval(AWAIT_INTERVAL.toMillis());
  }

  /** Ends it with all its tasks. */
  @Override
  public void close() {
    simulators.close();
    if (temporary != null) {
      delete(temporary);
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
      for (Path path : deepestFirst) {
        Files.delete(path);
      }
    } catch (IOException e) {
      LOG.debug("The folder of the simulator's tasks stays", e);
    }
  }
}
