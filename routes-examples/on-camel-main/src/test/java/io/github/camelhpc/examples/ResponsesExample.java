package io.github.camelhpc.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelhpc.simulators.Fault;
import io.github.camelhpc.simulators.hpcsoa.SoaBatchSnapshot;
import java.util.Map;
import org.apache.camel.RoutesBuilder;
import responses.ResponsesRoutes;

/** The first response is written before the last request is sent; what fails is tried again. */
final class ResponsesExample implements Example {

  private static final String RESULTS = "results/portfolio-1.txt";

  @Override
  public String name() {
    return "responses";
  }

  @Override
  public RoutesBuilder javaRoutes() {
    return new ResponsesRoutes();
  }

  @Override
  public Map<String, String> settings() {
    return Map.of("interval", "200ms", "pause", "500");
  }

  @Override
  public void check(ExampleRun run) throws Exception {
    run.awaitLines(RESULTS, "call,100,95,0.5,0.03,0.2 costs 9.251090");
    SoaBatchSnapshot meanwhile = run.simulators().hpcSoa().batch(1, "prices");
    assertThat(meanwhile.status()).isEqualTo("Ready");
    assertThat(meanwhile.requests()).isLessThan(5);

    assertThat(run.awaitLines(RESULTS, "put,100,105"))
        .containsExactly(
            "call,100,95,0.5,0.03,0.2 costs 9.251090",
            "put,100,95,0.5,0.03,0.2 costs 2.836725",
            "call,100,105,1,0.03,0.2 costs 7.128065",
            "swap,100,105,1,0.03,0.2 failed: An option is a call or a put, not 'swap'.",
            "put,100,105,1,0.03,0.2 costs 9.024846");

    // a request that the broker refuses ends the session, and the file is tried again in another
    run.simulators()
        .faults()
        .matching("POST", "/WindowsHPC/session/\\d+/batch/prices", Fault.status(500), 1);
    run.drop("options/again.csv", "put,100,95,0.5,0.03,0.2");
    assertThat(run.awaitLines("results/again-3.txt", "costs"))
        .containsExactly("put,100,95,0.5,0.03,0.2 costs 2.836725");
    run.awaitThat(() -> assertThat(run.simulators().hpcSoa().sessionCount()).isZero());
  }
}
