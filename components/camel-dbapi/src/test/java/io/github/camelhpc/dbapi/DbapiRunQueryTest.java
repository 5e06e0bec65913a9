package io.github.camelhpc.dbapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelhpc.dbapi.model.FaultKind;
import io.github.camelhpc.dbapi.model.MetricRow;
import io.github.camelhpc.dbapi.model.RequestStatus;
import io.github.camelhpc.dbapi.model.ResourceResult;
import io.github.camelhpc.dbapi.model.SeriesAttribute;
import io.github.camelhpc.dbapi.model.SeriesBlock;
import io.github.camelhpc.simulators.Fault;
import io.github.camelhpc.simulators.Faults;
import io.github.camelhpc.simulators.dbapi.AnswerForm;
import io.github.camelhpc.simulators.dbapi.DbapiSettings;
import io.github.camelhpc.simulators.dbapi.Increments;
import io.github.camelhpc.simulators.dbapi.RequestIdPlace;
import io.github.camelhpc.simulators.dbapi.RequestSnapshot;
import io.github.camelhpc.simulators.dbapi.RequestState;
import io.github.camelhpc.support.status.WaitTimedOutException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeTimedOutException;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What runQuery and awaitResult make of answers that come bit by bit. */
@Timeout(60)
class DbapiRunQueryTest extends DbapiTestSupport {

  private static final String RUN =
      "dbapi:runQuery?waitTime=0&startTime=20260131_110000&endTime=20260131_120000";
  private static final String ALL = "vm[@cpuUsage rx b .*]";
  private static final String ENDLESS = "vm[@netUsage rx b .*]";

  private Consumer<DbapiSettings> change = settings -> {};

  @Override
  void server(DbapiSettings settings) {
    settings.resourceTime(Duration.ofSeconds(1)).neverCompleting("netUsage");
    change.accept(settings);
  }

  /** Starts the simulator anew, with other settings. */
  private void restart(Consumer<DbapiSettings> settings) {
    change = settings;
    simulator.close();
    simulator = simulatorSettings().start();
    configuration().setServiceUrl(simulator.dbapiUrl());
  }

  private void answers(Consumer<AnswerForm> form) {
    restart(settings -> settings.answers(form));
  }

  private CompletableFuture<Exchange> started(String uri, Object body) {
    return template()
        .asyncSend(uri, exchange -> exchange.getMessage().setBody(body))
        .orTimeout(45, TimeUnit.SECONDS);
  }

  private Exchange succeeded(String uri, Object body) {
    Exchange exchange = advancing(started(uri, body));
    if (exchange.getException() != null) {
      throw new AssertionError(uri + " failed", exchange.getException());
    }
    return exchange;
  }

  private List<RequestState> states() {
    return simulator.dbapi().requests().stream().map(RequestSnapshot::state).toList();
  }

  private static List<SeriesBlock> blocks(ResourceResult result, String attribute) {
    return ((SeriesAttribute) result.attributes().get(attribute)).blocks();
  }

  private static List<String> machines() {
    return IntStream.rangeClosed(1, 10).mapToObj("vm%03d"::formatted).toList();
  }

  static Stream<Consumer<AnswerForm>> firstAnswers() {
    return Stream.of(
        form -> form.firstStatus(202),
        form -> form.firstStatus(206),
        form -> form.firstStatus(200),
        form -> form.firstStatus(200).firstContent(false),
        form -> form.firstStatus(202).firstContent(false),
        form -> form.requestId(RequestIdPlace.BODY, "requestId"),
        form -> form.requestId(RequestIdPlace.BODY, "requestID"),
        form -> form.requestId(RequestIdPlace.STATUS, "id"),
        form -> form.requestId(RequestIdPlace.STATUS, "requestId"),
        form -> form.requestId(RequestIdPlace.HEADER, "requestId"),
        form -> form.requestId(RequestIdPlace.HEADER, "requestID"),
        form -> form.requestId(RequestIdPlace.HEADER, "id"),
        form -> form.hasErrorsAsText(false),
        form -> form.splitResources(true),
        form -> form.numbersAsText(true));
  }

