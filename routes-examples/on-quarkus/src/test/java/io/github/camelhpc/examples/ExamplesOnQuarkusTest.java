package io.github.camelhpc.examples;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each example runs on Camel Quarkus, from its YAML and from its Java. */
@QuarkusTest
@QuarkusTestResource(SimulatedServices.class)
class ExamplesOnQuarkusTest {

  @Inject CamelContext camel;

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("io.github.camelhpc.examples.Examples#inEachDsl")
  void runs(Example example, Dsl dsl, @TempDir Path temporary) throws Exception {
    Path folder = Files.createDirectory(temporary.resolve("example"));
    ExampleRun.copy(example.folder(), folder);
    ExampleRun run = new ExampleRun(camel, SimulatedServices.simulators(), folder);
    Properties settings = new Properties();
    settings.put("folder", folder.toString());
    settings.putAll(example.settings());
    // local properties are those of a thread, and are gone when the first route has started
    camel.getPropertiesComponent().setOverrideProperties(settings);
    example.prepare(run);
    if (dsl == Dsl.YAML) {
      PluginHelper.getRoutesLoader(camel)
          .loadRoutes(ResourceHelper.resolveMandatoryResource(camel, "file:" + example.yaml()));
    } else {
      camel.addRoutes(example.javaRoutes());
    }
    example.check(run);
  }

  @AfterEach
  void takeAway() throws Exception {
    for (Route route : camel.getRoutes()) {
      camel.getRouteController().stopRoute(route.getRouteId());
      camel.removeRoute(route.getRouteId());
    }
    SimulatedServices.simulators().reset();
  }
}
