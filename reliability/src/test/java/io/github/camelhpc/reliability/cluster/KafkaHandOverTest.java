package io.github.camelhpc.reliability.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelhpc.hpcpack.HpcPackEndpoint;
import io.github.camelhpc.simulators.HpcSimulators;
import io.github.camelhpc.support.camel.LeaderOnlyPollStrategy;
import io.github.camelhpc.support.camel.RemoteService;
import io.github.camelhpc.test.ChildJvm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.file.cluster.FileLockClusterService;
import org.apache.camel.component.kafka.KafkaComponent;
import org.apache.camel.component.kafka.KafkaConfiguration;
import org.apache.camel.component.kafka.KafkaConstants;
import org.apache.camel.impl.event.ExchangeFailedEvent;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.support.EventNotifierSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The routes of docs/deployment.md: a leader that polls, a topic, workers. */
@Timeout(240)
class KafkaHandOverTest {

  private static final int JOBS = 40;
  private static final int PARTITIONS = 4;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** What a worker has done, in the order in which all workers did it. */
  private record Done(String worker, int job, String state, String eventId, int partition) {}

  @TempDir private static Path brokerFolder;
  private static KafkaBroker broker;

  @TempDir private Path folder;
  private String topic;
  private HpcSimulators simulator;
  private Instance leader;
  private final IdempotentRepository seen = new SharedRepository();
  private final Queue<Done> done = new ConcurrentLinkedQueue<>();
  private final AtomicInteger failures = new AtomicInteger();

  @BeforeAll
  static void startBroker() throws Exception {
    broker = KafkaBroker.start(brokerFolder);
  }

  @AfterAll
  static void stopBroker() throws Exception {
    broker.close();
  }

