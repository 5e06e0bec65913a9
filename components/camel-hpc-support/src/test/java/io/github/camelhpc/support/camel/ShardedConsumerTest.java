package io.github.camelhpc.support.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Several consumers, each of which stands for an instance with its shard. */
@Timeout(30)
class ShardedConsumerTest extends TinyTestSupport {

  private static final int THINGS = 24;

  private final Queue<String> events = new ConcurrentLinkedQueue<>();

  @BeforeEach
  void things() {
    context.getRegistry().bind("seen", MemoryIdempotentRepository.memoryIdempotentRepository(1000));
    all("Queued");
  }

  @Test
  void eachEntryIsEmittedByTheInstanceOfItsShard() throws Exception {
    instance("0/3", StartFrom.BEGINNING);
    instance("1/3", StartFrom.BEGINNING);
    instance("2/3", StartFrom.BEGINNING);

    await().until(() -> events.size() == THINGS);
    awaitPolls();
    assertThat(events).containsExactlyInAnyOrderElementsOf(emittedBy(3, "Queued"));
  }

  @Test
  void shardThatStartsLaterCountsWhatIsThereAtItsOwnFirstStartAsSeen() throws Exception {
    instance("0/2", StartFrom.NOW);
    awaitPolls();
    all("Running");
    await().until(() -> events.size() == emitted("0/2", "Running").size());

    instance("1/2", StartFrom.NOW);
    awaitPolls();
    assertThat(events).containsExactlyInAnyOrderElementsOf(emitted("0/2", "Running"));
    all("Finished");

    await().until(() -> events.size() == emitted("0/2", "Running").size() + THINGS);
    assertThat(events).containsAll(emittedBy(2, "Finished"));
  }

  @Test
  void restartOfAShardLosesAndRepeatsNothing() throws Exception {
    instance("0/2", StartFrom.NOW);
    awaitPolls();
    stop("0/2");
    all("Running");

    instance("0/2", StartFrom.NOW);

    await().until(() -> events.size() == emitted("0/2", "Running").size());
    awaitPolls();
    assertThat(events).containsExactlyInAnyOrderElementsOf(emitted("0/2", "Running"));
  }

  @Test
  void moreShardsThanBeforeLoseAndRepeatNothing() throws Exception {
    instance("0/2", StartFrom.NOW);
    instance("1/2", StartFrom.NOW);
    changesBetween(List.of("0/2", "1/2"), List.of("0/4", "1/4", "2/4", "3/4"));

    assertThat(events).containsExactlyInAnyOrderElementsOf(emittedBy(4, "Finished"));
  }

  @Test
  void fewerShardsThanBeforeLoseAndRepeatNothing() throws Exception {
    instance("0/3", StartFrom.NOW);
    instance("1/3", StartFrom.NOW);
    instance("2/3", StartFrom.NOW);
    changesBetween(List.of("0/3", "1/3", "2/3"), List.of("0/2", "1/2"));

    assertThat(events).containsExactlyInAnyOrderElementsOf(emittedBy(2, "Finished"));
  }

  @Test
  void shardsAfterOneInstanceForAllLoseAndRepeatNothing() throws Exception {
    instance("0/1", StartFrom.NOW);
    changesBetween(List.of("0/1"), List.of("0/2", "1/2"));

    assertThat(events).containsExactlyInAnyOrderElementsOf(emittedBy(2, "Finished"));
  }

  @Test
  void oneInstanceForAllAfterShardsLosesAndRepeatsNothing() throws Exception {
    instance("1/2", StartFrom.NOW);
    instance("0/2", StartFrom.NOW);
    changesBetween(List.of("0/2", "1/2"), List.of("0/1"));

    assertThat(events).containsExactlyInAnyOrderElementsOf(emittedBy(1, "Finished"));
  }

  /** All change and are emitted; all change while none runs; what comes then stays in events. */
  private void changesBetween(List<String> before, List<String> after) throws Exception {
    awaitPolls();
    all("Running");
    await().until(() -> events.size() == THINGS);
    for (String shard : before) {
      stop(shard);
    }
    events.clear();
    all("Finished");
    for (String shard : after) {
      instance(shard, StartFrom.NOW);
    }
    await().until(() -> events.size() >= THINGS);
    awaitPolls();
  }

  @Test
  void whatIsNoShardIsRefusedAtTheStart() {
    assertThatThrownBy(() -> instance("4/4", StartFrom.NOW))
        .rootCause()
        .hasMessageStartingWith("shard=4/4 is no shard: write its index and how many there are");
  }

  @Test
  void oneThingHasNoShard() {
    assertThatThrownBy(() -> route("one", "tiny:getThing?thingId=1&shard=0/4"))
        .rootCause()
        .hasMessage(
            "tiny:getThing watches one thing, of which there are no shards: remove shard=0/4 here,"
                + " or set it at the endpoints of lists instead of the component");
  }

  @Test
  void shardOfTheComponentIsNothingToAProducer() throws Exception {
    component.configuration.setShard("1/4");

    template.requestBody("tiny:setThing?thingId=1", "on");

    assertThat(service.calls).hasSize(1);
  }

  private void instance(String shard, StartFrom startFrom) throws Exception {
    context.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            from("tiny:listThings?delay=20&initialDelay=0&idempotentRepository=#seen&shard="
                    + shard
                    + "&startFrom="
                    + startFrom)
                .routeId(shard)
                .process(
                    e ->
                        events.add(
                            shard
                                + " "
                                + e.getMessage().getHeader(TinyOperation.EVENT_ID, String.class)));
          }
        });
  }

  private void stop(String shard) throws Exception {
    context.getRouteController().stopRoute(shard);
    context.removeRoute(shard);
  }

  private void all(String state) {
    IntStream.rangeClosed(1, THINGS).forEach(id -> service.set(id, state));
  }

  /** What the instance with this shard emits when all things come to this state. */
  private static List<String> emitted(String shard, String state) {
    return IntStream.rangeClosed(1, THINGS)
        .mapToObj(String::valueOf)
        .filter(Shard.of(shard)::contains)
        .map(id -> shard + " tiny1/listThings/" + id + "/" + state)
        .toList();
  }

  private static Collection<String> emittedBy(int count, String state) {
    return Stream.iterate(0, i -> i < count, i -> i + 1)
        .flatMap(i -> emitted(i + "/" + count, state).stream())
        .toList();
  }

  /** Waits until each instance has polled again. */
  private void awaitPolls() {
    int before = service.reads.size();
    await().until(() -> service.reads.size() > before + 4 * context.getRoutesSize() + 4);
  }
}
