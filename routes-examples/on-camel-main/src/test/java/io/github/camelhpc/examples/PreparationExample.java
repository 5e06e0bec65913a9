package io.github.camelhpc.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.camel.RoutesBuilder;
import preparation.PreparationRoutes;

/** Two jobs cannot be prepared on either node of the pool. */
final class PreparationExample implements Example {

  @Override
  public String name() {
    return "preparation";
  }

  @Override
  public RoutesBuilder javaRoutes() {
    return new PreparationRoutes();
  }

  @Override
  public Map<String, String> settings() {
    return Map.of("interval", "1500ms");
  }

  @Override
  public void check(ExampleRun run) throws Exception {
    List<String> nodes =
        run.simulators().azBatch().nodesOf("burst").stream()
            .map(node -> node.getString("id"))
            .toList();
    assertThat(nodes).hasSize(2);

    List<String> report =
        run.awaitLines(
            "results/preparation.txt",
            nodes.get(0) + ": 2 failed, the newest at 20",
            nodes.get(1) + ": 2 failed, the newest at 20");

    assertThat(report.get(0)).startsWith("Nodes that cannot be prepared, as of 20");
    assertThat(report.subList(1, report.size()))
        .hasSize(2)
        .allMatch(line -> line.contains(" job needs-") && line.contains(" exit code 1: "));
  }
}