  @BeforeEach
  void start(TestInfo test) throws Exception {
    topic = test.getTestMethod().orElseThrow().getName();
    broker.topic(topic, PARTITIONS, Map.of());
    simulator = HpcSimulators.builder().user(Instance.USER, Instance.PASSWORD).start();
    simulator.hpcPack().createJobs(JOBS, Map.of("Name", "test"));
    leader = leader();
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                simulator.requests().all().stream().filter(r -> r.path().endsWith("/jobs")).count()
                    > 1);
  }

  @AfterEach
  void stop() throws Exception {
    leader.close();
    simulator.close();
  }

  @Test
  void eachEventIsDoneOnceAndTheEventsOfAJobByOneWorkerInTheirOrder() throws Exception {
    try (Instance first = worker("first", exchange -> {});
        Instance second = worker("second", exchange -> {})) {
      for (String state : List.of("Queued", "Running", "Finished")) {
        int before = done.size();
        simulator.hpcPack().setAllJobs(state);
        await().atMost(PATIENCE).until(() -> done.size() >= before + JOBS);
      }
    }

    assertThat(done).extracting(Done::eventId).hasSize(3 * JOBS).doesNotHaveDuplicates();
    assertThat(done).extracting(Done::worker).contains("first", "second");
    assertThat(byJob())
        .hasSize(JOBS)
        .allSatisfy(
            (job, events) -> {
              assertThat(events)
                  .extracting(Done::state)
                  .containsExactly("Queued", "Running", "Finished");
              assertThat(Set.copyOf(events.stream().map(Done::partition).toList())).hasSize(1);
            });
  }

  @Test
  void eventsOfAWorkerThatIsKilledAreDoneByAnother() throws Exception {
    Path begun = folder.resolve("begun");
    Process doomed =
        ChildJvm.of(
                128,
                HandOverWorker.class,
                broker.address(),
                Files.writeString(folder.resolve("work.yaml"), yaml("work")).toString(),
                begun.toString(),
                "5")
            .start(folder.resolve("worker.log").toFile());
    try {
      simulator.hpcPack().setAllJobs("Running");
      await().atMost(PATIENCE).until(() -> lines(begun).size() == 6);
    } finally {
      doomed.destroyForcibly().waitFor();
    }

    Set<String> expected = new TreeSet<>(events("Running"));
    lines(begun).subList(0, 5).forEach(expected::remove);
    try (Instance second = worker("second", exchange -> {})) {
      await().atMost(PATIENCE).until(() -> done.size() >= expected.size());
    }

    assertThat(done)
        .as("all but the five that were committed, and the one that was begun once more")
        .extracting(Done::eventId)
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void eventWhoseWorkFailsIsTriedAgainBeforeTheLaterOnesOfItsPartition() throws Exception {
    AtomicInteger attempts = new AtomicInteger();
    try (Instance worker =
        worker(
            "worker",
            exchange -> {
              if (eventId(exchange).contains("/7/") && attempts.incrementAndGet() < 3) {
                throw new IllegalStateException("no disk");
              }
            })) {
      simulator.hpcPack().setAllJobs("Running");
      await().atMost(PATIENCE).until(() -> doneIds().containsAll(events("Running")));
    }

    assertThat(attempts).hasValue(3);
    assertThat(done).extracting(Done::eventId).doesNotHaveDuplicates();
  }

  @Test
  void eventIsNotDoneBeforeABrokerHasIt() throws Exception {
    try (Instance worker = worker("worker", exchange -> {})) {
      simulator.hpcPack().setAllJobs("Queued");
      await().atMost(PATIENCE).until(() -> done.size() == JOBS);

      broker.kill();
      simulator.hpcPack().setAllJobs("Running");
      awaitFirstAttempt("Running");
      assertThat(events("Running")).noneMatch(seen::contains);

      broker.start();
      await().atMost(PATIENCE).until(() -> doneIds().containsAll(events("Running")));
      await().atMost(PATIENCE).until(() -> events("Running").stream().allMatch(seen::contains));
    }
  }

  @Test
  void eventIsNotDoneBeforeABrokerAcknowledgesIt() throws Exception {
    try (Instance worker = worker("worker", exchange -> {})) {
      simulator.hpcPack().setAllJobs("Queued");
      await().atMost(PATIENCE).until(() -> done.size() == JOBS);

      broker.freeze();
      simulator.hpcPack().setAllJobs("Running");
      awaitFirstAttempt("Running");
      assertThat(events("Running")).noneMatch(seen::contains);

      broker.thaw();
      await().atMost(PATIENCE).until(() -> doneIds().containsAll(events("Running")));
      await().atMost(PATIENCE).until(() -> events("Running").stream().allMatch(seen::contains));
    }
  }

  /** Waits until the leader has tried to hand over an event, well or not. */
  private void awaitFirstAttempt(String state) {
    failures.set(0);
    List<String> events = events(state);
    await()
        .atMost(PATIENCE)
        .until(() -> failures.get() > 0 || events.stream().anyMatch(seen::contains));
  }

  private Instance leader() throws Exception {
    FileLockClusterService cluster = new FileLockClusterService();
    cluster.setRoot(folder.toString());
    cluster.setAcquireLockDelay(1, TimeUnit.MILLISECONDS);
    Instance instance = new Instance("leader", simulator);
    connectQuickly(instance.context, broker.address());
    instance.context.addService(cluster);
    instance.context.getManagementStrategy().addEventNotifier(new Failures());
    return instance
        .with("leaderOnly", new LeaderOnlyPollStrategy())
        .with("seen", seen)
        .with(yaml("jobs-to-kafka").replace("delay: 10s", "delay: 200"))
        .start();
  }

  private Instance worker(String name, Work work) throws Exception {
    Instance instance = new Instance(name, simulator);
    connectQuickly(instance.context, broker.address());
    return instance
        .with(
            new RouteBuilder() {
              @Override
              public void configure() {
                from("direct:work")
                    .process(
                        exchange -> {
                          work.on(exchange);
                          done.add(done(name, exchange));
                        });
              }
            })
        .with(yaml("work"))
        .start();
  }

  /** A route of the page, with a topic and a group for this test alone. */
  private String yaml(String routeId) throws Exception {
    return DocumentedRoutes.yaml(routeId)
        .replace("kafka:hpc-jobs", "kafka:" + topic)
        .replace("hpc-workers", topic + "-workers");
  }

  /** What a worker does. */
  private interface Work {
    void on(Exchange exchange);
  }

  private static Done done(String worker, Exchange exchange) {
    Map<?, ?> job = exchange.getMessage().getBody(Map.class);
    return new Done(
        worker,
        Integer.parseInt(job.get("Id").toString()),
        (String) job.get("State"),
        eventId(exchange),
        exchange.getMessage().getHeader(KafkaConstants.PARTITION, Integer.class));
  }

  private static String eventId(Exchange exchange) {
    return exchange.getMessage().getHeader("eventId", String.class);
  }

  /** Notices a broker or worker that is gone within seconds. */
  static void connectQuickly(CamelContext context, String brokers) {
    KafkaConfiguration configuration = new KafkaConfiguration();
    configuration.setBrokers(brokers);
    configuration.setSessionTimeoutMs(3_000);
    configuration.setHeartbeatIntervalMs(500);
    configuration.setMaxBlockMs(2_000);
    configuration.setDeliveryTimeoutMs(2_000);
    configuration.setRequestTimeoutMs(1_500);
    configuration.setReconnectBackoffMaxMs(200);
    // so long does a consumer that stops go on waiting for records
    configuration.setPollTimeoutMs(200L);
    KafkaComponent kafka = new KafkaComponent();
    kafka.setConfiguration(configuration);
    context.addComponent("kafka", kafka);
  }

  private Map<Integer, List<Done>> byJob() {
    return done.stream().collect(Collectors.groupingBy(Done::job));
  }

  private Collection<String> doneIds() {
    return done.stream().map(Done::eventId).collect(Collectors.toSet());
  }

  /** The ids of the events that all jobs come to this state. */
  private List<String> events(String state) {
    String prefix =
        ((RemoteService)
                    leader.context.getEndpoints().stream()
                        .filter(HpcPackEndpoint.class::isInstance)
                        .map(HpcPackEndpoint.class::cast)
                        .findFirst()
                        .orElseThrow()
                        .service())
                .identity()
            + "/listJobs/";
    return IntStream.rangeClosed(1, JOBS)
        .mapToObj(job -> prefix + job + "/" + state + "/0")
        .toList();
  }

  private static List<String> lines(Path file) throws Exception {
    return Files.exists(file) ? Files.readAllLines(file) : List.of();
  }

  /** Counts the exchanges that failed. */
  private final class Failures extends EventNotifierSupport {
    @Override
    public void notify(CamelEvent event) {
      failures.incrementAndGet();
    }

    @Override
    public boolean isEnabled(CamelEvent event) {
      return event instanceof ExchangeFailedEvent;
    }
  }
}
