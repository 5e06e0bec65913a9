package io.github.camelhpc.benchmarks.application;

import io.github.camelhpc.benchmarks.Measurements;
import io.github.camelhpc.benchmarks.Metric;
import io.github.camelhpc.benchmarks.Target;
import io.github.camelhpc.benchmarks.Work;
import io.github.camelhpc.benchmarks.server.ServerProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Starts two Quarkus applications that have the same five routes, one with the components and one
 * by hand, in turn. The start is over when the log says "started in": then the routes run and the
 * HTTP port is open. The last start of a round gets messages, too.
 *
 * <p>The resident memory is known on Linux only; elsewhere it is left out.
 */
public final class ApplicationStart implements Work {

  private static final String BY_HAND = "byHand";
  private static final int STARTS_A_ROUND = 2;
  private static final int MESSAGES = 500;

  /** G1, the default, lets the heap grow by the share of pauses: by how busy the machine is. */
  private static final List<String> JVM_ARGS = List.of("-Xmx64m", "-XX:+UseSerialGC");

  private static final Duration LONGEST_WAIT_FOR_LOG = Duration.ofSeconds(20);

  private final Path applications;

  /**
   * @param applications the folder with the modules of both
   */
  public ApplicationStart(Path applications) {
    this.applications = applications;
  }

  @Override
  public String id() {
    return "applicationStart";
  }

  @Override
  public String title() {
    return "start and memory of a Quarkus application with five routes, "
        + MESSAGES
        + " messages, "
        + String.join(" ", JVM_ARGS);
  }

  @Override
  public List<Target> targets() {
    List<Target> targets = new ArrayList<>();
    targets.add(Target.atMost(Metric.START, BY_HAND, 1.1));
    if (RunningApplication.isMemoryKnown()) {
      targets.add(Target.atMost(Metric.MEMORY, BY_HAND, 1.1));
      targets.add(Target.atMost(Metric.MEMORY_AFTER_MESSAGES, BY_HAND, 1.1));
    }
    return targets;
  }

  @Override
  public List<Peer> peers() {
    return List.of(
        new Peer(COMPONENT, "`application-with-components`"),
        new Peer(BY_HAND, "`application-by-hand`: the same routes with camel-quarkus-http"));
  }

  @Override
  public void measure(int rounds, Measurements into) throws Exception {
    if (!RunningApplication.isMemoryKnown()) {
      System.out.println("  The memory is left out: it is read from /proc, which Linux has.");
    }
    for (int round = 0; round < rounds; round++) {
      try (ServerProcess services = ServerProcess.start(Services.class)) {
        for (int start = 0; start < STARTS_A_ROUND; start++) {
          List<Peer> order = new ArrayList<>(peers());
          Collections.rotate(order, round + start);
          for (Peer peer : order) {
            measure(peer, services.properties(), start == STARTS_A_ROUND - 1, into);
          }
        }
      }
    }
  }

  private void measure(
      Peer peer, Map<String, String> services, boolean withMessages, Measurements into)
      throws Exception {
    Map<String, String> settings = new HashMap<>(services);
    settings.put("wait.interval", "250");
    try (RunningApplication application = RunningApplication.start(jar(peer), JVM_ARGS, settings)) {
      Taken taken = new Taken(peer, into);
      application.processorTime().ifPresent(time -> taken.add(Metric.PROCESSOR, time.toMillis()));
      taken.addMemory(Metric.MEMORY, application);
      taken.add(Metric.START, application.startTime().toMillis());
      taken.add(Metric.REPORTED_START, application.reportedStartTime().toMillis());
      if (withMessages) {
        new Messages(application.url()).send(MESSAGES);
        taken.addMemory(Metric.MEMORY_AFTER_MESSAGES, application);
        requireAllRoutes(application);
      }
      System.out.println(taken.told);
    }
  }

  private Path jar(Peer peer) {
    String module =
        peer.name().equals(COMPONENT) ? "application-with-components" : "application-by-hand";
    return applications.resolve(module).resolve("target/quarkus-app/quarkus-run.jar");
  }

  /** The two routes that nobody asks have logged, too, and nothing has failed. */
  private static void requireAllRoutes(RunningApplication application) throws InterruptedException {
    application.awaitLog("job 1 pricing is ", LONGEST_WAIT_FOR_LOG);
    application.awaitLog(" vm001 ", LONGEST_WAIT_FOR_LOG);
    String log = application.log();
    if (log.contains(" ERROR ") || log.contains(" WARN ")) {
      throw new IllegalStateException("A route has failed:\n" + log);
    }
  }

  /** The values of one start. */
  private static final class Taken {

    private final Peer peer;
    private final Measurements into;
    private final StringBuilder told;

    Taken(Peer peer, Measurements into) {
      this.peer = peer;
      this.into = into;
      this.told = new StringBuilder("  applicationStart ").append(peer.name());
    }

    void addMemory(Metric metric, RunningApplication application) throws IOException {
      if (RunningApplication.isMemoryKnown()) {
        add(metric, application.residentBytes());
      }
    }

    void add(Metric metric, double value) {
      into.add(peer.name(), metric, value);
      told.append("  ").append(metric.inWords()).append(' ').append(metric.told(value));
    }
  }
}
