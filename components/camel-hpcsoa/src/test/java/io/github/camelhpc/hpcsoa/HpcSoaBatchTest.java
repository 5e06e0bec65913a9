package io.github.camelhpc.hpcsoa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelhpc.hpcsoa.model.SessionInfo;
import io.github.camelhpc.hpcsoa.model.SoaRequest;
import io.github.camelhpc.hpcsoa.model.SoaResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.apache.camel.AsyncProducer;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeTimedOutException;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;

/** {@code runBatch} and {@code awaitBatch}: what is there during them, and what is left over. */
class HpcSoaBatchTest extends HpcSoaTestSupport {

  private static final String RUN = "hpcsoa:runBatch?serviceName=CcpEchoSvc";

  private final List<SoaResponse> seen = Collections.synchronizedList(new ArrayList<>());
  private final List<Integer> openSessions = Collections.synchronizedList(new ArrayList<>());

  @Override
  Duration requestTime() {
    return Duration.ofSeconds(1);
  }

  @Override
  protected RoutesBuilder createRouteBuilder() {
    return new RouteBuilder() {
      @Override
      public void configure() {
        from("direct:run")
            .to(RUN + "&awaitTimeout=30s")
            .split(body())
            .streaming()
            .process(
                e -> {
                  seen.add(e.getMessage().getBody(SoaResponse.class));
                  openSessions.add(simulator.hpcSoa().sessionCount());
                })
            .end()
            .setBody(constant("done"));
        from("direct:fail")
            .to(RUN + "&awaitTimeout=30s")
            .split(body())
            .streaming()
            .stopOnException()
            .throwException(new IllegalStateException("the route fails"))
            .end();
        from("direct:read")
            .toD("${header.uri}")
            .split(body())
            .streaming()
            .process(e -> seen.add(e.getMessage().getBody(SoaResponse.class)));
        from("direct:ignore").to(RUN + "&awaitTimeout=30s").setBody(constant("ignored"));
      }
    };
  }

