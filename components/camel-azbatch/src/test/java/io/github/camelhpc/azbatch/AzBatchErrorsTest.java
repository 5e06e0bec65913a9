package io.github.camelhpc.azbatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.github.camelhpc.simulators.Fault;
import io.github.camelhpc.support.operation.InvalidParameterException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.ResolveEndpointFailedException;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.http.base.HttpOperationFailedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Errors are sentences that name what to change. */
class AzBatchErrorsTest extends AzBatchTestSupport {

  private static final String STATUS = "azbatch:listPreparationAndReleaseTaskStatus?jobId=j";

  @Test
  void aJobWithoutPreparationTaskIsToldByTheServicesSpelling() {
    job("j");

    AzBatchException refusal = refusal(STATUS, null);

    assertThat(refusal.getServiceCode()).isEqualTo("JobPreparationTaskOrReleaseTaskNotSpecified");
    assertThat(refusal.isNoPreparationTask()).isTrue();
  }

  @Test
  void aJobWithoutPreparationTaskIsToldByTheDocumentedSpelling() {
    simulator
        .faults()
        .next(Fault.status(409).body("{\"code\": \"JobPreparationTaskNotSpecified\"}"));

    AzBatchException refusal = refusal(STATUS, null);

    assertThat(refusal.isNoPreparationTask()).isTrue();
    assertThat(refusal.hasCode(AzBatchException.NO_PREPARATION_TASK)).isTrue();
    assertThat(refusal.getServiceMessage()).isNull();
  }

  @Test
  void otherRefusalsAreNoMissingPreparationTask() {
    assertThat(refusal(STATUS, null).getServiceCode()).isEqualTo("JobNotFound");
    assertThat(refusal(STATUS, null).isNoPreparationTask()).isFalse();
  }

  @Test
  void theServicesWordsValuesAndRequestIdAreTold() {
    AzBatchException refusal = refusal("azbatch:listJobs?filter=id gt", null);

    assertThat(refusal.getServiceCode()).isEqualTo("InvalidQueryParameterValue");
    assertThat(refusal.getValues())
        .contains(entry("QueryParameterName", "$filter"), entry("QueryParameterValue", "id gt"))
        .containsKey("Reason");
    assertThat(refusal)
        .hasMessageStartingWith(
            "azbatch:listJobs failed with HTTP status 400 (InvalidQueryParameterValue): ")
        .hasMessageContaining("QueryParameterName: $filter")
        .hasMessageContaining("[" + simulator.azBatchUrl() + "/jobs?")
        .hasMessageNotContaining("RequestId")
        .hasMessageNotContaining("Time:");
    assertThat(refusal.getRequestId()).matches("[0-9a-f-]{36}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\r\\n", "\\n"})
  void theTwoLinesAfterTheWordsAreCutOff(String lineBreak) {
    String body =
        """
        {"code": "JobNotFound", "message": {"lang": "en-US", "value": "RequestId: matters.@\
        RequestId:4f0c1b7e-0000-4000-8000-123456789abc@Time:2024-11-05T09:00:00.0000000Z"}}
        """;
    simulator.faults().next(Fault.status(404).body(body.replace("@", lineBreak)));

    AzBatchException refusal = refusal("azbatch:getJob?jobId=j", null);

    assertThat(refusal.getServiceMessage()).isEqualTo("RequestId: matters.");
    assertThat(refusal.getRequestId()).isEqualTo("4f0c1b7e-0000-4000-8000-123456789abc");
  }

  static Stream<Fault> unreadableErrors() {
    return Stream.of(
        Fault.status(502),
        Fault.status(502).body("<html><body><h1>Bad Gateway</h1></body></html>"),
        Fault.status(502).body("{\"code\":"),
        Fault.status(502).body("[]"),
        Fault.status(502).body("{\"message\": 7, \"values\": [null, 1]}"),
        Fault.status(502).body("\u0000".repeat(100_000)));
  }

