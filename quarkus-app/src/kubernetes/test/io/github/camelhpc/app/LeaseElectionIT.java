package io.github.camelhpc.app;

import static io.github.camelhpc.app.SharedInbox.LEADS;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.coordination.v1.LeaseSpec;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.server.mock.KubernetesCrudDispatcher;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import io.fabric8.mockwebserver.Context;
import io.fabric8.mockwebserver.MockWebServer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The election of applications by a Lease that a stand-in for Kubernetes keeps. */
class LeaseElectionIT {

  private static final String NAMESPACE = "pricing";

  @TempDir Path folder;

  private final KubernetesMockServer kubernetes =
      new KubernetesMockServer(
          new Context(),
          new MockWebServer(),
          new HashMap<>(),
          new KubernetesCrudDispatcher(),
          false);
  private boolean reachable = true;
  private SharedInbox shared;

  @BeforeEach
  void share() throws IOException {
    kubernetes.init();
    shared = new SharedInbox(folder);
  }

  @AfterEach
  void close() {
    shared.close();
    if (reachable) {
      kubernetes.destroy();
    }
  }

  @Test
  void aFollowerTakesOverFromALeaderThatIsKilled() throws Exception {
    try (PackagedApplication leader = start("one")) {
      leader.awaitLog(LEADS);
      shared.drop("long.json");
      leader.awaitLog("Job 1 submitted from long.json");
      try (PackagedApplication follower = start("two")) {
        SharedInbox.awaitHealth(follower);
        assertThat(follower.log())
            .contains("elected by the Lease camel-hpc in the namespace pricing")
            .doesNotContain("from now on");
        String holder = lease().getHolderIdentity();

        leader.close();
        long killed = System.nanoTime();

        follower.awaitLog(LEADS);
        assertThat(Duration.ofNanos(System.nanoTime() - killed)).isLessThan(Duration.ofSeconds(15));
        assertThat(lease().getHolderIdentity()).isNotEqualTo(holder);
        shared.endTasks();
        assertThat(shared.awaitState(1)).isEqualTo("Finished");
        assertThat(shared.jobCount()).isEqualTo(1);
        assertThat(follower.log()).doesNotContain("Exception", "ERROR");
      }
    }
  }

  @Test
  void aLeaderThatStopsReleasesTheLease() throws Exception {
    try (PackagedApplication leader = start("one", "app.leader-election.lease-duration=1h")) {
      leader.awaitLog(LEADS);
      assertThat(lease().getLeaseDurationSeconds()).isEqualTo(3600);
      leader.stop();
      assertThat(lease().getHolderIdentity()).isEmpty();
      assertThat(leader.log()).doesNotContain("any more", "Exception", "ERROR");
    }
  }

  @Test
  void aLeaderThatCannotRenewTheLeaseGivesUp() throws Exception {
    try (PackagedApplication leader = start("one")) {
      leader.awaitLog(LEADS);
      shared.drop("long.json");
      leader.awaitLog("Job 1 submitted from long.json");

      kubernetes.destroy();
      reachable = false;

      leader.awaitLog(SharedInbox.LEADS_NO_MORE);
      shared.awaitSilence();
      shared.endTasks();
      SharedInbox.awaitHealth(leader);
      assertThat(shared.running().resolve("1-long.json")).exists();
      assertThat(shared.outbox().resolve("1")).doesNotExist();
    }
  }

  private PackagedApplication start(String name) throws IOException {
    return start(name, "app.leader-election.lease-duration=4s");
  }

  private PackagedApplication start(String name, String duration) throws IOException {
    return shared.start(
        name,
        "APP_LEADER_ELECTION=kubernetes",
        "kubernetes.master=" + kubernetes.url("/"),
        "kubernetes.namespace=" + NAMESPACE,
        "kubernetes.auth.tryKubeConfig=false",
        duration);
  }

  private LeaseSpec lease() {
    try (KubernetesClient client = kubernetes.createClient()) {
      return client.leases().inNamespace(NAMESPACE).withName("camel-hpc").get().getSpec();
    }
  }
}
