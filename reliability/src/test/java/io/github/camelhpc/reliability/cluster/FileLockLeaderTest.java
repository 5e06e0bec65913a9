package io.github.camelhpc.reliability.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelhpc.hpcpack.HpcPackConstants;
import io.github.camelhpc.simulators.HpcSimulators;
import io.github.camelhpc.support.camel.LeaderOnlyPollStrategy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.file.cluster.FileLockClusterService;
import org.apache.camel.spi.IdempotentRepository;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two contexts, one lock file, one memory of events. */
@Timeout(120)
class FileLockLeaderTest {

  private static final int JOBS = 200;

  /** An event, and the instance that emitted it. */
  private record Emitted(String instance, String event) {}

  @TempDir private Path folder;

  private final IdempotentRepository seen = new SharedRepository();

  private final Queue<String> polls = new ConcurrentLinkedQueue<>();
  private final Queue<Emitted> emitted = new ConcurrentLinkedQueue<>();
  private HpcSimulators simulator;
  private Instance first;
  private Instance second;

  @BeforeEach
  void jobs() throws Exception {
    simulator = HpcSimulators.builder().user(Instance.USER, Instance.PASSWORD).start();
    simulator.hpcPack().createJobs(JOBS, Map.of("Name", "test"));
    first = instance("first");
    second = instance("second");
  }

  @AfterEach
  void stop() {
    first.close();
    second.close();
    simulator.close();
  }

  private Instance instance(String name) throws Exception {
    FileLockClusterService cluster = new FileLockClusterService();
    cluster.setRoot(folder.toString());
    cluster.setAcquireLockInterval(200, TimeUnit.MILLISECONDS);
    cluster.setAcquireLockDelay(200, TimeUnit.MILLISECONDS);
    Instance instance = new Instance(name, simulator);
    instance.context.addService(cluster);
    return instance
        .with("leaderOnly", new RecordedPolls(name))
        .with("seen", seen)
        .with(
            new RouteBuilder() {
              @Override
              public void configure() {
                from("hpcpack:listJobs?delay=100&pollStrategy=#leaderOnly"
                        + "&idempotentRepository=#seen")
                    .process(
                        exchange ->
                            emitted.add(
                                new Emitted(
                                    name,
                                    exchange
                                        .getMessage()
                                        .getHeader(HpcPackConstants.EVENT_ID, String.class))));
              }
            })
        .start();
  }

  @Test
  void oneLeadsAndTheOtherTakesOverWithoutLossOrRepetition() {
    awaitPolls(0);
    Instance leader = polls.peek().equals("first") ? first : second;
    Instance follower = leader == first ? second : first;
    awaitPolls(2);
    simulator.hpcPack().setAllJobs("Running");
    await().atMost(Duration.ofSeconds(60)).until(() -> emitted.size() == JOBS);
    assertThat(emitted).extracting(Emitted::instance).containsOnly(leader.name());
    assertThat(polls).containsOnly(leader.name());
    assertThat(follower.isHealthy()).isTrue();
    assertThat(leader.isHealthy()).isTrue();

    leader.close();
    simulator.hpcPack().setAllJobs("Finished");

    await().atMost(Duration.ofSeconds(60)).until(() -> emitted.size() >= 2 * JOBS);
    awaitPolls(2);
    assertThat(emitted).extracting(Emitted::event).hasSize(2 * JOBS).doesNotHaveDuplicates();
    assertThat(List.copyOf(emitted).subList(JOBS, 2 * JOBS))
        .extracting(Emitted::instance)
        .containsOnly(follower.name());
    assertThat(follower.isHealthy()).isTrue();
  }

  /** Waits until so many further polls are done, and one more. */
  private void awaitPolls(int count) {
    int before = polls.size();
    await().atMost(Duration.ofSeconds(60)).until(() -> polls.size() > before + count);
  }

  /** Notes who polled. */
  private final class RecordedPolls extends LeaderOnlyPollStrategy {

    private final String name;

    private RecordedPolls(String name) {
      this.name = name;
    }

    @Override
    public void commit(Consumer consumer, Endpoint endpoint, int polledMessages) {
      polls.add(name);
      super.commit(consumer, endpoint, polledMessages);
    }
  }
}
