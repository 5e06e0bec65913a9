package io.github.camelhpc.app.leader;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.extended.leaderelection.LeaderCallbacks;
import io.fabric8.kubernetes.client.extended.leaderelection.LeaderElectionConfigBuilder;
import io.fabric8.kubernetes.client.extended.leaderelection.resourcelock.LeaseLock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Who holds the Lease leads. Unlike Camel's KubernetesClusterService it asks for no pods, so it
 * needs no right to see them, and a leader whose pod is not ready goes on.
 */
@ApplicationScoped
class LeaseElection implements Election {

  /** So that a server that does not answer cannot make the leader miss its time to give up. */
  private static final int REQUEST_MILLIS = 2_000;

  private final Config config;
  private final String lease;
  private final Duration duration;
  private final String identity;
  private KubernetesClient client;
  private CompletableFuture<?> election;
  private boolean stopped;

  @Inject
  LeaseElection(
      Config kubernetes,
      LeaderElectionSettings settings,
      @ConfigProperty(name = "HOSTNAME", defaultValue = "application") String host) {
    this.config =
        new ConfigBuilder(kubernetes)
            .withConnectionTimeout(REQUEST_MILLIS)
            .withRequestTimeout(REQUEST_MILLIS)
            .withRequestRetryBackoffLimit(0)
            .build();
    this.lease = settings.lease();
    this.duration = settings.leaseDuration();
    // a container that starts again in its pod is another candidate
    this.identity = host + "_" + UUID.randomUUID();
  }

  @Override
  public ElectionKind kind() {
    return ElectionKind.KUBERNETES;
  }

  @Override
  public String place() {
    return "the Lease " + lease + " in the namespace " + config.getNamespace();
  }

  @Override
  public void start(Candidate candidate) {
    if (config.getNamespace() == null) {
      throw new IllegalStateException(
          "app.leader-election=kubernetes does not know the namespace: run it with a service"
              + " account, or set the environment variable KUBERNETES_NAMESPACE");
    }
    client = new KubernetesClientBuilder().withConfig(config).build();
    stand(candidate);
  }

  /**
   * An elector ends when it loses; then the next one stands. The others wait for the whole duration
   * after the last renewal. The leader gives up before: with 20 s, its last attempt begins within
   * 10 s of the last renewal, a read and a write take 2 s each at most, and its next turn, 2 s
   * later, ends it.
   */
  private synchronized void stand(Candidate candidate) {
    if (!stopped) {
      election =
          client
              .leaderElector()
              .withConfig(
                  new LeaderElectionConfigBuilder()
                      .withName(lease)
                      .withLock(new LeaseLock(config.getNamespace(), lease, identity))
                      .withLeaseDuration(duration)
                      .withRenewDeadline(duration.dividedBy(2))
                      .withRetryPeriod(duration.dividedBy(10))
                      .withReleaseOnCancel(true)
                      .withLeaderCallbacks(
                          new LeaderCallbacks(candidate::won, candidate::lost, leader -> {}))
                      .build())
              .build()
              .start();
      election.whenCompleteAsync((ended, failure) -> stand(candidate));
    }
  }

  @Override
  public void stop() {
    CompletableFuture<?> last;
    synchronized (this) {
      stopped = true;
      last = election;
    }
    if (last != null) {
      last.cancel(true);
      client.close();
    }
  }
}
