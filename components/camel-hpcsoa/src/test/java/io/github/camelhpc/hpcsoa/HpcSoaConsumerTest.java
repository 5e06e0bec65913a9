package io.github.camelhpc.hpcsoa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.camelhpc.hpcsoa.model.SoaResponse;
import io.github.camelhpc.simulators.LoggedRequest;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.processor.idempotent.FileIdempotentRepository;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Consumers of the status and of the responses of a batch. */
class HpcSoaConsumerTest extends HpcSoaTestSupport {

  private static final String EVERY_50_MS = "&initialDelay=0&delay=50";

  private final List<Exchange> seen = Collections.synchronizedList(new ArrayList<>());

  @TempDir private File folder;

  @Override
  Duration requestTime() {
    return Duration.ofSeconds(1);
  }

  private void consume(String uri) throws Exception {
    consume(uri, exchange -> false);
  }

  /** Starts a route that fails with some exchanges. */
  private void consume(String uri, Predicate<Exchange> failing) throws Exception {
    context()
        .addRoutes(
            new RouteBuilder() {
              @Override
              public void configure() {
                from(uri + EVERY_50_MS)
                    .routeId("consumer")
                    .process(
                        exchange -> {
                          seen.add(exchange.copy());
                          if (failing.test(exchange)) {
                            throw new IllegalStateException("the route fails");
                          }
                        });
              }
            });
  }

  private List<String> seenUserData() {
    synchronized (seen) {
      return seen.stream()
          .map(e -> e.getMessage().getHeader(HpcSoaConstants.USER_DATA, String.class))
          .toList();
    }
  }

  private static List<String> ids(int from, int to) {
    return IntStream.rangeClosed(from, to).mapToObj(i -> "id-" + i).toList();
  }

  private static boolean isComplete(Exchange exchange) {
    return Boolean.TRUE.equals(exchange.getMessage().getHeader(HpcSoaConstants.COMPLETE));
  }

  private static Predicate<Exchange> isFirst(String userData, Set<String> failed) {
    return e ->
        userData.equals(e.getMessage().getHeader(HpcSoaConstants.USER_DATA))
            && failed.add(userData);
  }

  /** {@code reset} of each call of getResponses. */
  private List<String> resets() {
    return requests("/Response").stream()
        .map(LoggedRequest::query)
        .map(query -> query.replaceAll(".*reset=(\\w+).*", "$1"))
        .toList();
  }

  private void awaitNoMoreCalls() {
    long[] count = new long[1];
    await()
        .pollInterval(Duration.ofMillis(300))
        .until(
            () -> {
              long before = count[0];
              count[0] = simulator.requests().count();
              return count[0] == before;
            });
  }

  @Test
  void everyStatusIsEmittedAndTheLastOneEnds() throws Exception {
    int session = sentBatch(5, false);
    consume("hpcsoa:getRequestStatus?" + at(session, "b"));
    await().until(() -> seen.size() == 1);
    call("hpcsoa:commitRequests?" + at(session, "b"), null);
    await().until(() -> seen.size() == 2);
    advance(Duration.ofSeconds(10));
    await().until(() -> seen.size() == 3);

    assertThat(seen)
        .extracting(e -> e.getMessage().getHeader(HpcSoaConstants.STATUS))
        .containsExactly("Ready", "Processing", "Finished");
    assertThat(seen).extracting(HpcSoaConsumerTest::isComplete).containsExactly(false, false, true);
    assertThat(seen)
        .extracting(e -> e.getMessage().getHeader(HpcSoaConstants.SESSION_ID))
        .containsOnly(session);
    assertThat(seen)
        .extracting(e -> e.getMessage().getHeader(HpcSoaConstants.EVENT_ID))
        .doesNotHaveDuplicates();
    awaitNoMoreCalls();
    assertThat(seen).hasSize(3);
  }

  @Test
  void responsesAreReadSomeAtATimeAndConfirmed() throws Exception {
    int session = sentBatch(10, true);
    advance(Duration.ofSeconds(10));

    consume("hpcsoa:getResponses?count=4&" + at(session, "b"));
    await().until(() -> resets().size() == 4);
    awaitNoMoreCalls();

    assertThat(seenUserData()).containsExactlyInAnyOrderElementsOf(ids(1, 10));
    assertThat(requests("/Response")).allMatch(r -> r.query().contains("count=4"));
    assertThat(resets()).containsExactly("true", "false", "false", "false");
    assertThat(seen.subList(0, 9)).noneMatch(HpcSoaConsumerTest::isComplete);
    assertThat(isComplete(seen.get(9))).isTrue();
    assertThat(batch(session, "b").stored()).as("all is confirmed").isZero();
    assertThat(seen.get(0).getMessage().getBody()).isInstanceOf(SoaResponse.class);
  }

