package io.github.camelhpc.benchmarks;

import io.github.camelhpc.benchmarks.server.ServerContents;
import io.github.camelhpc.benchmarks.server.ServerProcess;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * A JMH benchmark class with a method for each peer. Each round has one fork of each, in changing
 * order. All ask the same server, which runs in a process of its own.
 *
 * <p>A field of the benchmark's {@code @AuxCounters} that has the name of a {@link Metric} in lower
 * case is taken for it.
 *
 * @param server what the server has
 * @param jvmArgs of the forks
 */
public record JmhWork(
    String id,
    String title,
    Class<?> benchmark,
    Class<? extends ServerContents> server,
    List<String> jvmArgs,
    List<Peer> peers,
    List<Target> targets)
    implements Work {

  @Override
  public void measure(int rounds, Measurements into) throws Exception {
    try (ServerProcess process = ServerProcess.start(server)) {
      for (int round = 0; round < rounds; round++) {
        List<Peer> order = new ArrayList<>(peers);
        Collections.rotate(order, round);
        for (Peer peer : order) {
          measure(peer, process.properties(), into);
        }
      }
    }
  }

  private void measure(Peer peer, Map<String, String> properties, Measurements into)
      throws RunnerException {
    List<String> args = new ArrayList<>(jvmArgs);
    properties.forEach((name, value) -> args.add("-D" + name + "=" + value));
    Options options =
        new OptionsBuilder()
            .include("^" + Pattern.quote(benchmark.getName() + "." + peer.name()) + "$")
            .forks(1)
            .jvmArgs(args.toArray(String[]::new))
            .addProfiler(GCProfiler.class)
            .shouldFailOnError(true)
            .verbosity(
                Boolean.getBoolean("benchmarks.verbose") ? VerboseMode.NORMAL : VerboseMode.SILENT)
            .build();
    Collection<RunResult> results = new Runner(options).run();
    if (results.isEmpty()) {
      throw new IllegalStateException(benchmark.getName() + " has no method " + peer.name());
    }
    RunResult result = results.iterator().next();
    StringBuilder told = new StringBuilder("  ").append(id).append(' ').append(peer.name());
    add(peer, Metric.TIME, result.getPrimaryResult(), into, told);
    for (Metric metric : Metric.values()) {
      String name =
          metric == Metric.ALLOCATION ? "gc.alloc.rate.norm" : metric.name().toLowerCase();
      Result<?> secondary = result.getSecondaryResults().get(name);
      if (secondary != null) {
        add(peer, metric, secondary, into, told);
      }
    }
    System.out.println(told);
  }

  private static void add(
      Peer peer, Metric metric, Result<?> result, Measurements into, StringBuilder told) {
    into.add(peer.name(), metric, result.getScore());
    told.append("  ").append(metric.told(result.getScore()));
  }
}
