package io.github.camelhpc.reliability.killing;

import io.github.camelhpc.reliability.application.ApplicationProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Three applications that share a cluster, a database and a leader. */
final class Applications implements AutoCloseable {

  static final int COUNT = 3;

  /** What {@link Receiver} reads. */
  private static final String EVENT =
      "${header.CamelHpcPackEventId} ${header.CamelHpcPackJobId} ${header.CamelHpcPackState}"
          + " ${sys.proof.process}";

  /** A name of its own: what the application's own watching has completed does not count. */
  private static final String REPOSITORY = "received";

  private static final String ROUTE =
      """
      - route:
          id: received
          from:
            uri: hpcpack:listJobs
            parameters:
              properties: Id,State
              %s
              initialDelay: 0
              delay: %d
              changeOverlap: 10s
              responseTimeout: 3s
            steps:
              - setBody: {simple: "%s"}
              - removeHeaders: {pattern: "*"}
              - to: {uri: "%s"}
      """;

  private final List<ApplicationProcess> processes = new ArrayList<>();

  Applications(
      Path folder,
      HeadNode headNode,
      Deliveries deliveries,
      Receiver receiver,
      KillingSettings settings)
      throws IOException {
    for (int i = 0; i < COUNT; i++) {
      List<String> options =
          List.of(
              "-Xmx256m",
              "-Dproof.process=" + i,
              "-Dapp.leader-election=" + (settings.isWithout("leader") ? "none" : "file"),
              "-Dapp.leader-election.folder=" + folder.resolve("leader"),
              "-Dapp.seen=postgresql",
              "-Dapp.seen.url=" + deliveries.url(),
              "-Dapp.seen.names=" + REPOSITORY,
              "-Dapp.status-interval=1h",
              "-Dcamel.component.hpcpack.service-url=" + headNode.url(),
              "-Dcamel.component.hpcpack.username=" + headNode.userName(),
              "-Dcamel.component.hpcpack.password=" + headNode.password());
      Path own = Files.createDirectories(folder.resolve("application-" + i));
      processes.add(new ApplicationProcess(own, options).withRoutes(route(settings, receiver)));
    }
  }

  private static String route(KillingSettings settings, Receiver receiver) {
    List<String> options = new ArrayList<>();
    if (!settings.isWithout("repository")) {
      options.add("idempotentRepository: \"#" + REPOSITORY + "\"");
    }
    if (!settings.isWithout("leader")) {
      options.add("pollStrategy: \"#leaderOnly\"");
    }
    return ROUTE.formatted(
        String.join("\n        ", options), KillingSettings.TICK.toMillis(), EVENT, receiver.url());
  }

  /** Starts those that do not run. */
  void start() throws IOException {
    for (ApplicationProcess process : processes) {
      process.start();
    }
  }

  /** Fails when one has ended by itself. */
  void requireAlive() {
    if (!processes.stream().allMatch(ApplicationProcess::isAlive)) {
      throw new AssertionError("An application ended:\n" + logs());
    }
  }

  ApplicationProcess get(int number) {
    return processes.get(number);
  }

  /** The ends of their logs, for messages. */
  String logs() {
    StringBuilder logs = new StringBuilder();
    for (int i = 0; i < COUNT; i++) {
      logs.append("application ").append(i).append(":\n").append(get(i).endOfLog()).append('\n');
    }
    return logs.toString();
  }

  @Override
  public void close() throws InterruptedException {
    for (ApplicationProcess process : processes) {
      process.close();
    }
  }
}
