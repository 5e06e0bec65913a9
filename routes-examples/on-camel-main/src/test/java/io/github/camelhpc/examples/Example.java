package io.github.camelhpc.examples;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.camel.RoutesBuilder;

/** One of the examples, and how it is seen that it works. */
public interface Example {

  /** Its folder, which is the name of its YAML file, too. */
  String name();

  /** Its routes in Java. */
  RoutesBuilder javaRoutes();

  /** Settings that make it quick; without them it runs as its README says. */
  default Map<String, String> settings() {
    return Map.of();
  }

  /** Makes what is there before it starts. */
  default void prepare(ExampleRun run) throws Exception {}

  /** Uses it as a newcomer would, and asserts what that one would see. */
  void check(ExampleRun run) throws Exception;

  /** Its folder in the project. */
  default Path folder() {
    for (Path up = Path.of("").toAbsolutePath(); up != null; up = up.getParent()) {
      Path folder = up.resolve(name());
      if (Files.exists(folder.resolve(name() + ".yaml"))) {
        return folder;
      }
    }
    throw new IllegalStateException("There is no folder " + name() + " with its YAML.");
  }

  /** Its routes in YAML. */
  default Path yaml() {
    return folder().resolve(name() + ".yaml");
  }
}
