package io.github.camelhpc.benchmarks.server;

import io.github.camelhpc.simulators.HpcSimulators;
import java.util.Map;

/** The simulators with what a work needs. Has a constructor without parameters. */
public interface ServerContents {

  String USER = "benchmark";
  String PASSWORD = "benchmark";

  /** Starts the simulators over HTTP, for {@link #USER} and {@link #PASSWORD}, and fills them. */
  HpcSimulators start() throws Exception;

  /**
   * Whether an answer of the simulators is kept in memory, and given again to the same request
   * without asking them: then the time is that of the client, not that of the simulator.
   */
  default boolean areAnswersKept() {
    return true;
  }

  /** What the benchmark has to know besides the URL, as system properties. */
  default Map<String, String> properties(HpcSimulators simulators) {
    return Map.of();
  }
}
