package io.github.camelhpc.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelhpc.simulators.HpcSimulators;
import io.github.camelhpc.simulators.SimulatorClock;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** An inbox and an outbox that several applications share, and a cluster, whose clock stands. */
final class SharedInbox implements AutoCloseable {

  /** What a leader says in its log. */
  static final String LEADS = "Leader +this application, from now on";

  static final String LEADS_NO_MORE = "Leader +not this application any more";

  /** A job of one task, which takes a second. */
  static final String JOB = "{\"tasks\": [{\"CommandLine\": \"x\"}]}";

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final SimulatorClock clock = SimulatorClock.manual(Instant.parse("2026-01-31T12:00:00Z"));
  private final HpcSimulators cluster = HpcSimulators.builder().httpsPort(-1).clock(clock).start();
  private final Path folder;
  private final Path inbox;
  private final Path outbox;

  SharedInbox(Path folder) throws IOException {
    this.folder = folder;
    this.inbox = Files.createDirectories(folder.resolve("shared/inbox"));
    this.outbox = folder.resolve("shared/outbox");
  }

  Path inbox() {
    return inbox;
  }

  Path outbox() {
    return outbox;
  }

  /** Where the files of the jobs under way are. */
  Path running() {
    return inbox.resolve("running").resolve(Cluster.folder(cluster.hpcPackUrl()));
  }

  int jobCount() {
    return cluster.hpcPack().jobCount();
  }

  /** Starts an application with a working folder of its own. */
  PackagedApplication start(String name, String... more) throws IOException {
    List<String> settings = new ArrayList<>(List.of(more));
    settings.add("app.inbox=" + inbox);
    settings.add("app.outbox=" + outbox);
    settings.add("app.status-interval=200ms");
    settings.add("camel.component.hpcpack.await-interval=200ms");
    settings.add("CAMEL_COMPONENT_HPCPACK_SERVICE_URL=" + cluster.hpcPackUrl());
    settings.add("CAMEL_COMPONENT_HPCPACK_USERNAME=" + cluster.userName());
    settings.add("CAMEL_COMPONENT_HPCPACK_PASSWORD=" + cluster.password());
    return PackagedApplication.start(
        Files.createDirectories(folder.resolve(name)), settings.toArray(String[]::new));
  }

  /** Puts a job into the inbox. */
  void drop(String name) throws IOException {
    Path hidden = inbox.resolve("." + name);
    Files.writeString(hidden, JOB);
    Files.move(hidden, inbox.resolve(name));
  }

  /** Lets all tasks that run end. */
  void endTasks() {
    clock.advance(Duration.ofMinutes(1));
  }

  /** Waits until no application has asked the cluster for a second. */
  void awaitSilence() {
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofSeconds(1))
        .until(
            () -> {
              boolean silent = cluster.requests().all().isEmpty();
              cluster.requests().clear();
              return silent;
            });
  }

  void awaitFile(Path file) {
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(file).exists());
  }

  /** Waits for the results of a job, and gives the state in which it ended. */
  String awaitState(int job) throws IOException {
    Path result = outbox.resolve(job + "/job.json");
    awaitFile(result);
    return new ObjectMapper().readTree(result.toFile()).get("State").asText();
  }

  /** Waits until an application is healthy; an executable has started before it polls. */
  static void awaitHealth(PackagedApplication application) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(get(application, "/q/health")).isEqualTo(200));
  }

  static int get(PackagedApplication application, String path) throws Exception {
    return status(HttpRequest.newBuilder(URI.create(application.url() + path)).build());
  }

  static int postJob(PackagedApplication application) throws Exception {
    return status(
        HttpRequest.newBuilder(URI.create(application.url() + "/jobs"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(JOB))
            .build());
  }

  private static int status(HttpRequest request) throws Exception {
    return HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode();
  }

  @Override
  public void close() {
    cluster.close();
  }
}
