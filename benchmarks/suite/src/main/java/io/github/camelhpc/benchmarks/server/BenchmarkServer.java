package io.github.camelhpc.benchmarks.server;

import io.github.camelhpc.simulators.HpcSimulators;
import java.util.LinkedHashMap;
import java.util.Map;

/** The process that {@link ServerProcess} starts: prints properties, and ends with its input. */
public final class BenchmarkServer {

  /** The system property with the URL. */
  public static final String URL = "benchmarks.url";

  static final String READY = "ready";

  private BenchmarkServer() {}

  public static void main(String[] args) throws Exception {
    ServerContents contents =
        (ServerContents) Class.forName(args[0]).getDeclaredConstructor().newInstance();
    try (HpcSimulators simulators = contents.start();
        KeptAnswers kept =
            contents.areAnswersKept() ? KeptAnswers.of(simulators.httpUrl()) : null) {
      Map<String, String> properties = new LinkedHashMap<>(contents.properties(simulators));
      properties.put(URL, kept == null ? simulators.httpUrl() : kept.url());
      properties.forEach((name, value) -> System.out.println(name + "=" + value));
      System.out.println(READY);
      while (System.in.read() >= 0) {
        // only its end counts
      }
    }
  }
}
