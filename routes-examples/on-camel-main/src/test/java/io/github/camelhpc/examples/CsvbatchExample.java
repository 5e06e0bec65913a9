package io.github.camelhpc.examples;

import static org.assertj.core.api.Assertions.assertThat;

import csvbatch.CsvbatchRoutes;
import java.util.List;
import java.util.Map;
import org.apache.camel.RoutesBuilder;

/** Each row has its own price, and the one that cannot be priced says why. */
final class CsvbatchExample implements Example {

  @Override
  public String name() {
    return "csvbatch";
  }

  @Override
  public RoutesBuilder javaRoutes() {
    return new CsvbatchRoutes();
  }

  @Override
  public Map<String, String> settings() {
    return Map.of("interval", "200ms");
  }

  @Override
  public void check(ExampleRun run) throws Exception {
    List<String> lines = run.awaitLines("results/portfolio.csv", "1,call", "5,put");
    assertThat(lines.get(0)).isEqualTo("row,type,spot,strike,years,rate,volatility,price,error");
    assertThat(lines.subList(1, lines.size()))
        .containsExactlyInAnyOrder(
            "1,call,100,95,0.5,0.03,0.2,9.251090,",
            "2,put,100,95,0.5,0.03,0.2,2.836725,",
            "3,call,100,105,1,0.03,0.2,7.128065,",
            "4,swap,100,105,1,0.03,0.2,,\"An option is a call or a put, not 'swap'.\"",
            "5,put,100,105,1,0.03,0.2,9.024846,");

    // lines as Windows ends them, and a quotation mark in the reason of a fault
    run.drop(
        "options/windows.csv", "a,b,c,d,e,f\r\nput,100,95,0.5,0.03,0.2\r\n\"swap\",1,1,1,1,1\r\n");
    assertThat(run.awaitLines("results/windows.csv", "1,put", "2,"))
        .containsExactlyInAnyOrder(
            "row,a,b,c,d,e,f,price,error",
            "1,put,100,95,0.5,0.03,0.2,2.836725,",
            "2,\"swap\",1,1,1,1,1,,\"An option is a call or a put, not '\"\"swap\"\"'.\"");

    run.awaitThat(() -> assertThat(run.simulators().hpcSoa().sessionCount()).isZero());
    assertThat(run.simulators().requests().count("POST", "/WindowsHPC/sessions/Create"))
        .isEqualTo(2);
  }
}