  @ParameterizedTest
  @MethodSource("firstAnswers")
  void everyFormOfTheFirstAnswerIsUnderstood(Consumer<AnswerForm> form) {
    answers(form);

    Exchange exchange = succeeded(RUN, ALL);

    assertThat(names(exchange)).containsExactlyElementsOf(machines());
    assertThat(exchange.getMessage().getHeader(DbapiConstants.COMPLETE)).isEqualTo(true);
    assertThat(exchange.getMessage().getHeader(DbapiConstants.REQUEST_ID))
        .isEqualTo(simulator.dbapi().requests().get(0).id());
    assertThat(requests("query")).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(Increments.class)
  void incrementsAreJoinedAndNotDoubled(Increments increments) {
    answers(form -> form.increments(increments).splitResources(true));

    Exchange exchange = succeeded(RUN, "vm[@cpuUsage rx b .*][@memUsage rx b .*]");

    assertThat(names(exchange)).containsExactlyElementsOf(machines());
    assertThat(results(exchange))
        .allSatisfy(
            vm -> {
              assertThat(vm.attributes()).containsOnlyKeys("cpu Usage", "memUsage");
              assertThat(blocks(vm, "cpu Usage").stream().mapToInt(b -> b.values().length).sum())
                  .isEqualTo(60);
            });
    RequestStatus status =
        exchange.getMessage().getHeader(DbapiConstants.STATUS, RequestStatus.class);
    assertThat(status.completed()).isTrue();
    assertThat(status.matched()).isEqualTo(10);
    assertThat(requests("getStatus").size()).as("questions").isGreaterThan(1);
  }

  @ParameterizedTest
  @EnumSource(Increments.class)
  void incrementsAreHandedOnAsTheyCome(Increments increments) throws Exception {
    answers(form -> form.increments(increments));

    List<MetricRow> rows =
        advancing(read(RUN + "&incremental=true&outputType=StreamList&resultFormat=ROWS", ALL))
            .stream()
            .map(MetricRow.class::cast)
            .toList();

    // one sample in fifty is missing
    assertThat(rows).hasSizeBetween(550, 600).doesNotHaveDuplicates();
    assertThat(rows.stream().map(MetricRow::name).distinct()).containsExactlyElementsOf(machines());
  }

  /** Reads the body to its end in a route. */
  private CompletableFuture<List<?>> read(String uri, Object body) throws Exception {
    start(
        new RouteBuilder() {
          @Override
          public void configure() {
            from("direct:read").to(uri).process(DbapiRunQueryTest::readToTheEnd);
          }
        });
    return started("direct:read", body).thenApply(DbapiRunQueryTest::list);
  }

  private static void readToTheEnd(Exchange exchange) {
    List<Object> read = new ArrayList<>();
    exchange.getMessage().getBody(Iterator.class).forEachRemaining(read::add);
    exchange.getMessage().setBody(read);
  }

  private static List<?> list(Exchange exchange) {
    if (exchange.getException() != null) {
      throw new AssertionError("the results could not be read", exchange.getException());
    }
    return exchange.getMessage().getBody(List.class);
  }

  /** Lets a second pass after each question for the status, until the exchange is done. */
  private <T> T advancing(CompletableFuture<T> call) {
    await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(40))
        .until(
            () -> {
              advance(Duration.ofSeconds(1));
              return call.isDone();
            });
    return call.join();
  }

  @Test
  void intervalsGrow() {
    CompletableFuture<Exchange> call = started(RUN + "&firstPoll=20&maxPoll=10m", ALL);

    // 20, 30, 45, 67, 101, 151, 227, 341 ms
    await().until(() -> requests("getStatus").size() >= 7);
    Instant seventh = Instant.now();
    await().until(() -> requests("getStatus").size() >= 8);

    assertThat(Duration.between(seventh, Instant.now())).isGreaterThan(Duration.ofMillis(100));
    advance(Duration.ofMinutes(1));
    assertThat(advancing(call).getException()).isNull();
  }

  @Test
  void rowsAndTextAreMadeOfWhatWasJoined() {
    Exchange rows = succeeded(RUN + "&resultFormat=ROWS", QUERY);
    List<?> all = rows.getMessage().getBody(List.class);
    assertThat(all).hasSizeBetween(160, 180);
    MetricRow first = (MetricRow) all.get(0);
    assertThat(first.signature()).isEqualTo("vm#vm001");
    assertThat(first.time()).isEqualTo(Instant.parse("2026-01-31T11:00:00Z"));

    Exchange text = succeeded(RUN + "&resultFormat=CSV", QUERY);
    assertThat(text.getMessage().getBody(String.class).lines())
        .first()
        .asString()
        .contains("signature", "time", "value");
  }

  @Test
  void aRequestThatIsThereIsAwaited() {
    String id = accepted(ALL);

    Exchange exchange = succeeded("dbapi:awaitResult?waitTime=0&requestId=" + id, null);

    assertThat(names(exchange)).containsExactlyElementsOf(machines());
    assertThat(requests("query")).hasSize(1);
  }

