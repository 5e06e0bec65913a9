package io.github.camelhpc.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelhpc.simulators.HpcSimulators;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;

/**
 * An example while it runs.
 *
 * @param camel the context of its routes
 * @param simulators the services
 * @param folder a copy of the example's folder, in which it runs
 */
public record ExampleRun(CamelContext camel, HpcSimulators simulators, Path folder) {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** Puts a file into the folder, at once and complete. */
  public void drop(String name, String text) throws IOException {
    Path target = folder.resolve(name);
    Files.createDirectories(target.getParent());
    Path hidden = target.resolveSibling("." + target.getFileName());
    Files.writeString(hidden, text);
    Files.move(hidden, target);
  }

  /** Waits until a file is there that says this, and gives its lines. */
  public List<String> awaitLines(String name, String... texts) throws IOException {
    Path file = folder.resolve(name);
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(file).exists().content().contains(texts));
    return Files.readAllLines(file);
  }

  /** Waits until something holds. */
  public void awaitThat(Assertion assertion) {
    await().atMost(PATIENCE).untilAsserted(assertion::check);
  }

  /** Copies the files of an example, but its routes and what it made before. */
  static void copy(Path example, Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(example)) {
      for (Path file : (Iterable<Path>) files.sorted()::iterator) {
        Path relative = example.relativize(file);
        if (!relative.startsWith("results") && !relative.toString().startsWith(".camel")) {
          Path copy = folder.resolve(relative.toString());
          if (Files.isDirectory(file)) {
            Files.createDirectories(copy);
          } else {
            Files.copy(file, copy);
          }
        }
      }
    }
  }

  /** Something that may come true. */
  @FunctionalInterface
  public interface Assertion {
    void check() throws Exception;
  }
}
