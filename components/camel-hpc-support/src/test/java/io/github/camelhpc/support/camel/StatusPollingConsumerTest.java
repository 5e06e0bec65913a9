package io.github.camelhpc.support.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelhpc.support.http.ServiceOperationFailedException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class StatusPollingConsumerTest extends TinyTestSupport {

  @Override
  protected RoutesBuilder createRouteBuilder() {
    return new RouteBuilder() {
      @Override
      public void configure() {
        from("direct:enrich").pollEnrich("tiny:getThing?thingId=1", 0);
      }
    };
  }

  @Test
  void pollEnrichAsksAtOnceEachTime() {
    service.set(1, "Queued");
    assertThat(template.requestBody("direct:enrich", "", Map.class))
        .containsEntry("State", "Queued");
    assertThat(template.requestBody("direct:enrich", "", Map.class))
        .containsEntry("State", "Queued");
    service.set(1, "Done");

    Exchange exchange = template.request("direct:enrich", e -> {});

    assertThat(exchange.getMessage().getBody(Map.class)).containsEntry("State", "Done");
    assertThat(exchange.getMessage().getHeader(TinyOperation.COMPLETE)).isEqualTo(true);
    assertThat(service.reads).hasSize(3);
  }

  @Test
  void errorsAreThrown() {
    service.failure = TinyService.fault(404, null);

    assertThat(template.request("direct:enrich", e -> {}).getException())
        .hasRootCauseInstanceOf(ServiceOperationFailedException.class);
    assertThatThrownBy(() -> consumer.receiveNoWait("tiny:getThing?thingId=1"))
        .hasRootCauseInstanceOf(ServiceOperationFailedException.class);
  }

  @Test
  void listGivesTheNextEntryAndThenNothing() {
    service.set(1, "Queued");
    service.set(2, "Queued");

    Exchange first = received();
    Exchange second = received();

    assertThat(first.getMessage().getHeader(TinyOperation.ID_HEADER)).isEqualTo(1);
    assertThat(second.getMessage().getHeader(TinyOperation.ID_HEADER)).isEqualTo(2);
    assertThat(received()).isNull();
  }

  @Test
  void receiveWaitsForAnEntryAsLongAsItMay() throws Exception {
    assertThat(consumer.receive("tiny:listThings?delay=20", 100)).isNull();
    CompletableFuture<Exchange> answer =
        CompletableFuture.supplyAsync(() -> consumer.receive("tiny:listThings?delay=20", 10_000));

    service.set(1, "Queued");

    Exchange exchange = answer.get(5, TimeUnit.SECONDS);
    assertThat(exchange.getMessage().getHeader(TinyOperation.EVENT_ID))
        .isEqualTo("tiny1/listThings/1/Queued");
  }

  private Exchange received() {
    Exchange exchange = consumer.receiveNoWait("tiny:listThings");
    if (exchange != null) {
      consumer.doneUoW(exchange);
    }
    return exchange;
  }
}
