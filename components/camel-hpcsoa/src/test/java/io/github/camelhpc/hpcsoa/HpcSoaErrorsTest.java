package io.github.camelhpc.hpcsoa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.camelhpc.hpcsoa.model.SoaRequest;
import io.github.camelhpc.hpcsoa.model.SoaResponse;
import io.github.camelhpc.hpcsoa.wire.ResponsesCutShortException;
import io.github.camelhpc.simulators.LoggedRequest;
import io.github.camelhpc.simulators.hpcsoa.SimulatedResponse;
import io.github.camelhpc.support.http.ForeignOriginException;
import io.github.camelhpc.support.operation.InvalidParameterException;
import io.github.camelhpc.test.server.MisbehavingServer;
import io.github.camelhpc.test.server.Replies;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.http.base.HttpOperationFailedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused, here or by the service, and how it is said. */
class HpcSoaErrorsTest extends HpcSoaTestSupport {

  static Stream<Arguments> faults() {
    return Stream.of(
        arguments("attachSession?sessionId=99", "InvalidSessionId", "50331649"),
        arguments(
            "getRequestStatus?sessionId=99&batch=b&brokerNode=127.0.0.1",
            "InvalidSessionId",
            "50331649"),
        arguments(
            "attachSession?sessionId=1&durable=true", "InvalidAttachDurableSession", "50331658"),
        arguments("createSession?serviceName=Missing", "Service_NotFound", "50331678"),
        arguments(
            "createSession?serviceName=CcpEchoSvc&durable=true",
            "Azure_NotSupportDurableSession",
            "50331698"),
        arguments("commitRequests?sessionId=1&batch=done", "Broker_EOMRejected", "16777227"),
        arguments(
            "commitRequests?sessionId=1&batch=empty", "Broker_EOMReject_NoRequest", "16777246"),
        arguments("getResponses?sessionId=1&batch=done&count=0", "ArgumentError", "251723775"),
        arguments(
            "getServiceVersions?serviceName=x&apiVersion=1",
            "WebAPI_APIVersionIncorrect",
            "50331700"));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void faultsInJsonHaveCodeAndName(String operation, String name, String code) throws Exception {
    assertFault(DataFormat.JSON, operation, name, code);
  }

  @ParameterizedTest
  @MethodSource("faults")
  void faultsInXmlHaveCodeAndName(String operation, String name, String code) throws Exception {
    assertFault(DataFormat.XML, operation, name, code);
  }

  private void assertFault(DataFormat format, String operation, String name, String code)
      throws Exception {
    context()
        .getComponent("hpcsoa", HpcSoaComponent.class)
        .getConfiguration()
        .setDataFormat(format);
    int session = session("CcpEchoSvc");
    call("hpcsoa:sendRequests?commit=true&" + at(session, "done"), echoes(1));
    assertThat(allResponses("reset=true&" + at(session, "done"))).hasSize(1);

    Throwable failure = failure("hpcsoa:" + operation, null);

    assertThat(failure)
        .isInstanceOf(HpcSoaException.class)
        .isInstanceOf(HttpOperationFailedException.class)
        .hasMessageContaining(operation.substring(0, operation.indexOf('?')))
        .hasMessageContaining(name);
    assertThat(((HpcSoaException) failure).getCodeName()).isEqualTo(name);
    assertThat(((HpcSoaException) failure).getServiceCode()).isEqualTo(code);
    assertThat(((HpcSoaException) failure).getStatusCode()).isBetween(400, 599);
  }

  @Test
  void aMessageHasItsValues() {
    assertThat(failure("hpcsoa:attachSession?sessionId=99", null))
        .hasMessageContaining("99")
        .hasMessageNotContaining("{0}");
  }

  @Test
  void wrongCredentialsAreExplained() throws Exception {
    HpcSoaComponent wrong = component(simulator.hpcSoaUrl());
    wrong.getConfiguration().setPassword("oops-1");
    context().addComponent("wrong", wrong);

    Throwable failure = failure("wrong:attachSession?sessionId=1", null);

    assertThat(failure)
        .hasMessageContaining("403")
        .hasMessageContaining("check the options username")
        .hasMessageNotContaining("oops-1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\uFFFFb", "a\u0000b"})
  void separatorsInGenericInputAreRefused(String input) {
    int session = session("CcpEchoSvc");
    String send = "hpcsoa:sendRequests?genericService=true&" + at(session, "b");

    assertThat(failure(send, SoaRequest.generic(input, "1"))).hasMessageContaining("request 1");
    assertThat(failure(send, SoaRequest.generic("x", input))).hasMessageContaining("request 1");
    assertThat(batch(session, "b").requests()).isZero();
  }

  @Test
  void aBodyThatHasNoRequestsIsRefusedBeforeAnythingIsSent() {
    int session = session("CcpEchoSvc");

    assertThat(failure("hpcsoa:sendRequests?" + at(session, "b"), 42))
        .hasMessageContaining("hpcsoa:sendRequests cannot send the body")
        .hasMessageContaining("java.lang.Integer");
    assertThat(simulator.requests().all()).extracting(LoggedRequest::method).isEmpty();
  }

  @Test
  void aMissingParameterIsNamed() {
    assertThat(failure("hpcsoa:getResponses?sessionId=1", null))
        .hasMessageContaining("set the option batch or the header CamelHpcSoaBatch");
    assertThat(simulator.requests().count()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a/b", "a.b", "b*d", "\u00e4", "a\u0000b"})
  void aNameThatTheBrokerDoesNotTakeIsRefusedBeforeARequest(String batch) {
    for (String operation : List.of("getRequestStatus", "sendRequests", "runBatch")) {
      Exchange exchange =
          template()
              .request(
                  "hpcsoa:" + operation + "?sessionId=1",
                  e -> {
                    e.getMessage().setHeader(HpcSoaConstants.BATCH, batch);
                    e.getMessage().setBody(echoes(1));
                  });

      assertThat(exchange.getException())
          .as(operation)
          .isInstanceOf(InvalidParameterException.class)
          .hasMessageContaining("batch must be 1 to 128 letters from A to Z, digits, blanks")
          .hasMessageContaining("change the option batch or the header CamelHpcSoaBatch");
    }
    assertThat(simulator.requests().count()).isZero();
  }

  @Test
  void aForeignBrokerNodeGetsNoCredentials() {
    int session = session("CcpEchoSvc");
    String status = "hpcsoa:getRequestStatus?" + at(session, "b");

    assertThat(failure(status + "&brokerNode=localhost", null))
        .hasMessageContaining("localhost")
        .hasMessageContaining("allowedHosts");
    assertThat(failure(status + "&brokerNode=evil.example.com%2F@127.0.0.1", null)).isNotNull();
    assertThat(simulator.requests().count()).isZero();

    call(status + "&brokerNode=localhost&allowedHosts=localhost", null);
    assertThat(simulator.requests().all())
        .singleElement()
        .satisfies(r -> assertThat(r.header("host")).startsWith("localhost:"));
  }

  @Test
  void nobodyWaitsForABatchOnAForeignBrokerNode() {
    try (MisbehavingServer headNode =
        MisbehavingServer.start(Replies.ok("{\"Id\":1,\"BrokerNode\":\"evil.example\"}"))) {
      String url = "&serviceUrl=" + headNode.url();

      assertThat(failure("hpcsoa:awaitBatch?awaitTimeout=20s&" + at(1, "b") + url, null))
          .isInstanceOf(ForeignOriginException.class)
          .hasMessageContaining("evil.example");
      assertThat(headNode.requests()).allSatisfy(r -> assertThat(r.target()).contains("/Attach"));
    }
  }

  @Test
  void aSessionThatWasMadeElsewhereIsAttachedToOnce() {
    int session = session("CcpEchoSvc");

    call("hpcsoa:getRequestStatus?" + at(session, "b"), null);
    call("hpcsoa:getRequestStatus?" + at(session, "b"), null);

    assertThat(requests("/session/" + session + "/Attach")).hasSize(1);
    assertThat(requests("/Status")).hasSize(2);
  }

  @Test
  void responsesThatWerePurgedAreNoEnd() {
    int session = sentBatch(3, false);
    List<SoaResponse> seen = new CopyOnWriteArrayList<>();
    CompletableFuture<Void> reading = reading(at(session, "b"), seen);
    await().until(() -> seen.size() >= 2);

    call("hpcsoa:purgeBatch?" + at(session, "b"), null);

    assertThat(reading)
        .failsWithin(Duration.ofSeconds(10))
        .withThrowableOfType(ExecutionException.class)
        .withRootCauseInstanceOf(ResponsesCutShortException.class)
        .withMessageContaining("ClientPurged");
    assertThat(seen).extracting(SoaResponse::output).contains("ping 1");
  }

  @Test
  void aLongRestIsNotWaitedFor() {
    int session = session("CcpEchoSvc");
    simulator
        .hpcSoa()
        .generatedBatch(
            session, "b", 50_000_000, i -> SimulatedResponse.generic("id", "x".repeat(1_000)));

    assertTimeoutPreemptively(
        Duration.ofSeconds(10),
        () -> call("hpcsoa:getResponses?genericService=true&" + at(session, "b"), null));
  }

  @Test
  void theNextResponseOfARunningBatchIsNotWaitedFor() {
    int session = sentBatch(3, false);

    assertTimeoutPreemptively(
        Duration.ofSeconds(10), () -> call("hpcsoa:getResponses?" + at(session, "b"), null));
  }

  @Test
  void aFailedSessionTellsSoAmongTheResponses() {
    int session = sentBatch(3, false);
    List<SoaResponse> seen = new CopyOnWriteArrayList<>();
    CompletableFuture<Void> reading = reading(at(session, "b"), seen);
    await().until(() -> seen.size() >= 2);

    simulator.hpcSoa().failSession(session, "the service crashed");

    assertThat(reading).succeedsWithin(Duration.ofSeconds(10));
    assertThat(seen.get(seen.size() - 1).fault().reason()).contains("the service crashed");
  }

  @Test
  void secretsAreNotShown() throws Exception {
    Endpoint endpoint =
        context().getEndpoint("hpcsoa:createSession?username=u&password=hidden-1&serviceName=S");
    assertThat(endpoint.toString()).doesNotContain("hidden-1");

    Throwable failure = failure("hpcsoa:createSession", "{\"Password\": \"hidden-2\", ");
    assertThat(failure).hasMessageContaining("JSON").hasStackTraceContaining("createSession");
    assertThat(stack(failure)).noneMatch(message -> message.contains("hidden-2"));

    Throwable unknown = failure("hpcsoa:createSession", Map.of("Passwrd", "hidden-3"));
    assertThat(unknown).hasMessageContaining("Passwrd");
    assertThat(stack(unknown)).noneMatch(message -> message.contains("hidden-3"));
  }

  private static List<String> stack(Throwable failure) {
    return Stream.iterate(failure, t -> t != null, Throwable::getCause)
        .map(String::valueOf)
        .toList();
  }

  @Test
  void theClusterIsNeededInOldUrls() {
    assertThatThrownBy(() -> call("hpcsoa:attachSession?sessionId=1&apiFamily=preHpc2016", null))
        .hasStackTraceContaining("set the option cluster");
  }
}
