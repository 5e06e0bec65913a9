package io.github.camelhpc.reliability.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.camelhpc.hpcpack.HpcPackConstants;
import io.github.camelhpc.simulators.HpcSimulators;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.processor.idempotent.kafka.KafkaIdempotentRepository;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Camel's KafkaIdempotentRepository as the memory of a consumer. */
@Timeout(180)
class KafkaRepositoryTest {

  private static final int JOBS = 120;
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @TempDir private static Path folder;
  private static KafkaBroker broker;

  private final Queue<String> events = new ConcurrentLinkedQueue<>();
  private HpcSimulators simulator;
  private String topic;

  @BeforeAll
  static void startBroker() throws Exception {
    broker = KafkaBroker.start(folder);
  }

  @AfterAll
  static void stopBroker() throws Exception {
    broker.close();
  }

  @BeforeEach
  void jobs(TestInfo test) throws Exception {
    topic = "seen-" + test.getTestMethod().orElseThrow().getName();
    broker.topic(topic, 1, Map.of("cleanup.policy", "compact"));
    simulator = HpcSimulators.builder().user(Instance.USER, Instance.PASSWORD).start();
    simulator.hpcPack().createJobs(JOBS, Map.of("Name", "test"));
  }

  @AfterEach
  void stopSimulator() {
    simulator.close();
  }

  @Test
  void restartLosesAndRepeatsNothing() throws Exception {
    try (Instance instance = instance(10 * JOBS)) {
      awaitPolls(2);
      simulator.hpcPack().setAllJobs("Running");
      await().atMost(PATIENCE).until(() -> events.size() == JOBS);
      awaitPolls(2);
    }
    simulator.hpcPack().setAllJobs("Finished");

    try (Instance instance = instance(10 * JOBS)) {
      await().atMost(PATIENCE).until(() -> events.size() >= 2 * JOBS);
      awaitPolls(2);
    }
    assertThat(events).hasSize(2 * JOBS).doesNotHaveDuplicates();

    try (Instance instance = instance(10 * JOBS)) {
      awaitPolls(3);
    }
    assertThat(events).hasSize(2 * JOBS);
  }

  @Test
  void twoInstancesKnowWhatEachOtherCompleted() throws Exception {
    KafkaIdempotentRepository other = repository(10 * JOBS);
    try (Instance instance = instance(10 * JOBS);
        Instance follower = new Instance("follower", simulator).with("seen", other).start()) {
      follower.context.addService(other, true, true);
      awaitPolls(2);
      simulator.hpcPack().setAllJobs("Running");
      await().atMost(PATIENCE).until(() -> events.size() == JOBS);

      assertThat(List.copyOf(events))
          .allSatisfy(event -> await().atMost(PATIENCE).until(() -> other.contains(event)));
    }
  }

  /** What docs/reliability.md warns of: Camel's default is 1,000 keys. */
  @Test
  void cacheThatIsSmallerThanTheListForgetsThatTheListWasStarted() throws Exception {
    try (Instance instance = instance(JOBS / 3)) {
      awaitPolls(2);
      simulator.hpcPack().setAllJobs("Running");
      await().atMost(PATIENCE).until(() -> events.size() == JOBS);
      awaitPolls(2);
    }
    simulator.hpcPack().setAllJobs("Finished");

    try (Instance instance = instance(JOBS / 3)) {
      awaitPolls(3);
    }

    assertThat(events).as("what changed while it was stopped is lost").hasSize(JOBS);
  }

  @Test
  void whatIsCompletedWithoutABrokerIsEmittedAgainUntilOneRemembersIt() throws Exception {
    try (Instance instance = instance(10 * JOBS)) {
      awaitPolls(2);
      broker.kill();
      simulator.hpcPack().setJobState(7, "Running");
      await().atMost(PATIENCE).until(() -> events.size() > 1);

      broker.start();
      await().atMost(PATIENCE).until(this::pollsBringNothing);
    }
    int emitted = events.size();
    assertThat(Set.copyOf(events)).hasSize(1);

    try (Instance instance = instance(10 * JOBS)) {
      awaitPolls(2);
    }
    assertThat(events).hasSize(emitted);
  }

  private boolean pollsBringNothing() {
    int before = events.size();
    awaitPolls(2);
    return events.size() == before;
  }

  @Test
  void routeDoesNotStartWithoutABroker() throws Exception {
    broker.kill();
    try {
      assertThatThrownBy(() -> instance(10 * JOBS))
          .hasRootCauseInstanceOf(org.apache.kafka.common.errors.TimeoutException.class);
    } finally {
      broker.start();
    }
    assertThat(polls()).isZero();
  }

  private Instance instance(int cacheSize) throws Exception {
    return new Instance("instance", simulator)
        .with("seen", repository(cacheSize))
        .with(
            new RouteBuilder() {
              @Override
              public void configure() {
                from("hpcpack:listJobs?delay=100&idempotentRepository=#seen")
                    .process(
                        exchange ->
                            events.add(
                                exchange
                                    .getMessage()
                                    .getHeader(HpcPackConstants.EVENT_ID, String.class)));
              }
            })
        .start();
  }

  private KafkaIdempotentRepository repository(int cacheSize) {
    Properties consumer = new Properties();
    consumer.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, broker.address());
    consumer.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, "10000");
    Properties producer = new Properties();
    producer.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, broker.address());
    producer.put(ProducerConfig.ACKS_CONFIG, "all");
    producer.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, "2000");
    producer.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, "2000");
    producer.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, "1500");
    KafkaIdempotentRepository repository = new KafkaIdempotentRepository(topic, consumer, producer);
    repository.setMaxCacheSize(cacheSize);
    return repository;
  }

  /** Waits until so many further polls are begun. */
  private void awaitPolls(int count) {
    long before = polls();
    await().atMost(PATIENCE).until(() -> polls() > before + count);
  }

  private long polls() {
    return simulator.requests().all().stream()
        .filter(request -> request.path().endsWith("/jobs"))
        .count();
  }
}
