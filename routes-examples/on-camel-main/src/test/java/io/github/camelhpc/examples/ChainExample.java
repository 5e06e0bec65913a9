package io.github.camelhpc.examples;

import static org.assertj.core.api.Assertions.assertThat;

import chain.ChainRoutes;
import java.util.List;
import java.util.Map;
import org.apache.camel.RoutesBuilder;

/** The report has what each of the four services had to say of the night. */
final class ChainExample implements Example {

  private static final String SAMPLE =
      "vm00[12] 20\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d:00Z \\d+\\.\\d+ %";

  @Override
  public String name() {
    return "chain";
  }

  @Override
  public RoutesBuilder javaRoutes() {
    return new ChainRoutes();
  }

  @Override
  public Map<String, String> settings() {
    return Map.of("interval", "200ms");
  }

  @Override
  public void check(ExampleRun run) throws Exception {
    List<String> report = run.awaitLines("results/night-1.txt", "CPU usage from dbapi:");

    assertThat(report.get(0)).matches("Job 1 was Finished, from 20\\S+Z to 20\\S+Z\\.");
    // prices by Black and Scholes
    assertThat(report)
        .containsSequence(
            "Scenarios of HPC Pack:",
            "call,100,95,0.5,0.03,0.1",
            "call,100,95,0.5,0.03,0.2",
            "call,100,95,0.5,0.03,0.3",
            "call,100,95,0.5,0.03,0.4")
        .containsSequence(
            "Prices of the SOA service, reserves of Azure Batch:",
            "scenario-1 price 7.055135 reserve 2.11654",
            "scenario-2 price 9.251090 reserve 2.77533",
            "scenario-3 price 11.777641 reserve 3.53329",
            "scenario-4 price 14.388310 reserve 4.31649");
    List<String> usage = report.subList(report.indexOf("CPU usage from dbapi:") + 1, report.size());
    assertThat(usage).hasSizeBetween(3, 8).allMatch(line -> line.matches(SAMPLE));
    assertThat(run.simulators().hpcPack().jobCount()).isEqualTo(1);
    assertThat(run.simulators().dbapi().requests()).hasSize(1);
  }
}
