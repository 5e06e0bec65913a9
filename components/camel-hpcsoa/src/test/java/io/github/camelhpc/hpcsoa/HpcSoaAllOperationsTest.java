package io.github.camelhpc.hpcsoa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.camelhpc.hpcsoa.model.BrokerClientStatus;
import io.github.camelhpc.hpcsoa.model.SessionInfo;
import io.github.camelhpc.hpcsoa.model.SoaRequest;
import io.github.camelhpc.hpcsoa.model.SoaResponse;
import io.github.camelhpc.simulators.HpcSimulatorsBuilder;
import io.github.camelhpc.simulators.LoggedRequest;
import io.github.camelhpc.support.operation.Parameter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.util.URISupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every operation, through a route: in JSON and XML, with options and with headers. */
class HpcSoaAllOperationsTest extends HpcSoaTestSupport {

  /** What to call an operation with, and what to see then. */
  private static final class Scenario {
    private final Map<String, Object> parameters = new LinkedHashMap<>();
    private final SoaOperation operation;
    private Object body;
    private BiConsumer<HpcSoaAllOperationsTest, Map<String, Object>> arrangement = (t, p) -> {};
    private Check check;

    private Scenario(SoaOperation operation) {
      this.operation = operation;
    }

    private Scenario with(String option, Object value) {
      parameters.put(option, value);
      return this;
    }

    private Scenario body(Object value) {
      body = value;
      return this;
    }

    /** Makes what the operation needs, and adds parameters. */
    private Scenario after(BiConsumer<HpcSoaAllOperationsTest, Map<String, Object>> first) {
      arrangement = first;
      return this;
    }

    private Scenario then(Check afterwards) {
      check = afterwards;
      return this;
    }

    @Override
    public String toString() {
      return operation + " " + parameters;
    }
  }

  @FunctionalInterface
  private interface Check {
    void of(HpcSoaAllOperationsTest test, Exchange exchange, Map<String, Object> parameters);
  }

  private static final List<Scenario> SCENARIOS = new ArrayList<>();

  private static Scenario on(SoaOperation operation) {
    Scenario scenario = new Scenario(operation);
    SCENARIOS.add(scenario);
    return scenario;
  }

  private static void session(HpcSoaAllOperationsTest test, Map<String, Object> parameters) {
    parameters.put("sessionId", test.session("CcpEchoSvc"));
  }

  private static void batch(HpcSoaAllOperationsTest test, Map<String, Object> parameters) {
    session(test, parameters);
    parameters.put("batch", "b {1}");
  }

  private static BiConsumer<HpcSoaAllOperationsTest, Map<String, Object>> sent(
      boolean generic, boolean commit) {
    return (test, parameters) -> {
      batch(test, parameters);
      test.call(
          "hpcsoa:sendRequests?commit=" + commit + "&genericService=" + generic,
          generic ? List.of("ping 1", "ping 2") : echoes(2),
          Map.of(
              HpcSoaConstants.SESSION_ID, parameters.get("sessionId"),
              HpcSoaConstants.BATCH, parameters.get("batch")));
    };
  }

  private static Check soapResponses() {
    return (test, exchange, parameters) -> {
      assertThat(read(exchange))
          .extracting(SoaResponse::userData, SoaResponse::output, SoaResponse::requestAction)
          .containsExactlyInAnyOrder(tuple("id-1", "ping 1", ECHO), tuple("id-2", "ping 2", ECHO));
      assertEnd(exchange);
    };
  }

  private static Check genericResponses() {
    return (test, exchange, parameters) -> {
      assertThat(read(exchange))
          .extracting(SoaResponse::userData, SoaResponse::output)
          .containsExactlyInAnyOrder(tuple("1", "ping 1"), tuple("2", "ping 2"));
      assertEnd(exchange);
    };
  }

  private static void assertEnd(Exchange exchange) {
    assertThat(exchange.getMessage().getHeaders())
        .containsEntry(HpcSoaConstants.RESPONSE_COUNT, 2L)
        .containsEntry(HpcSoaConstants.END_REASON, "Success");
  }