  @Test
  void aRequestThatTakesTooLongIsAborted() {
    Exchange exchange = started(RUN + "&awaitTimeout=300ms", ENDLESS).join();

    assertThat(exchange.getException())
        .isInstanceOf(ExchangeTimedOutException.class)
        .hasMessageContaining(simulator.dbapi().requests().get(0).id());
    await().untilAsserted(() -> assertThat(states()).containsExactly(RequestState.ABORTED));
    int asked = requests("getStatus").size();
    assertThat(requests("abortRequest")).hasSize(1);
    await()
        .during(Duration.ofMillis(200))
        .untilAsserted(() -> assertThat(requests("getStatus")).hasSize(asked));
  }

  /** The status is asked for when the time is over, and answered before the service aborts. */
  @Test
  void aRequestIsAbortedOnlyOnceWhileItsStatusIsOnTheWay() {
    Faults faults = simulator.faults();
    faults.matching("GET", ".*", Fault.stall(Duration.ofMillis(1500)), 1);
    faults.matching("GET", ".*", Fault.stall(Duration.ofMillis(1000)), 1);

    started(RUN + "&awaitTimeout=1s", ENDLESS).join();

    await().untilAsserted(() -> assertThat(states()).containsExactly(RequestState.ABORTED));
    await()
        .during(Duration.ofMillis(1500))
        .untilAsserted(() -> assertThat(requests("abortRequest")).hasSize(1));
  }

  @Test
  void aWaitEndsWithTheContextAndIsAborted() {
    context().getShutdownStrategy().setTimeout(1);
    CompletableFuture<Exchange> call = started(RUN, ENDLESS);
    await().until(() -> requests("getStatus").size() > 1);

    context().stop();

    assertThat(call).succeedsWithin(Duration.ofSeconds(10));
    assertThat(call.join().getException()).isNotNull();
    await().untilAsserted(() -> assertThat(states()).containsExactly(RequestState.ABORTED));
  }

  /** The service holds its first answer, with the id, for as long as x-waitTime says. */
  @Test
  void aQueryThatIsHeldWhenTheContextStopsIsAborted() {
    context().getShutdownStrategy().setTimeout(1);
    CompletableFuture<Exchange> call =
        started("dbapi:runQuery?startTime=20260131_110000&endTime=20260131_120000", ENDLESS);
    await().until(() -> states().size() == 1);

    CompletableFuture<Void> stop = CompletableFuture.runAsync(() -> context().stop());
    await().until(call::isDone);
    advance(Duration.ofSeconds(1));

    assertThat(stop).succeedsWithin(Duration.ofSeconds(10));
    assertThat(states()).containsExactly(RequestState.ABORTED);
  }

  /** Each of these answers has the id in a header and nothing else. */
  @Test
  void anAnswerThatOnlyAcceptsARequestMayHaveNoBody() {
    simulator
        .faults()
        .next(Fault.status(202).body("").header("requestId", "204817_3"), Fault.status(404));

    Exchange exchange = started(RUN, ALL).join();

    assertThat(exchange.getException()).isInstanceOf(DbapiException.class);
    assertThat(requests("getStatus").get(0).query()).contains("requestId=204817_3");
  }

  @Test
  void anIteratorThatIsNotReadToItsEndAbortsTheRequest() throws Exception {
    start(
        new RouteBuilder() {
          @Override
          public void configure() {
            from("direct:first")
                .to(RUN + "&incremental=true&outputType=StreamList")
                .process(
                    exchange -> {
                      var results = exchange.getMessage().getBody(Iterator.class);
                      advance(Duration.ofSeconds(2));
                      exchange.getMessage().setBody(results.next());
                    });
          }
        });

    Exchange exchange = call("direct:first", ENDLESS);

    assertThat(exchange.getMessage().getBody(ResourceResult.class).name()).isEqualTo("vm001");
    await().untilAsserted(() -> assertThat(states()).containsExactly(RequestState.ABORTED));
  }

  @Test
  void incrementsThatTakeTooLongAbortTheRequest() throws Exception {
    start(
        new RouteBuilder() {
          @Override
          public void configure() {
            from("direct:all")
                .to(RUN + "&incremental=true&outputType=StreamList&awaitTimeout=200ms")
                .split(body())
                .streaming()
                .to("mock:result");
          }
        });

    Exchange exchange = send("direct:all", ENDLESS);

    assertThat(exchange.getException(WaitTimedOutException.class))
        .hasMessageContaining("was not done within 200 ms");
    await().untilAsserted(() -> assertThat(states()).containsExactly(RequestState.ABORTED));
  }

