package io.github.camelhpc.kamelets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelhpc.hpcsoa.HpcSoaConstants;
import io.github.camelhpc.hpcsoa.HpcSoaException;
import io.github.camelhpc.hpcsoa.model.SoaResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HpcSoaKameletsTest extends KameletTestSupport {

  private static final List<String> ROWS =
      List.of("call,100,95,0.5,0.03,0.2", "put,100,95,0.5,0.03,0.2", "put,100,none");

  @BeforeEach
  void closeSessions() {
    assertThat(simulator.hpcSoa().sessionCount()).isZero();
  }

  private static Map<String, Object> cluster(Map<String, ?> properties) {
    Map<String, Object> all = new LinkedHashMap<>(properties);
    all.put("serviceUrl", simulator.hpcSoaUrl());
    all.put("username", USER);
    all.put("password", PASSWORD);
    return all;
  }

  private static String action(Map<String, ?> properties) {
    Map<String, Object> all = cluster(properties);
    all.put("serviceName", "PricingService");
    all.put("genericService", true);
    return kamelet("hpcsoa-run-batch-action", all);
  }

  private static List<SoaResponse> responses(Exchange exchange) {
    return exchange.getMessage().getBody(List.class).stream().map(SoaResponse.class::cast).toList();
  }

  @Test
  void aBatchIsRun() throws Exception {
    run(action(Map.of("awaitTimeout", "1m", "sessionSettings", "{\"MaxUnits\": 4}")));

    Exchange result = call("direct:run", ROWS, Map.of("mine", "kept"));

    assertThat(result.getMessage().getBody()).isInstanceOf(List.class);
    assertThat(responses(result))
        .extracting(SoaResponse::userData)
        .containsExactlyInAnyOrder("1", "2", "3");
    assertThat(responses(result))
        .filteredOn(SoaResponse::failed)
        .extracting(SoaResponse::userData)
        .containsExactly("3");
    assertThat(result.getMessage().getHeaders())
        .containsEntry("mine", "kept")
        .containsEntry(HpcSoaConstants.RESPONSE_COUNT, 3L);
    assertThat(simulator.hpcSoa().sessionCount()).isZero();
    assertThat(simulator.requests().all().get(0).body()).contains("\"MaxUnits\":4");
  }

  @Test
  void responsesAreReadAsTheyComeWithinTheKameletEip() throws Exception {
    load(
        """
        - from:
            uri: direct:run
            steps:
              - kamelet:
                  name: "%s"
                  steps:
                    - to: direct:read
        - from:
            uri: direct:read
            steps:
              - split:
                  simple: "${body}"
                  streaming: true
                  steps:
                    - to: mock:response
        """
            .formatted(
                action(Map.of("outputType", "StreamList"))
                    .substring("kamelet:".length())
                    .replace("\\", "\\\\")));
    MockEndpoint read = getMockEndpoint("mock:response");
    List<Integer> open = Collections.synchronizedList(new ArrayList<>());
    read.whenAnyExchangeReceived(e -> open.add(simulator.hpcSoa().sessionCount()));

    call("direct:run", ROWS);

    assertThat(read.getReceivedExchanges())
        .extracting(e -> e.getMessage().getBody(SoaResponse.class).userData())
        .containsExactlyInAnyOrder("1", "2", "3");
    assertThat(open).as("sessions that were open meanwhile").startsWith(1, 1);
    assertThat(simulator.hpcSoa().sessionCount()).isZero();
  }

  @Test
  void whatIsRefusedKeepsBodyAndHeaders() throws Exception {
    Map<String, Object> wrong = cluster(Map.of("serviceName", "NoService", "genericService", true));
    run(kamelet("hpcsoa-run-batch-action", wrong));

    Exchange result = send("direct:run", ROWS, Map.of("mine", "kept"));

    assertThat(result.getException(HpcSoaException.class).getCodeName())
        .isEqualTo("Service_NotFound");
    assertThat(result.getMessage().getBody()).isEqualTo(ROWS);
    assertThat(result.getMessage().getHeaders()).containsEntry("mine", "kept");
  }

  @Test
  void responsesOfABatchAreEmitted() throws Exception {
    int session = simulator.hpcSoa().createSession("CcpEchoSvc");
    String at = "?genericService=true&sessionId=" + session + "&batch=b 1";
    run(
        "hpcsoa:sendRequests"
            + at
            + "&commit=true&username=RAW("
            + USER
            + ")&password=RAW("
            + PASSWORD
            + ")&serviceUrl="
            + simulator.hpcSoaUrl());
    call("direct:run", List.of("ping 1", "ping 2", "ping 3"));

    MockEndpoint events =
        events(
            kamelet(
                "hpcsoa-batch-responses-source",
                cluster(
                    Map.of(
                        "sessionId",
                        session,
                        "batch",
                        "b 1",
                        "genericService",
                        true,
                        "count",
                        2,
                        "delay",
                        "50ms"))));

    await()
        .until(
            () ->
                events.getReceivedExchanges().stream()
                    .anyMatch(
                        e -> e.getMessage().getHeaders().containsKey(HpcSoaConstants.COMPLETE)));
    assertThat(events.getReceivedExchanges())
        .extracting(e -> e.getMessage().getBody(SoaResponse.class))
        .filteredOn(response -> response != null)
        .extracting(SoaResponse::output)
        .containsExactlyInAnyOrder("ping 1", "ping 2", "ping 3");
    simulator.hpcSoa().failSession(session, "the test is over");
  }
}
