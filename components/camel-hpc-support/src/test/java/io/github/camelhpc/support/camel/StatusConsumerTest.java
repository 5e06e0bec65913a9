package io.github.camelhpc.support.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class StatusConsumerTest extends TinyTestSupport {

  private static final String LIST = "tiny:listThings?delay=20&initialDelay=0";

  private MockEndpoint end;

  @BeforeEach
  void things() {
    service.set(1, "Queued");
    service.set(2, "Running");
    end = getMockEndpoint("mock:end");
  }

  @Test
  void changesAreEmittedFromNowOn() throws Exception {
    route("r", LIST);
    awaitPolls(2);
    service.set(1, "Running");

    awaitEvents("tiny1/listThings/1/Running");
    Exchange exchange = end.getExchanges().get(0);
    assertThat(exchange.getMessage().getBody(java.util.Map.class))
        .containsEntry("State", "Running");
    assertThat(exchange.getMessage().getHeader(TinyOperation.ID_HEADER)).isEqualTo(1);
    assertThat(exchange.getMessage().getHeader(TinyOperation.COMPLETE)).isNull();
    awaitPolls(3);
    assertThat(events()).hasSize(1);
  }

  @Test
  void onlyChangesAreAskedForAfterTheFirstPoll() throws Exception {
    route("r", LIST);
    awaitPolls(3);

    assertThat(service.reads.get(0).has(TinyOperation.Parameters.CHANGED_SINCE)).isFalse();
    assertThat(service.reads.get(1).has(TinyOperation.Parameters.CHANGED_SINCE)).isTrue();
  }

  @Test
  void whatIsThereIsEmittedFromTheBeginningAsABatch() throws Exception {
    route("r", LIST + "&startFrom=beginning");

    awaitEvents("tiny1/listThings/1/Queued", "tiny1/listThings/2/Running");
    assertThat(end.getExchanges())
        .extracting(e -> e.getProperty(ExchangePropertyKey.BATCH_INDEX))
        .containsExactly(0, 1);
    assertThat(end.getExchanges())
        .extracting(e -> e.getProperty(ExchangePropertyKey.BATCH_SIZE))
        .containsOnly(2);
    assertThat(end.getExchanges())
        .extracting(e -> e.getProperty(ExchangePropertyKey.BATCH_COMPLETE))
        .containsExactly(false, true);
  }

  @Test
  void allAreEmittedAtEveryPoll() throws Exception {
    route("r", LIST + "&emit=all");

    await().until(() -> events().size() >= 6);
    assertThat(new HashSet<>(events()))
        .containsExactlyInAnyOrder("tiny1/listThings/1/Queued", "tiny1/listThings/2/Running");
  }

  @Test
  void noMoreAreEmittedAtOncePollThanAllowed() throws Exception {
    for (int id = 3; id <= 5; id++) {
      service.set(id, "Queued");
    }
    route("r", LIST + "&startFrom=beginning&maxMessagesPerPoll=2");

    await().until(() -> events().size() == 5);
    assertThat(new HashSet<>(events())).hasSize(5);
    assertThat(end.getExchanges())
        .extracting(e -> e.getProperty(ExchangePropertyKey.BATCH_SIZE))
        .containsExactly(2, 2, 2, 2, 1);
  }

  @Test
  void failedExchangeIsOfferedAgainWithTheSameEventId() throws Exception {
    AtomicInteger failures = new AtomicInteger(2);
    end.whenAnyExchangeReceived(
        e -> {
          if (failures.getAndDecrement() > 0) {
            throw new IllegalStateException("disk full");
          }
        });
    route("r", LIST);
    awaitPolls(2);
    service.set(1, "Running");

    String event = "tiny1/listThings/1/Running";
    awaitEvents(event, event, event);
    awaitPolls(3);
    assertThat(events()).hasSize(3);
  }

  @Test
  void changeThatAnAsynchronousRouteWorksOnIsNotEmittedTwice() throws Exception {
    context.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            from(LIST + "&startFrom=beginning").to("tiny:awaitThing").to("mock:end");
          }
        });
    await().until(() -> service.waits.size() == 2);
    awaitPolls(5);
    assertThat(service.calls).hasSize(2);

    service.waits.values().forEach(w -> w.complete(OperationResult.none()));

    await().until(() -> events().size() == 2);
    awaitPolls(5);
    assertThat(service.calls).hasSize(2);
  }

  @Test
  void restartWithARepositoryLosesAndRepeatsNothing() throws Exception {
    Set<String> stored = ConcurrentHashMap.newKeySet();
    context.getRegistry().bind("seen", new StoredRepository(stored));
    String uri = LIST + "&idempotentRepository=#seen";
    route("first", uri);
    awaitPolls(2);
    service.set(1, "Running");
    awaitEvents("tiny1/listThings/1/Running");
    await().until(() -> stored.contains("tiny1/listThings/1/Running"));

    context.getRouteController().stopRoute("first");
    context.removeRoute("first");
    service.set(2, "Finished");
    service.set(3, "Queued");
    // the mock endpoint went with the route
    end = route("second", uri);

    awaitEvents("tiny1/listThings/2/Finished", "tiny1/listThings/3/Queued");
    awaitPolls(3);
    assertThat(events()).hasSize(2);
  }

  /** Suspended, it keeps its memory; a route that is stopped and started has a new consumer. */
  @Test
  void withoutARepositoryASuspendedRouteGoesOnWhereItWas() throws Exception {
    route("r", LIST);
    awaitPolls(2);
    service.set(1, "Running");
    awaitEvents("tiny1/listThings/1/Running");

    context.getRouteController().suspendRoute("r");
    service.set(2, "Finished");
    context.getRouteController().resumeRoute("r");

    awaitEvents("tiny1/listThings/1/Running", "tiny1/listThings/2/Finished");
    awaitPolls(3);
    assertThat(events()).hasSize(2);
  }

  @Test
  void withoutARepositoryAStoppedRouteBeginsWithWhatIsThere() throws Exception {
    route("r", LIST);
    awaitPolls(2);
    service.set(1, "Running");
    awaitEvents("tiny1/listThings/1/Running");

    context.getRouteController().stopRoute("r");
    service.set(2, "Finished");
    context.getRouteController().startRoute("r");
    awaitPolls(2);
    service.set(1, "Done");

    awaitEvents("tiny1/listThings/1/Running", "tiny1/listThings/1/Done");
  }

  @Test
  void repositoryThatNobodyStartedIsStarted() throws Exception {
    context.getRegistry().bind("seen", new MemoryIdempotentRepository());
    route("r", LIST + "&startFrom=beginning&idempotentRepository=#seen");

    awaitEvents("tiny1/listThings/1/Queued", "tiny1/listThings/2/Running");
  }

  @Test
  void oneThingEndsWithCompleteAndIsNotPolledAnyMore() throws Exception {
    route("r", "tiny:getThing?thingId=1&delay=20&initialDelay=0");
    awaitEvents("tiny1/getThing/1/Queued");
    assertThat(end.getExchanges().get(0).getMessage().getHeader(TinyOperation.COMPLETE)).isNull();

    service.set(1, "Done");
    awaitEvents("tiny1/getThing/1/Queued", "tiny1/getThing/1/Done");

    assertThat(end.getExchanges().get(1).getMessage().getHeader(TinyOperation.COMPLETE))
        .isEqualTo(true);
    AtomicInteger reads = new AtomicInteger();
    await().until(() -> reads.getAndSet(service.reads.size()) == service.reads.size());
    await()
        .during(Duration.ofMillis(200))
        .until(() -> service.reads.size() == reads.get() && events().size() == 2);
  }

  @Test
  void pollErrorIsInHealthWithItsHttpCodeAndTriedAgain() throws Exception {
    service.failure = TinyService.fault(503, null);
    route("r", LIST);

    await().until(() -> down().size() == 1 && service.reads.size() > 2);
    assertThat(down().get(0).getDetails()).containsEntry(HealthCheck.HTTP_RESPONSE_CODE, 503);

    service.failure = null;
    await().until(() -> down().isEmpty());
  }

  @Test
  void serviceThatAsksForPatienceIsLeftAlone() throws Exception {
    service.failure = TinyService.fault(429, Duration.ofHours(2));
    route("r", LIST);
    await().until(() -> !down().isEmpty());
    service.failure = null;

    await()
        .during(Duration.ofMillis(300))
        .until(() -> service.reads.size() == 1 && down().size() == 1);
  }

  @Test
  void pollGoesOnWhenThePauseIsOver() throws Exception {
    service.failure = TinyService.fault(429, Duration.ofMillis(200));
    route("r", LIST);
    await().until(() -> !service.reads.isEmpty());
    service.failure = null;

    awaitPolls(2);
    await().until(() -> down().isEmpty());
  }

  private List<HealthCheck.Result> down() {
    return readiness().stream()
        .filter(r -> r.getState() == HealthCheck.State.DOWN)
        .filter(r -> r.getCheck().getId().startsWith("consumer"))
        .toList();
  }

  private List<String> events() {
    return end.getExchanges().stream()
        .map(e -> e.getMessage().getHeader(TinyOperation.EVENT_ID, String.class))
        .toList();
  }

  private void awaitEvents(String... events) {
    await().untilAsserted(() -> assertThat(events()).containsExactly(events));
  }

  /** Waits until so many further polls are done. */
  private void awaitPolls(int count) {
    int before = service.reads.size();
    await().until(() -> service.reads.size() > before + count);
  }

  /** A repository whose content outlives it. */
  private static final class StoredRepository extends MemoryIdempotentRepository {

    private final Set<String> stored;

    private StoredRepository(Set<String> stored) {
      this.stored = stored;
    }

    @Override
    public boolean add(String key) {
      return stored.add(key);
    }

    @Override
    public boolean contains(String key) {
      return stored.contains(key);
    }
  }
}