  private static String status(HpcSoaAllOperationsTest test, Map<String, Object> parameters) {
    return test.batch((Integer) parameters.get("sessionId"), (String) parameters.get("batch"))
        .status();
  }

  private static void assertSession(Exchange exchange) {
    SessionInfo session = exchange.getMessage().getBody(SessionInfo.class);
    assertThat(session.brokerNode()).isEqualTo("127.0.0.1");
    assertThat(session.durable()).isFalse();
    assertThat(session.maxMessageSize()).isPositive();
    assertThat(exchange.getMessage().getHeader(HpcSoaConstants.SESSION_ID)).isEqualTo(session.id());
  }

  static {
    on(SoaOperation.GET_CLUSTERS)
        .then(
            (test, exchange, parameters) ->
                assertThat(exchange.getMessage().getBody()).isEqualTo(List.of("HPCCluster")));
    on(SoaOperation.CREATE_SESSION)
        .with("serviceName", "CcpEchoSvc")
        .with("sessionSettings", "{\"ServiceJobName\": \"test\"}")
        .then(
            (test, exchange, parameters) -> {
              assertSession(exchange);
              assertThat(test.simulator.hpcSoa().sessionCount()).isEqualTo(1);
            });
    on(SoaOperation.CREATE_SESSION)
        .body(Map.of("serviceName", "CcpEchoSvc", "Environments", Map.of("A", "1")))
        .with("durable", false)
        .then((test, exchange, parameters) -> assertSession(exchange));
    on(SoaOperation.ATTACH_SESSION)
        .after(HpcSoaAllOperationsTest::session)
        .then((test, exchange, parameters) -> assertSession(exchange));
    on(SoaOperation.SEND_REQUESTS)
        .after(HpcSoaAllOperationsTest::batch)
        .body(echoes(3))
        .then(
            (test, exchange, parameters) -> {
              assertThat(exchange.getMessage().getBody()).isEqualTo(echoes(3));
              assertThat(status(test, parameters)).isEqualTo("Ready");
            });
    on(SoaOperation.SEND_REQUESTS)
        .after(HpcSoaAllOperationsTest::batch)
        .with("genericService", true)
        .with("commit", true)
        .body(SoaRequest.generic("ping", "1"))
        .then(
            (test, exchange, parameters) ->
                assertThat(status(test, parameters)).isNotEqualTo("Ready"));
    on(SoaOperation.COMMIT_REQUESTS)
        .after(sent(false, false))
        .then(
            (test, exchange, parameters) ->
                assertThat(status(test, parameters)).isNotEqualTo("Ready"));
    on(SoaOperation.GET_REQUEST_STATUS)
        .after(sent(false, false))
        .then(
            (test, exchange, parameters) -> {
              assertThat(exchange.getMessage().getBody()).isEqualTo(BrokerClientStatus.READY);
              assertThat(exchange.getMessage().getHeader(HpcSoaConstants.STATUS))
                  .isEqualTo("Ready");
            });
    on(SoaOperation.GET_RESPONSES)
        .after(sent(false, true))
        .with("reset", true)
        .with("action", ECHO)
        .with("clientData", "c-1")
        .then(soapResponses());
    on(SoaOperation.GET_RESPONSES)
        .after(sent(true, true))
        .with("genericService", true)
        .with("count", 2)
        .then(genericResponses());
    on(SoaOperation.GET_RESPONSES)
        .after(sent(false, true))
        .with("count", 1)
        .with("rawBody", true)
        .then(
            (test, exchange, parameters) ->
                assertThat(read(exchange))
                    .singleElement()
                    .extracting(SoaResponse::body)
                    .asString()
                    .startsWith("<EchoResponse")
                    .contains("http://tempuri.org/"));
    on(SoaOperation.PURGE_BATCH)
        .after(sent(false, true))
        .then(
            (test, exchange, parameters) ->
                assertThat(status(test, parameters)).isEqualTo("Ready"));
    on(SoaOperation.CLOSE_SESSION)
        .after(HpcSoaAllOperationsTest::session)
        .then(
            (test, exchange, parameters) ->
                assertThat(test.simulator.hpcSoa().sessionCount()).isZero());
    on(SoaOperation.GET_SERVICE_VERSIONS)
        .with("serviceName", "Versioned")
        .then(
            (test, exchange, parameters) ->
                assertThat(exchange.getMessage().getBody(String.class)).contains("1.2"));
    on(SoaOperation.RUN_BATCH)
        .with("serviceName", "CcpEchoSvc")
        .with("awaitTimeout", "20s")
        .body(echoes(2))
        .then(soapResponses());
    on(SoaOperation.RUN_BATCH)
        .after(HpcSoaAllOperationsTest::batch)
        .with("genericService", true)
        .body(List.of("ping 1", "ping 2"))
        .then(genericResponses());
    on(SoaOperation.AWAIT_BATCH)
        .after(sent(false, true))
        .with("awaitTimeout", "20s")
        .then(
            (test, exchange, parameters) ->
                assertThat(exchange.getMessage().getBody()).isEqualTo(BrokerClientStatus.FINISHED));
  }