  @Test
  void anEndThatIsSeenAfterwardsHasAnExchangeOfItsOwn() throws Exception {
    int session = sentBatch(8, true);
    advance(Duration.ofSeconds(10));

    consume("hpcsoa:getResponses?count=4&" + at(session, "b"));
    await().until(() -> seen.stream().anyMatch(HpcSoaConsumerTest::isComplete));

    assertThat(seen).hasSize(9);
    assertThat(isComplete(seen.get(8))).isTrue();
    assertThat(seen.get(8).getMessage().getBody()).isNull();
    awaitNoMoreCalls();
    assertThat(batch(session, "b").stored()).isZero();
  }

  @Test
  void whatIsReadTogetherCanComeAsAList() throws Exception {
    int session = sentBatch(10, true);
    advance(Duration.ofSeconds(10));
    Set<String> failed = new HashSet<>();

    consume(
        "hpcsoa:getResponses?count=4&groupResponses=true&" + at(session, "b"),
        exchange -> failed.add("once"));
    await().until(() -> seen.stream().anyMatch(HpcSoaConsumerTest::isComplete));

    assertThat(seen)
        .as("the first list failed and came again")
        .extracting(e -> e.getMessage().getBody(List.class).size())
        .containsExactly(4, 4, 4, 2);
    awaitNoMoreCalls();
    assertThat(batch(session, "b").stored()).isZero();
  }

  @Test
  void nothingIsConfirmedBeforeTheRouteIsDoneWithIt() throws Exception {
    int session = sentBatch(6, true);
    advance(Duration.ofSeconds(10));
    List<Long> stored = Collections.synchronizedList(new ArrayList<>());

    consume(
        "hpcsoa:getResponses?count=3&" + at(session, "b"),
        exchange -> {
          stored.add(batch(session, "b").stored());
          return false;
        });
    await().until(() -> seen.stream().anyMatch(HpcSoaConsumerTest::isComplete));

    assertThat(stored).startsWith(6L, 6L, 6L, 3L, 3L, 3L);
  }

  @Test
  void afterAFailureTheSameComeAgainAndCompletedOnesDoNot() throws Exception {
    int session = sentBatch(6, true);
    advance(Duration.ofSeconds(10));
    Set<String> failed = new HashSet<>();

    consume("hpcsoa:getResponses?count=3&" + at(session, "b"), isFirst("id-2", failed));
    await().until(() -> seen.stream().anyMatch(HpcSoaConsumerTest::isComplete));
    awaitNoMoreCalls();

    List<String> expected = new ArrayList<>(ids(1, 6));
    expected.add("id-2");
    assertThat(seenUserData().stream().filter(u -> u != null))
        .containsExactlyInAnyOrderElementsOf(expected);
    assertThat(resets()).startsWith("true", "true", "false");
    assertThat(batch(session, "b").stored()).isZero();
    assertThat(
            seen.stream()
                .filter(e -> "id-2".equals(e.getMessage().getHeader(HpcSoaConstants.USER_DATA)))
                .map(e -> e.getMessage().getHeader(HpcSoaConstants.EVENT_ID)))
        .hasSize(2)
        .containsOnly(
            seen.stream()
                .filter(e -> "id-2".equals(e.getMessage().getHeader(HpcSoaConstants.USER_DATA)))
                .findFirst()
                .orElseThrow()
                .getMessage()
                .getHeader(HpcSoaConstants.EVENT_ID));
  }

  @Test
  void aFailureInTheLastOnesKeepsTheConsumerGoing() throws Exception {
    int session = sentBatch(2, true);
    advance(Duration.ofSeconds(10));
    Set<String> failed = new HashSet<>();

    consume("hpcsoa:getResponses?" + at(session, "b"), isFirst("id-1", failed));
    await().until(() -> Collections.frequency(seenUserData(), "id-1") == 2);
    awaitNoMoreCalls();

    assertThat(Collections.frequency(seenUserData(), "id-2")).isEqualTo(1);
    assertThat(batch(session, "b").stored()).isZero();
  }

  @Test
  void responsesOfARunningBatchComeAsTheyAreReady() throws Exception {
    int session = sentBatch(8, false);
    consume("hpcsoa:getResponses?count=2&" + at(session, "b"));
    advance(Duration.ofSeconds(1));
    await().until(() -> seen.size() == 4);
    assertThat(batch(session, "b").status()).isEqualTo("Ready");

    advance(Duration.ofSeconds(10));
    await().until(() -> seen.size() == 8);
    call("hpcsoa:commitRequests?" + at(session, "b"), null);

    await().until(() -> seen.stream().anyMatch(HpcSoaConsumerTest::isComplete));
    assertThat(seenUserData().subList(0, 8)).containsExactlyInAnyOrderElementsOf(ids(1, 8));
  }

