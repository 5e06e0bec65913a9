package io.github.camelhpc.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
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
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Applications that share an inbox and an outbox, each a process with a folder of its own. */
class LeaderElectionIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String LEADS = "Leader +this application, from now on";
  private static final String JOB = "{\"tasks\": [{\"CommandLine\": \"x\"}]}";

  @TempDir Path folder;

  private final SimulatorClock clock =
      SimulatorClock.manual(Instant.parse("2026-01-31T12:00:00Z"));
  private HpcSimulators cluster;
  private Path inbox;
  private Path outbox;

  @BeforeEach
  void cluster() throws IOException {
    cluster = HpcSimulators.builder().httpsPort(-1).clock(clock).start();
    inbox = Files.createDirectories(folder.resolve("shared/inbox"));
    outbox = folder.resolve("shared/outbox");
  }

  @AfterEach
  void noCluster() {
    cluster.close();
  }

  @Test
  void aFollowerTakesOverFromALeaderThatIsKilled() throws Exception {
    try (PackagedApplication leader = start("one")) {
      leader.awaitLog(LEADS);
      drop("long.json");
      leader.awaitLog("Job 1 submitted from long.json");
      // as if the leader were submitting it
      Path submitting = inbox.resolve("submitting/half.json");
      Files.writeString(submitting, JOB);
      try (PackagedApplication follower = start("two")) {
        assertThat(status(follower, "/q/health")).isEqualTo(200);
        assertThat(status(follower, "/jobs/1")).isEqualTo(200);
        assertThat(post(follower)).isEqualTo(202);
        drop("second.json");
        leader.awaitLog("Job 3 submitted from second.json");
        assertThat(submitting).exists();
        assertThat(follower.log())
            .contains("this one waits until it is elected by " + inbox.resolve(".leader/leader"))
            .doesNotContain("from now on", "submitted from second", "->");

        leader.close();
        long killed = System.nanoTime();

        follower.awaitLog(LEADS);
        assertThat(Duration.ofNanos(System.nanoTime() - killed)).isLessThan(Duration.ofSeconds(15));
        drop("third.json");
        follower.awaitLog("Job 4 submitted from third.json");
        clock.advance(Duration.ofMinutes(1));
        for (int job = 1; job <= 4; job++) {
          awaitFile(outbox.resolve(job + "/job.json"));
          assertThat(state(job)).isEqualTo("Finished");
        }
        awaitFile(inbox.resolve("failed/half.json.error.txt"));
        assertThat(submitting).doesNotExist();
        assertThat(cluster.hpcPack().jobCount()).isEqualTo(4);
        assertThat(follower.log()).doesNotContain("Exception", "ERROR");
      }
    }
  }

  @Test
  void aLeaderThatLosesTheLeadershipLeavesItsJobsToTheNextOne() throws Exception {
    try (PackagedApplication application = start("one")) {
      application.awaitLog(LEADS);
      drop("long.json");
      application.awaitLog("Job 1 submitted from long.json");
      Path running = inbox.resolve("running").resolve(Cluster.folder(cluster.hpcPackUrl()));
      awaitFile(running.resolve("1-long.json"));

      Files.delete(inbox.resolve(".leader/leader"));

      application.awaitLog("Leader +not this application any more");
      clock.advance(Duration.ofMinutes(1));
      // elected again, it waits for the job as any other would
      awaitFile(inbox.resolve("done/1-long.json"));
      assertThat(state(1)).isEqualTo("Finished");
      assertThat(outbox.toFile().list()).containsExactly("1");
      assertThat(application.log().lines().filter(line -> line.matches(".*" + LEADS))).hasSize(2);
      assertThat(application.log()).doesNotContain("went to", "Exception", "ERROR");
    }
  }

  @Test
  void aLeaderThatStopsIsFollowedAtOnce() throws Exception {
    try (PackagedApplication leader = start("one")) {
      leader.awaitLog(LEADS);
      try (PackagedApplication follower = start("two")) {
        leader.stop();
        long stopped = System.nanoTime();
        follower.awaitLog(LEADS);
        assertThat(Duration.ofNanos(System.nanoTime() - stopped)).isLessThan(Duration.ofSeconds(4));
        assertThat(leader.log()).doesNotContain("any more");
      }
    }
  }

  @Test
  void anElectionWithTheSimulatorInsideIsRefusedWithASentence() {
    assertThatThrownBy(
            () -> PackagedApplication.start(folder, "app.leader-election=file").close())
        .hasMessageContaining(
            "app.leader-election is for applications that share a cluster, but this one has a"
                + " simulator of its own: set camel.component.hpcpack.service-url");
  }

  private PackagedApplication start(String name) throws IOException {
    return PackagedApplication.start(
        Files.createDirectories(folder.resolve(name)),
        List.of(
                "APP_LEADER_ELECTION=file",
                "app.inbox=" + inbox,
                "app.outbox=" + outbox,
                "camel.component.hpcpack.await-interval=200ms",
                "CAMEL_COMPONENT_HPCPACK_SERVICE_URL=" + cluster.hpcPackUrl(),
                "CAMEL_COMPONENT_HPCPACK_USERNAME=" + cluster.userName(),
                "CAMEL_COMPONENT_HPCPACK_PASSWORD=" + cluster.password(),
                "app.status-interval=200ms")
            .toArray(String[]::new));
  }

  private void drop(String name) throws IOException {
    Path hidden = inbox.resolve("." + name);
    Files.writeString(hidden, JOB);
    Files.move(hidden, inbox.resolve(name));
  }

  private static void awaitFile(Path file) {
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(file).exists());
  }

  private String state(int job) throws IOException {
    Path result = outbox.resolve(job + "/job.json");
    return new ObjectMapper().readTree(result.toFile()).get("State").asText();
  }

  private static int status(PackagedApplication application, String path) throws Exception {
    return status(HttpRequest.newBuilder(URI.create(application.url() + path)).build());
  }

  private static int post(PackagedApplication application) throws Exception {
    return status(
        HttpRequest.newBuilder(URI.create(application.url() + "/jobs"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(JOB))
            .build());
  }

  private static int status(HttpRequest request) throws Exception {
    return HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode();
  }
}