  @Override
  HpcSimulatorsBuilder simulatorSettings() {
    return super.simulatorSettings().soaService("Versioned", "1.2", request -> request.body());
  }

  @Override
  protected RoutesBuilder createRouteBuilder() {
    return new RouteBuilder() {
      @Override
      public void configure() {
        from("direct:call").recipientList(header("uri"));
        // each recipient's stream is closed when it is done, so this one is a plain step
        from("direct:read")
            .toD("${header.uri}")
            .process(e -> e.getMessage().setBody(read(e).iterator()));
      }
    };
  }

  static Stream<Arguments> calls() {
    List<Arguments> calls = new ArrayList<>();
    for (Scenario scenario : SCENARIOS) {
      for (DataFormat format : DataFormat.values()) {
        for (ApiFamily family : ApiFamily.values()) {
          calls.add(Arguments.of(scenario, format, family, "option"));
          calls.add(Arguments.of(scenario, format, family, "header"));
        }
      }
    }
    return calls.stream();
  }

  @ParameterizedTest(name = "{0} {1} {2} with {3}")
  @MethodSource("calls")
  void everyOperationDoesWhatItSays(
      Scenario scenario, DataFormat format, ApiFamily family, String how) throws Exception {
    SoaOperation operation = scenario.operation;
    Map<String, Object> parameters = new LinkedHashMap<>(scenario.parameters);
    scenario.arrangement.accept(this, parameters);
    Map<String, Object> options = new LinkedHashMap<>(Map.of("dataFormat", format));
    options.put("apiFamily", family);
    if (family == ApiFamily.PRE_HPC2016) {
      options.put("cluster", "HPCCluster");
    }
    Map<String, Object> headers = new LinkedHashMap<>();
    parameters.forEach(
        (option, value) -> {
          if (how.equals("option")) {
            options.put(option, value);
          } else {
            Parameter parameter = operation.spec().parameter(option).orElseThrow();
            headers.put(parameter.header(), value);
          }
        });
    headers.put("uri", "hpcsoa:" + operation + "?" + URISupport.createQueryString(options));

    boolean streamed = operation.spec().result() == HpcSoaResult.RESPONSES;
    Exchange exchange = call(streamed ? "direct:read" : "direct:call", scenario.body, headers);

    scenario.check.of(this, exchange, parameters);
    String path = family == ApiFamily.HPC2016 ? "/WindowsHPC" : "/WindowsHPC/HPCCluster";
    boolean clusters = operation == SoaOperation.GET_CLUSTERS;
    List<LoggedRequest> requests = simulator.requests().all();
    assertThat(requests.get(requests.size() - 1).path())
        .startsWith((clusters ? "/WindowsHPC" : path) + "/");
    assertThat(requests.get(requests.size() - 1).header("api-version")).isEqualTo("2012-11-01.4.0");
  }

  @Test
  void noOperationIsLeftOut() {
    Map<SoaOperation, Boolean> there = new EnumMap<>(SoaOperation.class);
    SCENARIOS.forEach(scenario -> there.put(scenario.operation, true));

    assertThat(there.keySet()).containsExactlyInAnyOrder(SoaOperation.values());
  }
}