  @ParameterizedTest
  @MethodSource("unreadableErrors")
  void anErrorOfAProxyIsToldByItsStatus(Fault fault) {
    simulator.faults().next(fault);

    AzBatchException refusal = refusal("azbatch:getJob?jobId=j", null);

    assertThat(refusal.getStatusCode()).isEqualTo(502);
    assertThat(refusal.getServiceCode()).isNull();
    assertThat(refusal.getValues()).isEmpty();
    assertThat(refusal).hasMessageStartingWith("azbatch:getJob failed with HTTP status 502");
  }

  @Test
  void aShortPauseIsMade() {
    simulator.faults().next(Fault.status(429).header("Retry-After", "1"));

    assertThat(list("azbatch:listJobs")).isEmpty();
    assertThat(simulator.requests().count()).isEqualTo(2);
  }

  @Test
  void aLongPauseIsTheRoutesMatter() {
    simulator.faults().next(Fault.status(429).header("Retry-After", "3600"));

    AzBatchException refusal = refusal("azbatch:listJobs", null);

    assertThat(refusal.getRetryAfter()).isEqualTo(Duration.ofHours(1));
    assertThat(refusal).hasMessageContaining("the service asks to wait 3600 s");
    assertThat(simulator.requests().count()).isEqualTo(1);
  }

