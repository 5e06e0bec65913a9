package io.github.camelhpc.azbatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.util.URISupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every operation, through a route, with options and with headers. */
class AzBatchAllOperationsTest extends AzBatchTestSupport {

  /** What a step before may have left in a message for an operation that needs no body. */
  private static final String LEFT_BEFORE = "what a step before has left";

  private static final List<OperationScenario> SCENARIOS =
      Stream.of(
              JobScenarios.all(),
              TaskScenarios.all(),
              PoolScenarios.all(),
              NodeScenarios.all(),
              ScheduleScenarios.all())
          .flatMap(scenarios -> scenarios)
          .toList();

  static Stream<Arguments> calls() {
    return SCENARIOS.stream()
        .flatMap(
            scenario ->
                Stream.of(Arguments.of(scenario, "option"), Arguments.of(scenario, "header")));
  }

  @ParameterizedTest(name = "{0} with {1}")
  @MethodSource("calls")
  void everyOperationDoesWhatItSays(OperationScenario scenario, String how) throws Exception {
    BatchOperation operation = scenario.operation();
    Map<String, Object> parameters = scenario.arrange(this);
    Object given = scenario.body(this);
    Object body = given == null ? LEFT_BEFORE : given;

    Exchange exchange =
        how.equals("option")
            ? called(operation, parameters, body, Map.of())
            : called(operation, Map.of(), body, headers(operation, parameters));

    if (exchange.getException() != null) {
      throw exchange.getException();
    }
    scenario.check(this, exchange);
    boolean answersNothing =
        operation.spec().result() == null
            || operation.spec().result() == AzBatchResult.FILE_PROPERTIES;
    if (answersNothing) {
      assertThat(exchange.getMessage().getBody()).as("the body stays").isEqualTo(body);
    }
  }

  private static Map<String, Object> headers(
      BatchOperation operation, Map<String, Object> parameters) {
    return parameters.entrySet().stream()
        .collect(
            Collectors.toMap(
                parameter -> operation.spec().parameter(parameter.getKey()).orElseThrow().header(),
                Map.Entry::getValue));
  }

  private Exchange called(
      BatchOperation operation, Map<String, Object> options, Object body, Map<String, Object> more)
      throws Exception {
    Map<String, Object> texts = new LinkedHashMap<>();
    options.forEach((option, value) -> texts.put(option, text(value)));
    String query = URISupport.createQueryString(texts);
    String uri = "azbatch:" + operation + (query.isEmpty() ? "" : "?" + query);
    start(
        new RouteBuilder() {
          @Override
          public void configure() {
            from("direct:call").to(uri).process(AzBatchAllOperationsTest::readStream);
          }
        });
    CompletableFuture<Exchange> call =
        template()
            .asyncSend(
                "direct:call",
                exchange -> {
                  exchange.getMessage().setBody(body);
                  exchange.getMessage().setHeaders(new LinkedHashMap<>(more));
                });
    boolean waits = operation.spec().isComposed();
    await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(5))
        .until(
            () -> {
              if (waits) {
                advance(Duration.ofSeconds(1));
              }
              return call.isDone();
            });
    return call.join();
  }

  private static String text(Object value) {
    return value instanceof List<?> items
        ? items.stream().map(String::valueOf).collect(Collectors.joining(","))
        : value.toString();
  }

  /** In the route: at the end of the exchange the stream is closed. */
  private static void readStream(Exchange exchange) throws Exception {
    if (exchange.getMessage().getBody() instanceof InputStream content) {
      exchange.getMessage().setBody(new String(content.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  @Test
  void noOperationIsLeftOut() {
    assertThat(SCENARIOS.stream().map(OperationScenario::operation).distinct())
        .containsExactlyInAnyOrder(BatchOperation.values());
  }
}
