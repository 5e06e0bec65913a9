package io.github.camelhpc.examples;

import io.github.camelhpc.simulators.HpcSimulators;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each example runs on Camel Main, from its YAML and from its Java. */
class ExamplesOnCamelMainTest {

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("io.github.camelhpc.examples.Examples#inEachDsl")
  void runs(Example example, Dsl dsl, @TempDir Path temporary) throws Exception {
    Path folder = Files.createDirectory(temporary.resolve("example"));
    ExampleRun.copy(example.folder(), folder);
    try (HpcSimulators simulators = ExampleServices.start(temporary.resolve("tasks"))) {
      Main main = new Main();
      Map<String, String> settings = new HashMap<>(ExampleServices.settings(simulators));
      settings.put("folder", folder.toString());
      settings.putAll(example.settings());
      settings.forEach(main::addInitialProperty);
      if (dsl == Dsl.YAML) {
        main.configure().setRoutesIncludePattern("file:" + example.yaml());
      } else {
        main.configure().addRoutesBuilder(example.javaRoutes());
      }
      example.prepare(new ExampleRun(null, simulators, folder));
      main.start();
      try {
        example.check(new ExampleRun(main.getCamelContext(), simulators, folder));
      } finally {
        main.stop();
      }
    }
  }
}