  @Test
  void stoppingDoesNotWaitForTheNextResponse() throws Exception {
    int session = sentBatch(1, false);
    consume("hpcsoa:getResponses?" + at(session, "b"));
    await().until(() -> simulator.requests().count("POST", responsesPath(session)) == 1);

    assertTimeoutPreemptively(
        Duration.ofSeconds(10), () -> context().getRouteController().stopRoute("consumer"));
  }

  private static String responsesPath(int session) {
    return "/WindowsHPC/session/" + session + "/batch/b/Response";
  }

  @Test
  void withoutIdsNothingIsTakenForTheSame() throws Exception {
    int session = session("CcpEchoSvc");
    call(
        "hpcsoa:sendRequests?genericService=true&commit=true&" + at(session, "b"),
        "a\uFFFF\u0000a\uFFFF\u0000".getBytes(StandardCharsets.UTF_8));
    advance(Duration.ofSeconds(10));
    context()
        .getRegistry()
        .bind("seen", FileIdempotentRepository.fileIdempotentRepository(new File(folder, "seen")));

    consume(
        "hpcsoa:getResponses?genericService=true&idempotentRepository=#seen&" + at(session, "b"));
    await().until(() -> seen.stream().anyMatch(HpcSoaConsumerTest::isComplete));

    assertThat(seen).hasSize(2);
    assertThat(seen.get(0).getMessage().getHeaders()).doesNotContainKey(HpcSoaConstants.EVENT_ID);
  }

  /** What was read counts as given at the broker, so it has to be read again. */
  @Test
  void responsesThatTheRepositoryCouldNotBeAskedAboutAreNotLost() throws Exception {
    int session = sentBatch(5, true);
    advance(Duration.ofSeconds(10));
    AtomicInteger asked = new AtomicInteger();
    context()
        .getRegistry()
        .bind(
            "seen",
            new MemoryIdempotentRepository() {
              @Override
              public boolean contains(String key) {
                // the first of the second two
                if (asked.incrementAndGet() == 3) {
                  throw new IllegalStateException("no database");
                }
                return super.contains(key);
              }
            });

    consume("hpcsoa:getResponses?count=2&idempotentRepository=#seen&" + at(session, "b"));
    await().until(() -> seen.stream().anyMatch(HpcSoaConsumerTest::isComplete));

    assertThat(seenUserData()).contains("id-1", "id-2", "id-3", "id-4", "id-5");
  }

  /** Completes some exchanges of the context's consumer, then stops in the middle of a chunk. */
  private List<String> deliveredBy(int session, int stopAfter) throws Exception {
    List<String> delivered = Collections.synchronizedList(new ArrayList<>());
    List<String> complete = Collections.synchronizedList(new ArrayList<>());
    try (DefaultCamelContext other = new DefaultCamelContext()) {
      other.addComponent("hpcsoa", component(simulator.hpcSoaUrl()));
      File file = new File(folder, "seen.txt");
      other.getRegistry().bind("seen", FileIdempotentRepository.fileIdempotentRepository(file));
      other.addRoutes(
          new RouteBuilder() {
            @Override
            public void configure() {
              from("hpcsoa:getResponses?count=10&idempotentRepository=#seen&"
                      + at(session, "b")
                      + EVERY_50_MS)
                  .process(
                      exchange -> {
                        if (isComplete(exchange)) {
                          complete.add("complete");
                        }
                        String id =
                            exchange
                                .getMessage()
                                .getHeader(HpcSoaConstants.USER_DATA, String.class);
                        if (delivered.size() == stopAfter) {
                          throw new IllegalStateException("the process dies here");
                        }
                        if (id != null) {
                          delivered.add(id);
                        }
                      });
            }
          });
      other.start();
      await().until(() -> !complete.isEmpty() || delivered.size() == stopAfter);
      other.stop();
    }
    return delivered;
  }

  @Test
  void aRestartDeliversEachExactlyOnce() throws Exception {
    int session = sentBatch(50, true);
    advance(Duration.ofMinutes(1));

    List<String> all = new ArrayList<>(deliveredBy(session, 17));
    assertThat(all).hasSize(17);
    all.addAll(deliveredBy(session, 16));
    all.addAll(deliveredBy(session, Integer.MAX_VALUE));

    assertThat(all).containsExactlyInAnyOrderElementsOf(ids(1, 50));
    assertThat(batch(session, "b").stored()).isZero();
  }
}
