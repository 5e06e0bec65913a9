package io.github.camelhpc.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.camel.RoutesBuilder;
import paging.PagingRoutes;

/** A cluster without jobs gets some, and a line for each of them is written, page after page. */
final class PagingExample implements Example {

  private static final int JOBS = 95;

  @Override
  public String name() {
    return "paging";
  }

  @Override
  public RoutesBuilder javaRoutes() {
    return new PagingRoutes();
  }

  @Override
  public Map<String, String> settings() {
    return Map.of("sample", String.valueOf(JOBS), "page", "10");
  }

  @Override
  public void check(ExampleRun run) throws Exception {
    run.awaitThat(() -> assertThat(lines(run.folder())).hasSize(JOBS));

    assertThat(lines(run.folder()))
        .containsExactlyElementsOf(
            IntStream.range(0, JOBS)
                .mapToObj(i -> "%d,Configuring,hpcuser,sample %d".formatted(i + 1, i))
                .toList());
    assertThat(run.simulators().hpcPack().jobCount()).isEqualTo(JOBS);
    // is it empty, and then ten pages
    assertThat(run.simulators().requests().count("GET", "/hpc/jobs")).isEqualTo(1 + 10);
  }

  private static List<String> lines(Path folder) throws Exception {
    Path results = folder.resolve("results");
    if (!Files.exists(results)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(results)) {
      return Files.readAllLines(files.findAny().orElseThrow());
    }
  }
}