  @Test
  void aRequestThatSomebodyAbortsIsAnError() {
    CompletableFuture<Exchange> call = started(RUN, ENDLESS);
    await().until(() -> !requests("getStatus").isEmpty());
    String id = simulator.dbapi().requests().get(0).id();

    call("dbapi:abortRequest?requestId=" + id, null);

    assertThat(call.join().getException())
        .isInstanceOfSatisfying(
            DbapiRequestAbortedException.class,
            aborted -> assertThat(aborted.getRequestId()).isEqualTo(id));
    assertThat(requests("abortRequest")).hasSize(1);
    assertThat(refusal("dbapi:abortRequest?requestId=" + id, null).getKind())
        .isEqualTo(FaultKind.ALREADY_ABORTED);
  }

  @Test
  void aServerThatForgetsTheIdEndsTheWait() {
    CompletableFuture<Exchange> call = started(RUN, ENDLESS);
    await().until(() -> !requests("getStatus").isEmpty());

    simulator.dbapi().forgetRequests();

    assertThat(call.join().getException())
        .isInstanceOfSatisfying(
            DbapiException.class,
            refusal -> assertThat(refusal.getKind()).isEqualTo(FaultKind.NOT_IN_CACHE));
    assertThat(requests("abortRequest")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"false", "true"})
  void aQuestionThatFailsIsAskedAgain(boolean incremental) throws Exception {
    configuration().setMaxRetries(0);
    CompletableFuture<List<?>> call =
        read(RUN + "&outputType=StreamList&incremental=" + incremental, ALL);
    await().until(() -> !requests("query").isEmpty());
    simulator
        .faults()
        .next(Fault.status(503), Fault.resetBeforeAnswer(), Fault.status(500), Fault.status(429));

    assertThat(advancing(call)).hasSize(10);
    assertThat(requests("query")).hasSize(1);
  }

  @Test
  void anAnswerWithoutAnIdIsQuoted() {
    simulator.faults().next(Fault.status(202).body("{\"message\":\"come again\"}"));

    assertThat(started(RUN, ALL).join().getException())
        .hasMessageContaining("gives no id")
        .hasMessageContaining("come again");
  }

  @Test
  void aLongTimeAndManyAttributesAreAskedForInPieces() {
    Exchange exchange =
        succeeded(
            "dbapi:runQuery?waitTime=0&attributes=cpuUsage,memUsage&attributesPerQuery=1"
                + "&startTime=2026-01-31T10:00:00Z&endTime=2026-01-31T12:00:00Z&maxRange=1h",
            "vm");

    assertThat(requests("query")).as("2 attributes, 3 pieces of time").hasSize(6);
    assertThat(requests("query").get(0).body())
        .contains("vm[@cpuUsage rx b .*]", "20260131_100000", "20260131_105959");
    assertThat(names(exchange)).containsExactlyElementsOf(machines());
    assertThat(results(exchange))
        .allSatisfy(
            vm -> {
              assertThat(vm.attributes()).containsOnlyKeys("cpu Usage", "memUsage");
              assertThat(blocks(vm, "cpu Usage").stream().mapToInt(b -> b.values().length).sum())
                  .isEqualTo(120);
            });
  }

  @Test
  void noThreadWaits() {
    int waits = 60;
    restart(settings -> settings.runningRequests(waits));
    List<CompletableFuture<Exchange>> calls =
        Stream.generate(() -> started(RUN + "&maxPoll=1s&firstPoll=200", ALL))
            .limit(waits)
            .toList();
    await().until(() -> requests("query").size() == waits);
    await().until(() -> requests("getStatus").size() > waits);

    long threads =
        Thread.getAllStackTraces().keySet().stream()
            .filter(thread -> thread.getName().contains("dbapi"))
            .count();
    assertThat(threads).isLessThan(waits / 2);

    advance(Duration.ofMinutes(1));
    calls.forEach(call -> assertThat(names(advancing(call))).hasSize(10));
  }

  /** A result that stood in a queue would keep its connection from those before it there. */
  @Test
  void manyThatFinishAtOnceDoNotWaitForEachOther() {
    int waits = 30;
    restart(settings -> settings.runningRequests(waits));
    List<CompletableFuture<Exchange>> calls =
        Stream.generate(() -> started(RUN + "&maxConnections=2&firstPoll=200", ALL))
            .limit(waits)
            .toList();
    await().until(() -> requests("query").size() == waits);

    advance(Duration.ofMinutes(1));
    calls.forEach(call -> assertThat(names(advancing(call))).hasSize(10));
  }
}