  @Test
  void theServiceLimitsItsRequests() {
    simulator.azBatch().limitRequests(1);
    call("azbatch:listJobs", null);

    AzBatchException refusal = refusal("azbatch:listJobs?maxRetries=0", null);

    assertThat(refusal.getServiceCode()).isEqualTo("TooManyRequests");
    assertThat(refusal.getRetryAfter()).isNotNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "getJobs?jobId=1 | azbatch:getJobs: there is no operation 'getJobs'; did you mean",
        "getJob?jobbId=1 | Unknown parameters=[{jobbId=1}]",
        "getJob?taskId=1 | azbatch:getJob does not take taskId; remove it. It takes",
        "addJob?jobId=1 | azbatch:addJob does not take jobId; remove it. It takes",
        "listJobs?maxResults=ten | ten",
        "listJobs?timeout=5x | timeout=5x",
        "runTasks?jobCleanup=remove | jobCleanup=remove",
        "listJobs?credentialType=KEY | credentialType=KEY",
      })
  void aWrongUriSaysWhatIsWrong(String uri, String sentence) {
    assertThatThrownBy(() -> send("azbatch:" + uri, null))
        .isInstanceOf(ResolveEndpointFailedException.class)
        .hasMessageContaining(sentence);
    assertThat(simulator.requests().count()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "getJob, jobId, JobId",
    "getTask?jobId=j, taskId, TaskId",
    "listPreparationAndReleaseTaskStatus, jobId, JobId",
    "awaitTasks, jobId, JobId"
  })
  void aMissingParameterNamesOptionAndHeader(String uri, String option, String header) {
    assertThat(failure("azbatch:" + uri, null))
        .isInstanceOf(InvalidParameterException.class)
        .hasMessage(
            "azbatch:%s needs %s: set the option %s or the header CamelAzBatch%s"
                .formatted(uri.replaceAll("[?].*", ""), option, option, header));
    assertThat(simulator.requests().count()).isZero();
  }

  static Stream<Arguments> unusableBodies() {
    return Stream.of(
        Arguments.of("addJob", null, "it is empty; it must be a JobAddParameter"),
        Arguments.of("addJob", 42, "it is a java.lang.Integer; it must be a JobAddParameter"),
        Arguments.of("addJob", "hello", "JSON"),
        Arguments.of("addJob", "{\"id\":", "JSON"),
        Arguments.of("addJob", "[]", "an object"),
        Arguments.of("addJob", Map.of("id", "j"), "JobAddParameter needs the member poolInfo"),
        Arguments.of("addTask?jobId=j", Map.of("id", "t"), "needs the member commandLine"),
        Arguments.of("addJob", Map.of("id", "j", "poolInfo", new Object()), "java.lang.Object"),
        Arguments.of(
            "terminateJob?jobId=j",
            Map.of("reason", "enough"),
            "it has the member reason, but can have terminateReason only"),
        Arguments.of("terminateJob?jobId=j", "{\"terminateReason\":", "JSON"));
  }

  @ParameterizedTest
  @MethodSource("unusableBodies")
  void aBodyThatCannotBeSentIsRefusedBeforeAnyRequest(String uri, Object body, String sentence) {
    Exchange exchange = send("azbatch:" + uri, body);

    assertThat(exchange.getException())
        .isInstanceOf(InvalidParameterException.class)
        .hasMessageStartingWith("azbatch:" + uri.replaceAll("[?].*", "") + " cannot send the body:")
        .hasMessageContaining(sentence);
    assertThat(exchange.getMessage().getBody()).isEqualTo(body);
    assertThat(simulator.requests().count()).isZero();
  }

  static Stream<Object> leftBefore() {
    return Stream.of(
        "what a step before has left",
        "",
        List.of(Map.of("id", "another")),
        Map.of("odata.metadata", "m", "id", "another", "state", "active"),
        Map.of("id", "another"),
        Map.of(),
        42);
  }

  @ParameterizedTest
  @MethodSource("leftBefore")
  void whatAStepBeforeHasLeftIsNotSent(Object body) {
    job("j");

    assertThat(call("azbatch:terminateJob?jobId=j", body).getMessage().getBody()).isEqualTo(body);
    assertThat(lastRequest().body()).isEmpty();
  }

  @Test
  void aRefusalIsCaughtAsAnHttpFailure() throws Exception {
    start(
        new RouteBuilder() {
          @Override
          public void configure() {
            onException(HttpOperationFailedException.class)
                .handled(true)
                .setBody(simple("${exception.statusCode} ${exception.serviceCode}"));
            from("direct:job").to("azbatch:getJob?jobId=none");
          }
        });

    assertThat(answer("direct:job", null)).isEqualTo("404 JobNotFound");
  }

  @Test
  void aFailedExchangeKeepsBodyAndHeaders() {
    Map<String, Object> body = Map.of("priority", 1);
    Exchange exchange = send("azbatch:patchJob", body, Map.of("CamelAzBatchJobId", "none"));

    assertThat(refusal(exchange).getServiceCode()).isEqualTo("JobNotFound");
    assertThat(exchange.getMessage().getBody()).isEqualTo(body);
    assertThat(exchange.getMessage().getHeaders()).containsOnly(entry("CamelAzBatchJobId", "none"));
  }

  @Test
  void aDeadServerNamesTheServiceUrl() {
    assertThat(failure("azbatch:listJobs?maxRetries=0&serviceUrl=http://127.0.0.1:1", null))
        .isInstanceOf(ConnectException.class)
        .hasMessageStartingWith("azbatch:listJobs: http://127.0.0.1:1 cannot be reached")
        .hasMessageEndingWith("check the option serviceUrl, and that the service is up");
  }

  @Test
  void aSilentServerNamesTheTimeout() {
    simulator.faults().next(Fault.stall(Duration.ofSeconds(1)));

    assertThat(failure("azbatch:listJobs?maxRetries=0&responseTimeout=50", null))
        .isInstanceOf(SocketTimeoutException.class)
        .hasMessageEndingWith("did not answer within 50 ms; see the option responseTimeout");
  }

  @ParameterizedTest
  @ValueSource(strings = {"listJobs", "getJob?jobId=j"})
  void anAnswerThatCannotBeReadNamesTheOperation(String operation) {
    job("j");
    for (Fault damage : List.of(Fault.truncatedBody(), Fault.malformedBody())) {
      simulator.faults().next(damage);

      assertThat(failure("azbatch:" + operation, null))
          .isInstanceOf(IOException.class)
          .hasMessageStartingWith("azbatch:" + operation.replaceAll("[?].*", "") + ": the answer ")
          .hasMessageEndingWith("; check the option serviceUrl");
    }
  }

  @Test
  void aHugeAnswerNamesTheOption() {
    job("j");

    assertThat(failure("azbatch:getJob?jobId=j&maxResponseSize=20", null))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("set the option maxResponseSize higher");
  }
}