  /** Sends without waiting for the end, and lets the service work until then. */
  private Exchange whileItWorks(String uri, Object body) {
    CompletableFuture<Exchange> exchange = started(uri, body);
    await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(20))
        .until(
            () -> {
              if (!requests("/Status").isEmpty()) {
                advance(Duration.ofSeconds(1));
              }
              return exchange.isDone();
            });
    return exchange.join();
  }

  private CompletableFuture<Exchange> started(String uri, Object body) {
    return template().asyncSend(uri, e -> e.getMessage().setBody(body));
  }

  private void assertNothingIsLeft() {
    await()
        .untilAsserted(
            () -> {
              assertThat(simulator.hpcSoa().sessionCount()).isZero();
              assertThat(requests("/Purge")).hasSize(1);
              assertThat(requests("/Close")).hasSize(1);
            });
  }

  @Test
  void aGenericRequestThatFailsIsAResponseWithAFault() {
    int session = session("Refusing");
    call(
        "hpcsoa:sendRequests?genericService=true&commit=true&" + at(session, "g"),
        List.of("a row"));

    advance(Duration.ofSeconds(1));
    call(
        "direct:read",
        null,
        Map.of("uri", "hpcsoa:getResponses?genericService=true&" + at(session, "g")));

    SoaResponse response = seen.get(0);
    assertThat(response.failed()).isTrue();
    assertThat(response.fault().reason()).isEqualTo("no price for a row");
    assertThat(response.output()).isNull();
    assertThat(response.userData()).isEqualTo("1");
  }

  @Test
  void theResponsesAreReadBeforeTheSessionIsClosed() {
    Exchange exchange = whileItWorks("direct:run", echoes(20));

    assertThat(exchange.getException()).isNull();
    assertThat(seen)
        .extracting(r -> r.userData() + "=" + r.output())
        .containsExactlyInAnyOrderElementsOf(
            IntStream.rangeClosed(1, 20).mapToObj(i -> "id-" + i + "=ping " + i).toList());
    assertThat(openSessions).hasSize(20).startsWith(1);
    assertThat(exchange.getMessage().getHeaders())
        .containsEntry(HpcSoaConstants.RESPONSE_COUNT, 20L)
        .containsEntry(HpcSoaConstants.END_REASON, "Success")
        .containsEntry(HpcSoaConstants.SESSION_ID, 1);
    assertThat(requests("/Commit")).as("committed with the requests").isEmpty();
    assertNothingIsLeft();
  }

  @Test
  void noThreadWaits() throws Exception {
    AsyncProducer producer = context().getEndpoint(RUN).createAsyncProducer();
    producer.start();
    Exchange exchange = new DefaultExchange(context());
    exchange.getMessage().setBody(echoes(1));
    CompletableFuture<Boolean> done = new CompletableFuture<>();

    boolean doneAtOnce = producer.process(exchange, done::complete);

    assertThat(doneAtOnce).as("this thread goes on").isFalse();
    await().until(() -> requests("/Status").size() > 1);
    assertThat(done).isNotDone();
    advance(Duration.ofSeconds(10));
    assertThat(done).succeedsWithin(Duration.ofSeconds(10));
    assertThat(read(exchange)).hasSize(1);
    producer.stop();
  }

  @Test
  void tenThousandRequestsComeFromAnIterator() {
    Iterator<SoaRequest> requests =
        IntStream.rangeClosed(1, 10_000).mapToObj(HpcSoaTestSupport::echo).iterator();
    CompletableFuture<Exchange> exchange = started("direct:run", requests);
    await().atMost(Duration.ofSeconds(60)).until(() -> !requests("/Status").isEmpty());
    // four at a time, a second each; much longer than that is the idle time-out of the batch
    IntStream.range(0, 42).forEach(minute -> advance(Duration.ofMinutes(1)));

    assertThat(exchange).succeedsWithin(Duration.ofSeconds(60));
    assertThat(exchange.join().getException()).isNull();
    assertThat(seen).extracting(SoaResponse::userData).doesNotHaveDuplicates().hasSize(10_000);
    assertThat(seen)
        .allMatch(r -> r.output().equals("ping " + r.userData().substring("id-".length())));
    assertNothingIsLeft();
  }

  @Test
  void aBatchOfASessionThatIsGivenIsPurgedAndTheSessionStays() {
    int session = session("CcpEchoSvc");

    Exchange exchange =
        whileItWorks(
            "hpcsoa:runBatch?genericService=true&" + at(session, "mine"), List.of("a", "b"));

    assertThat(exchange.getException()).isNull();
    await().untilAsserted(() -> assertThat(requests("/batch/mine/Purge")).hasSize(1));
    assertThat(simulator.hpcSoa().sessionCount()).isEqualTo(1);
    assertThat(requests("/Close")).isEmpty();
  }

  @Test
  void nothingIsLeftWhenARequestCannotBeSent() {
    Iterator<Object> requests =
        List.of(echo(1), new SoaRequest(ECHO, "<Echo>", "id-2", null), (Object) echo(3)).iterator();

    Throwable failure = failure(RUN, requests);

    assertThat(failure).hasMessageContaining("request 2").hasMessageContaining("well-formed");
    assertNothingIsLeft();
  }

  @Test
  void nothingIsLeftWhenTheSourceOfTheRequestsFails() {
    Iterator<SoaRequest> requests =
        IntStream.rangeClosed(1, 100)
            .mapToObj(
                i -> {
                  if (i == 50) {
                    throw new IllegalStateException("no more rows");
                  }
                  return echo(i);
                })
            .iterator();

    assertThat(failure(RUN, requests)).hasStackTraceContaining("no more rows");
    assertNothingIsLeft();
  }

  @Test
  void nothingIsLeftWhenTheWaitTimesOut() {
    Throwable failure = failure(RUN + "&awaitTimeout=200ms", echoes(1));

    assertThat(failure)
        .isInstanceOf(ExchangeTimedOutException.class)
        .hasMessageContaining("hpcsoa:runBatch");
    assertNothingIsLeft();
  }

  @Test
  void nothingIsLeftWhenNobodyReadsTheResponses() {
    assertThat(whileItWorks("direct:ignore", echoes(5)).getMessage().getBody())
        .isEqualTo("ignored");
    assertNothingIsLeft();
  }

  @Test
  void nothingIsLeftWhenTheRouteFailsInTheSplit() {
    assertThat(whileItWorks("direct:fail", echoes(5)).getException())
        .hasStackTraceContaining("the route fails");
    assertNothingIsLeft();
  }

  @Test
  void requestsThatFailAreResponsesWithAFault() throws Exception {
    int session = session("Refusing");

    call("hpcsoa:sendRequests?commit=true&" + at(session, "b"), echoes(1));
    advance(Duration.ofSeconds(10));
    List<SoaResponse> responses = allResponses(at(session, "b"));

    assertThat(responses)
        .singleElement()
        .satisfies(
            r -> {
              assertThat(r.failed()).isTrue();
              assertThat(r.userData()).isEqualTo("id-1");
              assertThat(r.fault().reason()).startsWith("no price for");
            });
  }

  @Test
  void awaitBatchGoesOnWhenAllAreDone() {
    int session = sentBatch(2, true);
    CompletableFuture<Exchange> exchange = started("hpcsoa:awaitBatch?" + at(session, "b"), null);
    await().until(() -> requests("/Status").size() > 1);
    assertThat(exchange).isNotDone();

    advance(Duration.ofSeconds(10));

    assertThat(exchange).succeedsWithin(Duration.ofSeconds(10));
    assertThat(exchange.join().getMessage().getHeader(HpcSoaConstants.STATUS))
        .isEqualTo("Finished");
  }

  @Test
  void awaitBatchTimesOutAndTheBatchGoesOn() {
    int session = sentBatch(1, false);

    assertThat(failure("hpcsoa:awaitBatch?awaitTimeout=200ms&" + at(session, "b"), null))
        .isInstanceOf(ExchangeTimedOutException.class);
    assertThat(batch(session, "b").status()).isEqualTo("Ready");
  }

  @Test
  void awaitBatchFailsWithTheSession() {
    int session = sentBatch(1, true);
    CompletableFuture<Exchange> exchange = started("hpcsoa:awaitBatch?" + at(session, "b"), null);
    await().until(() -> requests("/Status").size() > 1);

    call("hpcsoa:closeSession?sessionId=" + session, null);

    assertThat(exchange).succeedsWithin(Duration.ofSeconds(10));
    assertThat(exchange.join().getException()).isInstanceOf(HpcSoaException.class);
  }

  @Test
  void theSessionHasTheSettings() {
    Exchange exchange =
        call(
            "hpcsoa:createSession?serviceName=CcpEchoSvc",
            Map.of("maxMessageSize", 4096, "ServiceOperationTimeout", 5000));

    SessionInfo session = exchange.getMessage().getBody(SessionInfo.class);
    assertThat(session.maxMessageSize()).isEqualTo(4096);
    assertThat(session.serviceOperationTimeout()).isEqualTo(5000);
  }
}
