package io.github.camelhpc.app;

import static io.github.camelhpc.app.SharedInbox.LEADS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeaderElectionIT {

  private static final String BY_FILE = "APP_LEADER_ELECTION=file";

  @TempDir Path folder;

  private SharedInbox shared;

  @BeforeEach
  void share() throws IOException {
    shared = new SharedInbox(folder);
  }

  @AfterEach
  void close() {
    shared.close();
  }

  @Test
  void aFollowerTakesOverFromALeaderThatIsKilled() throws Exception {
    try (PackagedApplication leader = shared.start("one", BY_FILE)) {
      leader.awaitLog(LEADS);
      shared.drop("long.json");
      leader.awaitLog("Job 1 submitted from long.json");
      // as if the leader were submitting it
      Path submitting = shared.inbox().resolve("submitting/half.json");
      Files.writeString(submitting, SharedInbox.JOB);
      try (PackagedApplication follower = shared.start("two", BY_FILE)) {
        SharedInbox.awaitHealth(follower);
        assertThat(SharedInbox.get(follower, "/jobs/1")).isEqualTo(200);
        assertThat(SharedInbox.postJob(follower)).isEqualTo(202);
        shared.drop("second.json");
        leader.awaitLog("Job 3 submitted from second.json");
        assertThat(submitting).exists();
        Path lock = shared.inbox().resolve(".leader/leader");
        assertThat(follower.log())
            .contains("this one waits until it is elected by " + lock)
            .doesNotContain("from now on", "submitted from second", "->");

        leader.close();
        long killed = System.nanoTime();

        follower.awaitLog(LEADS);
        assertThat(Duration.ofNanos(System.nanoTime() - killed)).isLessThan(Duration.ofSeconds(15));
        shared.drop("third.json");
        follower.awaitLog("Job 4 submitted from third.json");
        shared.endTasks();
        for (int job = 1; job <= 4; job++) {
          assertThat(shared.awaitState(job)).isEqualTo("Finished");
        }
        shared.awaitFile(shared.inbox().resolve("failed/half.json.error.txt"));
        assertThat(submitting).doesNotExist();
        assertThat(shared.jobCount()).isEqualTo(4);
        assertThat(follower.log()).doesNotContain("Exception", "ERROR");
      }
    }
  }

  @Test
  void aLeaderThatLosesTheLeadershipLeavesItsJobsToTheNextOne() throws Exception {
    try (PackagedApplication application = shared.start("one", BY_FILE)) {
      application.awaitLog(LEADS);
      shared.drop("long.json");
      application.awaitLog("Job 1 submitted from long.json");
      shared.awaitFile(shared.running().resolve("1-long.json"));

      // the lock is gone, and there is no place for another
      Path elections = shared.inbox().resolve(".leader");
      Files.move(elections, folder.resolve("gone"));
      Files.createFile(elections);

      application.awaitLog(SharedInbox.LEADS_NO_MORE);
      shared.awaitSilence();
      SharedInbox.awaitHealth(application);
      shared.endTasks();
      shared.awaitSilence();
      assertThat(shared.outbox()).doesNotExist();

      // elected again, it waits for the job as any other would
      Files.delete(elections);
      shared.awaitFile(shared.inbox().resolve("done/1-long.json"));
      assertThat(shared.awaitState(1)).isEqualTo("Finished");
      assertThat(shared.outbox().toFile().list()).containsExactly("1");
      assertThat(application.log().lines().filter(line -> line.matches(".*" + LEADS))).hasSize(2);
      assertThat(application.log()).doesNotContain("went to", "Exception", "ERROR");
    }
  }

  @Test
  void aLeaderThatStopsIsFollowedAtOnce() throws Exception {
    try (PackagedApplication leader = shared.start("one", BY_FILE)) {
      leader.awaitLog(LEADS);
      try (PackagedApplication follower = shared.start("two", BY_FILE)) {
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
    assertThatThrownBy(() -> PackagedApplication.start(folder, BY_FILE).close())
        .hasMessageContaining(
            "app.leader-election is for applications that share a cluster, but this one has a"
                + " simulator of its own: set camel.component.hpcpack.service-url");
  }
}
