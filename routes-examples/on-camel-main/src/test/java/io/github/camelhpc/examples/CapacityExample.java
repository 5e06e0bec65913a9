package io.github.camelhpc.examples;

import static org.assertj.core.api.Assertions.assertThat;

import capacity.CapacityRoutes;
import io.github.camelhpc.simulators.dbapi.RequestSnapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.camel.RoutesBuilder;

/** Two files with the values of a day, and two lines that name who was above a threshold. */
final class CapacityExample implements Example {

  /** A name with the value that is above the threshold. */
  private static final Pattern NAMED = Pattern.compile("(\\w+ ?\\d) \\((\\d+[.]\\d+) %\\)");

  /** One a minute, but one in fifty is missing. */
  private static final int SAMPLES_OF_A_DAY = 24 * 60 * 19 / 20;

  @Override
  public String name() {
    return "capacity";
  }

  @Override
  public RoutesBuilder javaRoutes() {
    return new CapacityRoutes();
  }

  /** In the course of a day each of the simulator's resources is above and below 80 %. */
  @Override
  public Map<String, String> settings() {
    return Map.of("recent", "24h");
  }

  @Override
  public void check(ExampleRun run) throws Exception {
    List<String> above = run.awaitLines("results/above.txt", " pools above", " hosts above");

    assertThat(above).hasSize(2);
    assertNamed(above.get(0), "Pool 0", "Pool 1");
    assertNamed(above.get(1), "host1", "host2", "host3", "host4");
    assertThat(lines(run, "pools-"))
        .hasSizeGreaterThan(2 * SAMPLES_OF_A_DAY)
        .startsWith("signature,name,attribute,unit,time,value")
        .anyMatch(line -> line.startsWith("raidPool#410001-0,Pool 0,usedCapacity,%,"));
    assertThat(lines(run, "hosts-"))
        .hasSizeGreaterThan(4 * SAMPLES_OF_A_DAY)
        .anyMatch(line -> line.startsWith("h#host1,host1,cpuUsage,%,"));
    assertThat(run.simulators().dbapi().requests())
        .extracting(RequestSnapshot::query)
        .filteredOn(query -> query.startsWith("raidPool["))
        .hasSize(2);
  }

  private static void assertNamed(String line, String... names) {
    List<String[]> named =
        NAMED
            .matcher(line)
            .results()
            .map(match -> new String[] {match.group(1), match.group(2)})
            .toList();
    assertThat(named).extracting(pair -> pair[0]).containsExactly(names);
    assertThat(named).extracting(pair -> Double.valueOf(pair[1])).allMatch(value -> value > 80);
  }

  private static List<String> lines(ExampleRun run, String prefix) throws IOException {
    try (Stream<Path> files = Files.list(run.folder().resolve("results"))) {
      Path file =
          files
              .filter(it -> it.getFileName().toString().startsWith(prefix))
              .findAny()
              .orElseThrow();
      return Files.readAllLines(file);
    }
  }
}
