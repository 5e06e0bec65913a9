package io.github.camelhpc.dbapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.github.camelhpc.simulators.HpcSimulatorsBuilder;
import io.github.camelhpc.simulators.LoggedRequest;
import io.github.camelhpc.simulators.SimulatorClock;
import io.github.camelhpc.simulators.dbapi.DbapiSettings;
import io.github.camelhpc.support.json.JsonReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
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
class DbapiAllOperationsTest extends DbapiTestSupport {

  /** What to call an operation with, and what to see then. */
  record Scenario(
      DbapiOperation operation,
      Map<String, Object> parameters,
      Object body,
      BiConsumer<DbapiAllOperationsTest, Exchange> check) {

    @Override
    public String toString() {
      return operation + " " + parameters;
    }
  }

  /** Stands for the id of a request that is there. */
  private static final String AN_ID = "an id";

  /** Stands for the id of a request that does not end by itself. */
  private static final String AN_ENDLESS_ID = "an id of an endless request";

  private static final String ENDLESS_QUERY = "vm[@netUsage rx b .*]";

  private static final List<Scenario> SCENARIOS =
      List.of(
          new Scenario(
              DbapiOperation.GET_STATUS,
              ordered("requestId", AN_ID, "waitTime", 3, "utcOffset", "UTC+09:00"),
              null,
              (test, exchange) -> {
                assertThat(names(exchange)).containsExactly("vm001", "vm002", "vm003");
                assertThat(test.lastRequest().header("x-waitTime")).isEqualTo("3");
                assertThat(exchange.getMessage().getHeader(DbapiConstants.COMPLETE))
                    .isEqualTo(true);
              }),
          new Scenario(
              DbapiOperation.QUERY,
              ordered(
                  "processSync",
                  true,
                  "waitTime",
                  3,
                  "query",
                  QUERY,
                  "startTime",
                  "2026-01-31T11:00:00Z",
                  "endTime",
                  "now-30m",
                  "utcOffset",
                  "+09:00",
                  "maxResults",
                  500,
                  "splitResponse",
                  true,
                  "splitSize",
                  1000,
                  "useRealTime",
                  false,
                  "resultFormat",
                  "RESOURCES",
                  "outputType",
                  "List"),
              "raidPool",
              (test, exchange) -> {
                assertThat(names(exchange)).containsExactly("vm001", "vm002", "vm003");
                assertThat(test.lastRequest().query()).contains("processSync=true");
                assertThat(test.sent())
                    .contains(
                        entry("query", QUERY),
                        entry("startTime", "20260131_200000"),
                        entry("utcOffset", "UTC+09:00"),
                        entry("splitResponse", true),
                        entry("useRealTime", false))
                    .containsKeys("endTime", "maxResults", "maxResponseSize");
              }),
          new Scenario(
              DbapiOperation.ABORT_REQUEST,
              ordered("requestId", AN_ENDLESS_ID),
              null,
              (test, exchange) -> {
                assertThat(map(exchange)).containsEntry("aborted", true);
                assertThat(exchange.getMessage().getHeader(DbapiConstants.ABORTED)).isEqualTo(true);
              }),
          new Scenario(
              DbapiOperation.RETRIEVE_DATASET,
              ordered("dataset", "defaultDs"),
              null,
              (test, exchange) -> assertThat(map(exchange)).containsEntry("name", "defaultDs")),
          new Scenario(
              DbapiOperation.RETRIEVE_DATA_SUBSET,
              ordered("dataset", "defaultDs", "dataSubsetId", "all", "utcOffset", "Z"),
              null,
              (test, exchange) -> {
                assertThat(exchange.getMessage().getBody()).isInstanceOf(List.class);
                assertThat(test.lastRequest().query()).contains("utcOffset=UTC%2B00%3A00");
              }),
          new Scenario(
              DbapiOperation.RETRIEVE_RESOURCE_DATA,
              ordered(
                  "resSignatures", "vm#vm001,vm#vm002",
                  "resType", "vm",
                  "attrId", "memory",
                  "attrValue", "8192",
                  "snapshotTime", "now"),
              null,
              (test, exchange) -> {
                assertThat(map(exchange)).containsOnlyKeys("vm");
                assertThat(test.sent())
                    .contains(
                        entry("resSignatures", List.of("vm#vm001", "vm#vm002")),
                        entry("resType", "vm"),
                        entry("attrId", "memory"),
                        entry("attrValue", "8192"))
                    .containsKey("snapshotTime");
              }),
          new Scenario(
              DbapiOperation.CREATE_OR_UPDATE_RESOURCE_DATA,
              Map.of(),
              "{\"meta\":{\"ts\":\"20260131_110000\"},\"resources\":[{\"signature\":\"vm#vm001\","
                  + "\"name\":\"renamed\",\"memory\":\"16384\"}]}",
              (test, exchange) ->
                  assertThat(names(test.call("dbapi:query", "vm[=name rx renamed]"))).hasSize(1)),
          new Scenario(
              DbapiOperation.CALL,
              ordered(
                  "entryPoint",
                  "dbapi.do",
                  "action",
                  "query",
                  "parameters",
                  "processSync=true",
                  "httpMethod",
                  "POST"),
              "{\"query\":\"vm[=name rx vm00[12]]\"}",
              (test, exchange) -> assertThat((List<?>) map(exchange).get("result")).hasSize(2)),
          new Scenario(
              DbapiOperation.RUN_QUERY,
              ordered(
                  "query", "vm[=name rx vm00.]",
                  "attributes", "cpuUsage, memUsage",
                  "attributesPerQuery", 1,
                  "startTime", "now-1h",
                  "endTime", "now",
                  "utcOffset", "UTC-07:00",
                  "maxRange", "30m",
                  "maxResults", 1000,
                  "useRealTime", true,
                  "waitTime", 0,
                  "incremental", false,
                  "awaitTimeout", "20s",
                  "outputType", "List",
                  "resultFormat", "RESOURCES"),
              null,
              (test, exchange) -> {
                assertThat(results(exchange))
                    .hasSize(9)
                    .allSatisfy(
                        result ->
                            assertThat(result.attributes().keySet())
                                .containsExactlyInAnyOrder("cpu Usage", "memUsage"));
                assertThat(test.sent()).containsEntry("useRealTime", true);
              }),
          new Scenario(
              DbapiOperation.AWAIT_RESULT,
              ordered(
                  "requestId", AN_ID,
                  "waitTime", 0,
                  "utcOffset", "UTC+09:00",
                  "incremental", false,
                  "awaitTimeout", "20s",
                  "outputType", "List",
                  "resultFormat", "CSV"),
              null,
              (test, exchange) ->
                  assertThat(exchange.getMessage().getBody(String.class).lines().count())
                      .isGreaterThan(100)));

