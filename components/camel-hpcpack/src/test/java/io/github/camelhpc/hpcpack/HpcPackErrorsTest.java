package io.github.camelhpc.hpcpack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelhpc.hpcpack.wire.WireFormatException;
import io.github.camelhpc.simulators.Fault;
import io.github.camelhpc.support.http.ForeignOriginException;
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

/** Errors are sentences that name what to change, and nothing is sent that must not be. */
class HpcPackErrorsTest extends HpcPackTestSupport {

  private Throwable failure(String uri, Object body, Map<String, Object> headers) {
    Exchange exchange = send(uri, body, headers);
    assertThat(exchange.getException()).as(uri).isNotNull();
    return exchange.getException();
  }

  private Throwable failure(String uri) {
    return failure(uri, null, Map.of());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "hpcpack:getJobs?jobId=1 | hpcpack:getJobs: there is no operation 'getJobs'; did you mean"
            + " getJob, getNode or listJobs? docs/hpcpack.md lists all 59",
        "hpcpack:getJob?jobbId=1 | Unknown parameters=[{jobbId=1}]",
        "hpcpack:getJob?taskId=1 | hpcpack:getJob does not take taskId; remove it. It takes jobId",
        "hpcpack:getJob?jobId=abc | hpcpack:getJob: jobId must be a whole number, not 'abc'",
        "hpcpack:cancelJob?jobId=5m | hpcpack:cancelJob: jobId must be a whole number, not '5m'",
        "hpcpack:cancelJob?jobId=4294967297 | jobId must be from -2147483648 to 2147483647",
        "hpcpack:listJobs?jobState=Runing | jobState=Runing",
        "hpcpack:getVersion?serviceUrl=ftp://node | serviceUrl must be like https://host/hpc",
      })
  void aWrongUriSaysWhatIsWrongAndNothingIsSent(String uri, String sentence) {
    assertThatThrownBy(() -> send(uri, null, Map.of()))
        .isInstanceOf(ResolveEndpointFailedException.class)
        .hasMessageContaining(sentence);
    assertThat(simulator.requests().count()).isZero();
  }

  @Test
  void aMissingParameterNamesOptionAndHeader() {
    assertThat(failure("hpcpack:getJob"))
        .isInstanceOf(InvalidParameterException.class)
        .hasMessage(
            "hpcpack:getJob needs jobId: set the option jobId or the header CamelHpcPackJobId");
    assertThat(simulator.requests().count()).isZero();
  }

  @Test
  void aHeaderThatIsNoNumberIsRefused() {
    assertThat(failure("hpcpack:getJob", null, Map.of("CamelHpcPackJobId", "abc")))
        .hasMessage(
            "hpcpack:getJob: jobId must be a whole number, not 'abc'; change the option jobId or"
                + " the header CamelHpcPackJobId");
    assertThat(simulator.requests().count()).isZero();
  }

  @Test
  void aHeaderThatIsNoneOfTheStatesIsRefused() {
    assertThat(failure("hpcpack:listJobs", null, Map.of("CamelHpcPackJobState", "Runing")))
        .hasMessageStartingWith("hpcpack:listJobs: jobState must be one of Configuring, Submitted,")
        .hasMessageEndingWith(
            "not 'Runing'; change the option jobState or the header CamelHpcPackJobState");
    assertThat(simulator.requests().count()).isZero();
  }

  private static Stream<Arguments> unusableBodies() {
    return Stream.of(
        Arguments.of("createJob", 42, "not a number"),
        Arguments.of("createJob", new Object(), "not a java.lang.Object"),
        Arguments.of("createJob", "{\"Name\":", "not valid JSON at line 1"),
        Arguments.of(
            "createJob", List.of("Name"), "must be an object with the members Name and Value"),
        Arguments.of("createJobFromXml", null, "the body is empty, it must be job XML"),
        Arguments.of("createJobFromXml", "hello", "not usable at line 1, column 1"),
        Arguments.of("createJobFromXml", "<Tasks/>", "the root element must be Job, not Tasks"));
  }

  @ParameterizedTest
  @MethodSource("unusableBodies")
  void aBodyThatCannotBeSentIsRefusedBeforeAnyRequest(
      String operation, Object body, String sentence) {
    assertThat(failure("hpcpack:" + operation, body, Map.of()))
        .isInstanceOf(InvalidParameterException.class)
        .hasMessageStartingWith("hpcpack:" + operation + " cannot send the body: ")
        .hasMessageContaining(sentence);
    assertThat(simulator.requests().count()).isZero();
  }

  @Test
  void anUnknownJobIsCaughtAsAnHttpFailure() throws Exception {
    context()
        .addRoutes(
            new RouteBuilder() {
              @Override
              public void configure() {
                onException(HttpOperationFailedException.class)
                    .handled(true)
                    .setBody(simple("${exception.statusCode}"));
                from("direct:job").to("hpcpack:getJob?jobId=4711");
              }
            });

    assertThat(call("direct:job", null).getMessage().getBody()).isEqualTo(404);
    assertThat(failure("hpcpack:getJob?jobId=4711"))
        .isInstanceOf(HpcPackException.class)
        .hasMessageContaining("HTTP status 404: The job 4711 does not exist [" + url("/jobs/4711"));
  }

  private static String url(String path) {
    return simulator.hpcPackUrl() + path;
  }

  @Test
  void aFailedExchangeKeepsBodyAndHeaders() {
    Exchange exchange =
        send("hpcpack:submitJob", Map.of("Priority", "Highest"), Map.of("CamelHpcPackJobId", 4711));

    assertThat(exchange.getException()).isInstanceOf(HpcPackException.class);
    assertThat(exchange.getMessage().getBody()).isEqualTo(Map.of("Priority", "Highest"));
    assertThat(exchange.getMessage().getHeaders()).containsEntry("CamelHpcPackJobId", 4711);
  }

  @Test
  void aMissingServiceUrlNamesTheOption() {
    configuration().setServiceUrl(null);

    assertThatThrownBy(() -> send("hpcpack:getVersion", null, Map.of()))
        .hasStackTraceContaining(
            "hpcpack needs the URL of the service: set the option serviceUrl, of the component"
                + " (camel.component.hpcpack.service-url) or of the endpoint");
  }

  private HpcPackConfiguration configuration() {
    return context().getComponent("hpcpack", HpcPackComponent.class).getConfiguration();
  }

  @Test
  void aUserNeedsAPassword() {
    configuration().setPassword(null);

    assertThatThrownBy(() -> send("hpcpack:getVersion", null, Map.of()))
        .hasStackTraceContaining(
            "hpcpack needs both or neither of the options username and password; only username is"
                + " set");
    assertThat(simulator.requests().count()).isZero();
  }

  @Test
  void aWrongPasswordNamesTheOptions() {
    assertThat(failure("hpcpack:getVersion?password=wrong"))
        .isInstanceOf(HpcPackException.class)
        .hasMessageContaining(
            "HTTP status 401: The request needs the name and password of a user by HTTP Basic;"
                + " check the options username (DOMAIN\\user, user@domain or a local user) and"
                + " password");
    assertThat(simulator.requests().count()).as("it is not tried again").isEqualTo(1);
  }

  @Test
  void aDeadServerNamesTheServiceUrl() {
    assertThat(failure("hpcpack:getVersion?maxRetries=1&serviceUrl=http://127.0.0.1:1/hpc"))
        .isInstanceOf(ConnectException.class)
        .hasMessageStartingWith("hpcpack:getVersion: http://127.0.0.1:1 cannot be reached")
        .hasMessageEndingWith("check the option serviceUrl, and that the service is up");
  }

  @Test
  void aSilentServerNamesTheTimeout() {
    simulator.faults().next(Fault.stall(Duration.ofSeconds(1)));

    assertThat(failure("hpcpack:getVersion?maxRetries=0&responseTimeout=50"))
        .isInstanceOf(SocketTimeoutException.class)
        .hasMessageEndingWith("did not answer within 50 ms; see the option responseTimeout");
  }

  @Test
  void aBusyServerIsAskedAgainAfterTheTimeItAsksFor() {
    simulator.faults().next(Fault.status(429).header("Retry-After", "0"), Fault.status(503));

    assertThat(call("hpcpack:getVersion", null).getMessage().getBody()).isEqualTo("6.0.7128.0");
    assertThat(simulator.requests().count()).isEqualTo(3);
  }

  @Test
  void aServerThatAsksForALongTimeIsLeftAlone() {
    simulator.faults().next(Fault.status(429).header("Retry-After", "3600"));

    assertThat(failure("hpcpack:getVersion"))
        .isInstanceOfSatisfying(
            HpcPackException.class,
            e -> assertThat(e.getRetryAfter()).isEqualTo(Duration.ofHours(1)))
        .hasMessageContaining("HTTP status 429; the service asks to wait 3600 s");
    assertThat(simulator.requests().count()).isEqualTo(1);
  }

  private static Stream<Fault> lostAnswers() {
    return Stream.of(Fault.status(503), Fault.resetBeforeAnswer());
  }

  @ParameterizedTest
  @MethodSource("lostAnswers")
  void createJobIsNotRepeated(Fault fault) {
    simulator.faults().next(fault);

    failure("hpcpack:createJob", Map.of("Name", "once"), Map.of());

    assertThat(simulator.requests().count("POST", "/hpc/jobs")).isEqualTo(1);
  }

  @ParameterizedTest
  @MethodSource("lostAnswers")
  void getJobIsRepeated(Fault fault) {
    int job = createdJob(Map.of("Name", "asked"));
    simulator.faults().next(fault, fault, fault);

    assertThat(state(job)).isEqualTo("Configuring");
    assertThat(simulator.requests().count("GET", "/hpc/jobs/" + job)).isEqualTo(4);
  }

  @ParameterizedTest
  @CsvSource({"listJobs", "getJob?jobId=1"})
  void aHugeAnswerNamesTheOption(String operation) {
    createdJob(Map.of("Name", "large"));
    String uri = "hpcpack:" + operation + (operation.contains("?") ? "&" : "?");

    assertThat(failure(uri + "maxResponseSize=20"))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "hpcpack:"
                + operation.replaceFirst("[?].*", "")
                + ": the answer is larger than 20 bytes: ask for less at a time, or set the option"
                + " maxResponseSize higher");
  }

  private static Stream<Arguments> damages() {
    return Stream.of("getVersion", "listJobs", "getJob?jobId=1", "createJob")
        .flatMap(
            operation ->
                Stream.of("json", "xml")
                    .flatMap(
                        format ->
                            Stream.of(Fault.truncatedBody(), Fault.malformedBody())
                                .map(fault -> Arguments.of(operation, format, fault))));
  }

  @ParameterizedTest
  @MethodSource("damages")
  void anAnswerThatCannotBeReadNamesTheOperationAndThePlace(
      String operation, String format, Fault fault) {
    createdJob(Map.of("Name", "damaged"));
    simulator.faults().next(fault);
    String uri = "hpcpack:" + operation + (operation.contains("?") ? "&" : "?");

    assertThat(failure(uri + "dataFormat=" + format, Map.of(), Map.of()))
        .isInstanceOf(WireFormatException.class)
        .hasMessageStartingWith("hpcpack:" + operation.replaceFirst("[?].*", "") + ": the answer ")
        .hasMessageEndingWith("; check the option serviceUrl");
  }

  @Test
  void aBrokenConnectionNamesTheOperation() {
    simulator.faults().next(Fault.resetInBody());

    assertThat(failure("hpcpack:listJobs"))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("hpcpack:listJobs: " + simulator.httpUrl());
  }

  @Test
  void aRedirectToAForeignOriginIsRefused() {
    String elsewhere = simulator.httpUrl().replace("127.0.0.1", "localhost");
    simulator.faults().next(Fault.redirect(elsewhere + "/hpc/cluster/version"));

    assertThat(failure("hpcpack:getVersion"))
        .isInstanceOf(ForeignOriginException.class)
        .hasMessageContaining(elsewhere)
        .hasMessageEndingWith("add its host to the option allowedHosts");
    assertThat(simulator.requests().count()).isEqualTo(1);
  }

  @Test
  void aRedirectToAnAllowedHostIsFollowed() {
    String elsewhere = simulator.httpUrl().replace("127.0.0.1", "localhost");
    simulator.faults().next(Fault.redirect(elsewhere + "/hpc/cluster/version"));

    assertThat(call("hpcpack:getVersion?allowedHosts=localhost", null).getMessage().getBody())
        .isEqualTo("6.0.7128.0");
  }
}
