package io.github.camelhpc.support.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.camelhpc.support.http.ServiceOperationFailedException;
import io.github.camelhpc.support.operation.InvalidParameterException;
import io.github.camelhpc.support.status.CompletionMonitor;
import io.github.camelhpc.support.status.WaitEndedException;
import io.github.camelhpc.support.status.WaitTimedOutException;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.File;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeTimedOutException;
import org.apache.camel.ResolveEndpointFailedException;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceProducerTest extends TinyTestSupport {

  @Override
  protected RoutesBuilder createRouteBuilder() {
    return new RouteBuilder() {
      @Override
      public void configure() {
        from("direct:set").to("tiny:setThing?thingId=7").to("mock:end");
        from("direct:await").to("tiny:awaitThing").to("mock:end");
        from("direct:dynamic").toD("tiny:setThing?thingId=${header.id}").to("mock:end");
      }
    };
  }

  @Test
  void resultBecomesBodyAndHeaders() {
    Map<String, Object> headers = new HashMap<>();
    headers.put("CamelTinyState", "Done");
    headers.put("CamelTinyGone", null);
    service.answer = new OperationResult("result", headers);

    Exchange exchange = send("direct:set", "body", Map.of("CamelTinyGone", 1, "Other", 2));

    assertThat(exchange.getException()).isNull();
    assertThat(exchange.getMessage().getBody()).isEqualTo("result");
    assertThat(exchange.getMessage().getHeaders())
        .containsEntry("CamelTinyState", "Done")
        .containsEntry("Other", 2)
        .doesNotContainKey("CamelTinyGone");
  }

  @Test
  void messageStaysAsItIsWithoutResult() {
    assertThat(send("direct:set", "body", Map.of()).getMessage().getBody()).isEqualTo("body");
  }

  @Test
  void headerBeatsOption() {
    send("direct:set", "body", Map.of(TinyOperation.ID_HEADER, 42));
    send("direct:set", "body", Map.of());

    assertThat(service.calls)
        .extracting(c -> c.values().get(TinyOperation.Parameters.THING_ID))
        .containsExactly("42", "7");
  }

  @Test
  void missingParameterFailsBeforeAnyCall() {
    Exchange exchange = send("direct:await", "body", Map.of());

    assertThat(exchange.getException())
        .isInstanceOf(InvalidParameterException.class)
        .hasMessage(
            "tiny:awaitThing needs thingId: set the option thingId or the header "
                + TinyOperation.ID_HEADER);
    assertThat(service.calls).isEmpty();
  }

  @Test
  void bodyIsKeptOnFailure() {
    service.failure = TinyService.fault(409, null);

    Exchange exchange = send("direct:set", "body", Map.of());

    assertThat(exchange.getException()).isInstanceOf(ServiceOperationFailedException.class);
    assertThat(exchange.getMessage().getBody()).isEqualTo("body");
  }

  @Test
  void streamIsReadOnceAndKeptAsText() {
    service.failure = TinyService.fault(409, null);

    Exchange exchange =
        send(
            "direct:set",
            new ByteArrayInputStream("jöb".getBytes(StandardCharsets.UTF_8)),
            Map.of());
    Exchange second = send("direct:set", new StringReader("jöb"), Map.of());

    assertThat(service.calls).extracting(TinyService.Call::body).containsExactly("jöb", "jöb");
    assertThat(exchange.getMessage().getBody(String.class)).isEqualTo("jöb");
    assertThat(second.getMessage().getBody()).isEqualTo("jöb");
  }

  @Test
  void fileAndBytesAreReadAsText(@TempDir Path directory) throws Exception {
    Path path = directory.resolve("job.xml");
    Files.writeString(path, "\uFEFFjöb");
    File file = path.toFile();

    send("direct:set", file, Map.of());
    send("direct:set", path, Map.of());
    send("direct:set", "jöb".getBytes(StandardCharsets.UTF_8), Map.of());
    send("direct:set", "\uFEFFjöb".getBytes(StandardCharsets.UTF_16LE), Map.of());
    send("direct:set", "\uFEFFjöb".getBytes(StandardCharsets.UTF_16BE), Map.of());
    send(
        "direct:set",
        "jöb".getBytes(StandardCharsets.ISO_8859_1),
        Map.of(Exchange.CHARSET_NAME, "ISO-8859-1"));

    assertThat(service.calls).hasSize(6).extracting(TinyService.Call::body).containsOnly("jöb");
  }

  @Test
  void otherBodiesAreGivenAsTheyAre() {
    Map<String, Integer> body = Map.of("cores", 4);

    send("direct:set", body, Map.of());
    send("direct:set", null, Map.of());

    assertThat(service.calls).extracting(TinyService.Call::body).containsExactly(body, null);
  }

  @Test
  void streamedResultIsClosedWhenTheExchangeIsDone() throws Exception {
    AtomicBoolean closed = new AtomicBoolean();
    AtomicBoolean openInRoute = new AtomicBoolean();
    service.answer = OperationResult.body((Closeable) () -> closed.set(true));
    MockEndpoint end = getMockEndpoint("mock:end");
    end.whenAnyExchangeReceived(e -> openInRoute.set(!closed.get()));

    send("direct:set", "body", Map.of());

    assertThat(openInRoute).isTrue();
    assertThat(closed).isTrue();
  }

  @Test
  void streamedResultIsClosedWhenTheExchangeFails() {
    AtomicBoolean closed = new AtomicBoolean();
    service.answer = OperationResult.body((Closeable) () -> closed.set(true));
    getMockEndpoint("mock:end")
        .whenAnyExchangeReceived(
            e -> {
              throw new IllegalStateException("no more");
            });

    assertThat(send("direct:set", "body", Map.of()).getException())
        .isInstanceOf(IllegalStateException.class);
    assertThat(closed).isTrue();
  }

  @Test
  void waitHoldsNoThread() throws Exception {
    context.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            from("seda:await").to("tiny:awaitThing").to("mock:end");
          }
        });
    getMockEndpoint("mock:end").expectedMessageCount(20);
    for (int i = 0; i < 20; i++) {
      template.sendBodyAndHeader("seda:await", "body", TinyOperation.ID_HEADER, i);
    }
    // one thread consumes from seda, and it has begun all of the waits
    await().until(() -> service.waits.size() == 20);

    service.waits.values().forEach(w -> w.complete(OperationResult.body("done")));

    getMockEndpoint("mock:end").assertIsSatisfied(5_000);
    assertThat(getMockEndpoint("mock:end").getExchanges())
        .allSatisfy(e -> assertThat(e.getMessage().getBody()).isEqualTo("done"));
  }

  @Test
  void timeOutIsCamelsOwn() throws Exception {
    CompletableFuture<Exchange> answer = awaitThing(7);
    service.waits.get("7").completeExceptionally(timedOut());

    assertThat(answer.get(5, TimeUnit.SECONDS).getException())
        .isInstanceOf(ExchangeTimedOutException.class)
        .hasMessageContaining("tiny:awaitThing: 7 was not done within 1 ms")
        .hasCauseInstanceOf(WaitTimedOutException.class);
  }

  @Test
  void failureOfAWaitIsTheExchanges() throws Exception {
    CompletableFuture<Exchange> answer = awaitThing(7);
    service.waits.get("7").completeExceptionally(TinyService.fault(404, null));

    Exchange exchange = answer.get(5, TimeUnit.SECONDS);
    assertThat(exchange.getException()).isInstanceOf(ServiceOperationFailedException.class);
    assertThat(exchange.getMessage().getBody()).isEqualTo("body");
  }

  @Test
  void forcedShutdownEndsWaits() throws Exception {
    CompletableFuture<Exchange> answer = awaitThing(7);

    context.getShutdownStrategy().setTimeout(1);
    context.stop();

    assertThat(answer.get(5, TimeUnit.SECONDS).getException())
        .isInstanceOf(WaitEndedException.class)
        .hasMessageContaining("tiny:awaitThing: the wait ended because the route stops");
  }

  @Test
  void dynamicUriMakesOneEndpointAndLeavesNoHeaderBehind() {
    int before = context.getEndpoints().size();

    for (int i = 0; i < 10; i++) {
      Exchange exchange = send("direct:dynamic", "body", Map.of("id", i));
      assertThat(exchange.getException()).isNull();
      assertThat(exchange.getMessage().getHeaders()).doesNotContainKey(TinyOperation.ID_HEADER);
    }

    assertThat(context.getEndpoints()).hasSize(before + 1);
    assertThat(service.calls)
        .extracting(c -> c.values().get(TinyOperation.Parameters.THING_ID))
        .containsExactly("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
    assertThat(component.connections).hasValue(1);
  }

  @Test
  void rawValueInADynamicUriIsTakenAsItIs() throws Exception {
    context.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            from("direct:raw").toD("tiny:listThings?filter=RAW(${header.filter})");
          }
        });

    send("direct:raw", "body", Map.of("filter", "a+b eq 'c&d%20'"));

    assertThat(service.calls.get(0).values().get(TinyOperation.Parameters.FILTER))
        .isEqualTo("a+b eq 'c&d%20'");
  }

  @Test
  void headerBeatsTheValueInADynamicUri() {
    Exchange exchange =
        send("direct:dynamic", "body", Map.of("id", 1, TinyOperation.ID_HEADER, 42));

    assertThat(service.calls.get(0).values().get(TinyOperation.Parameters.THING_ID))
        .isEqualTo("42");
    assertThat(exchange.getMessage().getHeader(TinyOperation.ID_HEADER)).isEqualTo(42);
  }

  @Test
  void unknownOperationNamesTheNearest() {
    assertThatThrownBy(() -> context.getEndpoint("tiny:getThings"))
        .isInstanceOf(ResolveEndpointFailedException.class)
        .rootCause()
        .hasMessageStartingWith(
            "tiny:getThings: there is no operation 'getThings'; did you mean getThing, ")
        .hasMessageEndingWith("docs/tiny.md lists all 4");
  }

  @Test
  void optionOfAnotherOperationIsRefused() {
    assertThatThrownBy(() -> context.getEndpoint("tiny:getThing?thingId=1&filter=x"))
        .rootCause()
        .hasMessage("tiny:getThing does not take filter; remove it. It takes thingId");
  }

  @Test
  void operationWithoutChangesCannotBeConsumedFrom() {
    assertThatThrownBy(() -> context.getEndpoint("tiny:setThing?thingId=1").createConsumer(e -> {}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("tiny:setThing cannot be consumed from");
  }

  private Exchange send(String uri, Object body, Map<String, Object> headers) {
    return template.send(
        uri,
        e -> {
          e.getMessage().setBody(body);
          e.getMessage().setHeaders(new HashMap<>(headers));
        });
  }

  private CompletableFuture<Exchange> awaitThing(int id) {
    CompletableFuture<Exchange> answer =
        template.asyncSend(
            "direct:await",
            e -> {
              e.getMessage().setBody("body");
              e.getMessage().setHeader(TinyOperation.ID_HEADER, id);
            });
    await().until(() -> service.waits.containsKey(String.valueOf(id)));
    return answer;
  }

  private static Throwable timedOut() {
    ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();
    Duration hour = Duration.ofHours(1);
    try (CompletionMonitor<Object> monitor =
        new CompletionMonitor<>(
            null, new CompletionMonitor.Timing(hour, hour, hour), scheduler, Clock.systemUTC())) {
      CompletableFuture<Object> wait = monitor.await("7", Duration.ofMillis(1));
      return wait.handle((r, failure) -> failure).join();
    } finally {
      scheduler.shutdownNow();
    }
  }
}