  /** By the computer's clock, a query is never complete at once. */
  @Override
  HpcSimulatorsBuilder simulatorSettings() {
    return super.simulatorSettings().clock(SimulatorClock.system());
  }

  @Override
  void server(DbapiSettings settings) {
    settings.resourceTime(Duration.ofMillis(100)).neverCompleting("netUsage");
  }

  private static Map<String, Object> ordered(Object... namesAndValues) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      parameters.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return parameters;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Exchange exchange) {
    return exchange.getMessage().getBody(Map.class);
  }

  /** The last body that the service got. */
  private Map<String, Object> sent() {
    String body =
        simulator.requests().all().stream()
            .map(LoggedRequest::body)
            .filter(text -> text != null && !text.isEmpty())
            .reduce((before, after) -> after)
            .orElseThrow();
    try {
      return JsonReader.body(body, JsonReader::object);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Stream<Arguments> calls() {
    return SCENARIOS.stream()
        .flatMap(
            scenario ->
                Stream.of(Arguments.of(scenario, "option"), Arguments.of(scenario, "header")));
  }

  @ParameterizedTest(name = "{0} with {1}")
  @MethodSource("calls")
  void everyOperationDoesWhatItSays(Scenario scenario, String how) throws Exception {
    Map<String, Object> parameters = new LinkedHashMap<>(scenario.parameters());
    parameters.computeIfPresent(
        "requestId", (name, value) -> accepted(value.equals(AN_ID) ? QUERY : ENDLESS_QUERY));
    parameters.computeIfPresent(
        "dataSubsetId", (name, value) -> ((List<?>) dataset().get("dataSubset")).get(0));

    Exchange exchange =
        how.equals("option")
            ? called(scenario, parameters, Map.of())
            : called(scenario, Map.of(), headers(scenario.operation(), parameters));

    if (exchange.getException() != null) {
      throw exchange.getException();
    }
    scenario.check().accept(this, exchange);
  }

  private Map<String, Object> dataset() {
    return object("dbapi:retrieveDataset");
  }

  private static Map<String, Object> headers(
      DbapiOperation operation, Map<String, Object> parameters) {
    return parameters.entrySet().stream()
        .collect(
            Collectors.toMap(
                parameter -> operation.spec().parameter(parameter.getKey()).orElseThrow().header(),
                Map.Entry::getValue));
  }

  private Exchange called(
      Scenario scenario, Map<String, Object> options, Map<String, Object> headers)
      throws Exception {
    String query = URISupport.createQueryString(new LinkedHashMap<>(options));
    String uri = "dbapi:" + scenario.operation() + (query.isEmpty() ? "" : "?" + query);
    start(
        new RouteBuilder() {
          @Override
          public void configure() {
            from("direct:call").to(uri);
          }
        });
    return send("direct:call", scenario.body(), headers);
  }

  @Test
  void noOperationIsLeftOut() {
    assertThat(SCENARIOS.stream().map(Scenario::operation).distinct())
        .containsExactlyInAnyOrder(DbapiOperation.values());
  }

  /** Parameters that every operation has are tried with one. */
  @Test
  void noParameterIsLeftOut() {
    List<String> tried =
        SCENARIOS.stream().flatMap(scenario -> scenario.parameters().keySet().stream()).toList();
    assertThat(
            Arrays.stream(DbapiOperation.values())
                .flatMap(operation -> operation.spec().parameters().stream())
                .map(parameter -> parameter.option())
                .distinct())
        .allMatch(tried::contains);
  }
}
