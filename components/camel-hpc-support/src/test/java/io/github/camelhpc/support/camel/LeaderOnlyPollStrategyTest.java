package io.github.camelhpc.support.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two leaders by file, in contexts of their own: the tests of the module reliability. */
@Timeout(30)
class LeaderOnlyPollStrategyTest extends TinyTestSupport {

  private static final String URI =
      "tiny:listThings?delay=20&initialDelay=0&startFrom=beginning&pollStrategy=#leaderOnly"
          + "&idempotentRepository=#seen";

  private final FakeClusterService cluster = new FakeClusterService();
  private final IdempotentRepository seen =
      MemoryIdempotentRepository.memoryIdempotentRepository(1000);
  private final Queue<String> events = new ConcurrentLinkedQueue<>();

  @BeforeEach
  void cluster() throws Exception {
    LeaderOnlyPollStrategy strategy = new LeaderOnlyPollStrategy();
    strategy.setClusterService(cluster);
    context.addService(cluster);
    context.getRegistry().bind("leaderOnly", strategy);
    context.getRegistry().bind("seen", seen);
    for (int id = 1; id <= 3; id++) {
      service.set(id, "Queued");
    }
  }

  @Test
  void followerDoesNotPollAndIsHealthy() throws Exception {
    emit(event -> {});

    await().during(Duration.ofMillis(300)).until(() -> service.reads.isEmpty());
    assertThat(readiness())
        .filteredOn(result -> result.getCheck().getId().startsWith("consumer"))
        .isNotEmpty()
        .allMatch(result -> result.getState() == HealthCheck.State.UP);

    cluster.leader = true;
    await().until(() -> events.size() == 3);
  }

  @Test
  void lostLeadershipEndsAPollAfterTheEntryThatIsWorkedOn() throws Exception {
    cluster.leader = true;
    emit(event -> cluster.lead(false));

    await().until(() -> seen.contains("tiny1/listThings/1/Queued"));
    await().during(Duration.ofMillis(300)).until(() -> events.size() == 1);
    assertThat(events).containsExactly("tiny1/listThings/1/Queued");
  }

  @Test
  void leaderThatComesBackEmitsWhatNobodyCompletedBetween() throws Exception {
    cluster.leader = true;
    emit(
        event -> {
          if (event.contains("/1/")) {
            cluster.lead(false);
          }
        });
    await().until(() -> seen.contains("tiny1/listThings/1/Queued"));

    // another instance leads
    seen.add("tiny1/listThings/2/Queued");
    service.set(1, "Running");
    seen.add("tiny1/listThings/1/Running");
    cluster.lead(true);

    await().until(() -> events.size() == 2);
    await().during(Duration.ofMillis(200)).until(() -> events.size() == 2);
    assertThat(events).containsExactly("tiny1/listThings/1/Queued", "tiny1/listThings/3/Queued");
  }

  @Test
  void leaderThatComesBackDoesNotRepeatWhatItFailedAtAndAnotherCompleted() throws Exception {
    cluster.leader = true;
    emit(
        event -> {
          if (event.contains("/2/")) {
            cluster.lead(false);
            throw new IllegalStateException("disk full");
          }
        });
    await().until(() -> events.size() == 2 && !cluster.leader);

    // another instance leads
    seen.add("tiny1/listThings/2/Queued");
    cluster.lead(true);

    await().until(() -> events.size() == 3);
    await().during(Duration.ofMillis(200)).until(() -> events.size() == 3);
    assertThat(List.copyOf(events).get(2)).isEqualTo("tiny1/listThings/3/Queued");
  }

  @Test
  void routeThatIsStartedAgainDoesNotRepeatWhatItFailedAtAndAnotherCompleted() throws Exception {
    cluster.leader = true;
    emit(
        event -> {
          if (event.contains("/2/")) {
            throw new IllegalStateException("disk full");
          }
        });
    await().until(() -> seen.contains("tiny1/listThings/3/Queued"));
    context.getRouteController().stopRoute("emit");
    seen.add("tiny1/listThings/2/Queued");
    events.clear();
    int reads = service.reads.size();

    context.getRouteController().startRoute("emit");

    await().until(() -> service.reads.size() > reads + 2);
    assertThat(events).isEmpty();
  }

  private void emit(Consumer<String> work) throws Exception {
    context.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            from(URI)
                .routeId("emit")
                .process(
                    exchange -> {
                      String event =
                          exchange.getMessage().getHeader(TinyOperation.EVENT_ID, String.class);
                      events.add(event);
                      work.accept(event);
                    });
          }
        });
  }
}
