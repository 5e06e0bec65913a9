package io.github.camelhpc.hpcpack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelhpc.simulators.Fault;
import io.github.camelhpc.simulators.LoggedRequest;
import io.github.camelhpc.support.operation.InvalidParameterException;
import io.github.camelhpc.test.CapturedLog;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.util.URISupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Secrets are not shown, and no value gets anywhere but where it belongs. */
class HpcPackSecurityTest extends HpcPackTestSupport {

  private static final String SECRET = "s3cr3t+Wort";
  private static final String ENCODED =
      Base64.getEncoder().encodeToString(("hpcuser:" + SECRET).getBytes(StandardCharsets.UTF_8));

  /** All that a log or a dead letter could show of a failure. */
  private static String everythingOf(Throwable failure) {
    StringWriter text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text));
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      text.append(cause.toString());
      if (cause instanceof HpcPackException refused) {
        text.append(refused.getUri())
            .append(refused.getResponseBody())
            .append(String.valueOf(refused.getResponseHeaders()))
            .append(refused.getValues().toString());
      }
    }
    return text.toString();
  }

  private static void assertNoSecret(String text) {
    assertThat(text).doesNotContain(SECRET).doesNotContain("s3cr3t").doesNotContain(ENCODED);
  }

  private String uriWithPassword(String operation) {
    return "hpcpack:" + operation + "?maxRetries=1&password=RAW(" + SECRET + ")";
  }

  @ParameterizedTest
  @ValueSource(strings = {"getVersion", "listJobs", "runJob"})
  void aWrongPasswordIsNeitherInTheFailureNorInTheLog(String operation) throws Exception {
    context().setMessageHistory(true);
    try (CapturedLog log = new CapturedLog()) {
      context()
          .addRoutes(
              new RouteBuilder() {
                @Override
                public void configure() {
                  from("direct:secret").to(uriWithPassword(operation));
                }
              });
      Throwable failure = send("direct:secret", Map.of("Name", "job"), Map.of()).getException();

      assertThat(failure).isInstanceOf(HpcPackException.class);
      assertNoSecret(everythingOf(failure));
      assertThat(log.text())
          .contains("Failed delivery")
          .containsPattern("hpcpack:(//)?" + operation + "[?]");
      assertNoSecret(log.text());
    }
  }

  @Test
  void aWrongPasswordOfAConsumerIsNotLogged() throws Exception {
    try (CapturedLog log = new CapturedLog()) {
      context()
          .addRoutes(
              new RouteBuilder() {
                @Override
                public void configure() {
                  from(onDemand(uriWithPassword("listJobs"))).to("mock:jobs");
                }
              });
      polls.poll();

      assertThat(log.text()).contains("HTTP status 401");
      assertNoSecret(log.text());
    }
  }

  @Test
  void anEndpointAndItsSettingsDoNotShowThePassword() {
    HpcPackEndpoint endpoint =
        (HpcPackEndpoint) context().getEndpoint(uriWithPassword("getVersion"));

    assertNoSecret(endpoint.toString());
    assertNoSecret(endpoint.getConfiguration().toString());
    assertNoSecret(endpoint.getConfiguration().connectionSettings().toString());
    assertNoSecret(URISupport.sanitizeUri(endpoint.getEndpointUri()));
    assertNoSecret(String.valueOf(endpoint.getServiceMetadata()));
    assertNoSecret(endpoint.service().toString() + endpoint.service().identity());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"getVersion?maxRetry=1&", "getVersions?", "getVersion?serviceUrl=ftp://x&"})
  void aWrongUriIsRefusedWithoutShowingThePassword(String start) {
    assertThatThrownBy(
            () -> context().getEndpoint("hpcpack:" + start + "password=RAW(" + SECRET + ")"))
        .satisfies(failure -> assertNoSecret(everythingOf(failure)));
  }

  @Test
  void aServiceUrlWithAPasswordIsRefusedWithoutShowingIt() {
    configuration().setServiceUrl("https://hpcuser:" + SECRET + "@headnode/hpc");

    assertThatThrownBy(() -> context().getEndpoint("hpcpack:getVersion").start())
        .satisfies(failure -> assertNoSecret(everythingOf(failure)))
        .hasStackTraceContaining("without user and query");
  }

  private HpcPackConfiguration configuration() {
    return context().getComponent("hpcpack", HpcPackComponent.class).getConfiguration();
  }

  private static Stream<Arguments> bodiesWithPasswords() {
    Map<String, Object> properties = Map.of("UserName", "alice", "Password", SECRET);
    String json = "{\"Password\": \"" + SECRET + "\"";
    return Stream.of(
        Arguments.of("setJobProperties?jobId=4711", properties),
        Arguments.of("submitJob?jobId=4711", List.of(Map.of("name", "Password", "value", SECRET))),
        Arguments.of("createJob", json),
        Arguments.of("createJob", List.of(SECRET)),
        Arguments.of("createJob", Map.of("Password", SECRET, "MinCores", "many")),
        Arguments.of("createJobFromXml", "<Job Password='" + SECRET + "'"),
        Arguments.of("createJobFromXml", "<Jobs Password='" + SECRET + "'/>"),
        Arguments.of("createJobFromXml", "<Job Password='" + SECRET + "' MinCores='many'/>"),
        Arguments.of("createNodeGroup", json),
        Arguments.of("runJob", json),
        Arguments.of("runJob", Map.of("Password", SECRET, "MinCores", "many")),
        Arguments.of("runJob", Map.of("Password", SECRET, "tasks", List.of(SECRET))));
  }

  @ParameterizedTest
  @MethodSource("bodiesWithPasswords")
  void aPasswordInABodyIsNotInTheFailure(String operation, Object body) {
    try (CapturedLog log = new CapturedLog()) {
      Throwable failure = send("hpcpack:" + operation, body, Map.of()).getException();

      assertThat(failure).isNotNull();
      assertNoSecret(everythingOf(failure));
      assertNoSecret(log.text());
    }
  }

  @Test
  void noHeaderOfTheMessageReachesTheService() {
    Map<String, Object> odd = new HashMap<>();
    List.of(
            "Authorization Cookie Host Accept Content-Type Content-Length Transfer-Encoding Expect"
                + " X-Forwarded-For x-ms-as-user api-version x-odd CamelHttpUri CamelHttpPath"
                + " CamelHttpQuery CamelHttpMethod CamelHttpUrl CamelRestHttpUri".split(" "))
        .forEach(names -> Stream.of(names).forEach(name -> odd.put(name, "odd-value")));

    Exchange exchange = call("hpcpack:createJob", Map.of("Name", "plain"), odd);

    LoggedRequest request = simulator.requests().all().get(0);
    assertThat(request.user()).isEqualTo("hpcuser");
    assertThat(request).hasToString("POST /hpc/jobs 200");
    assertThat(request.headers().values()).noneMatch(values -> values.contains("odd-value"));
    assertThat(request.headers())
        .doesNotContainKeys("cookie", "x-odd", "x-ms-as-user", "api-version", "x-forwarded-for");
    assertThat(request.body()).contains("plain");
    assertThat(exchange.getMessage().getHeaders()).containsAllEntriesOf(odd);
  }

  @Test
  void parametersThatAreHeadersReachTheService() {
    call(
        "hpcpack:getVersion?apiVersion=2016-11-01.5.0",
        null,
        Map.of("CamelHpcPackAsUser", "other"));

    LoggedRequest request = simulator.requests().all().get(0);
    assertThat(request.header("x-ms-as-user")).isEqualTo("other");
    assertThat(request.header("api-version")).isEqualTo("2016-11-01.5.0");
  }

  @Test
  void noHeaderOfTheAnswerReachesTheMessageAndNoCookieIsKept() {
    simulator
        .faults()
        .next(
            Fault.redirect("/hpc/cluster/version")
                .header("Set-Cookie", "session=1; Path=/")
                .header("CamelHttpUri", "http://127.0.0.1:1/"));

    Exchange exchange = call("hpcpack:getVersion", null);

    assertThat(exchange.getMessage().getHeaders()).isEmpty();
    assertThat(simulator.requests().all())
        .hasSize(2)
        .noneMatch(request -> request.headers().containsKey("cookie"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../jobs",
        "../../simulator/reset",
        "a/b",
        "a\\b",
        "CN001?x=y",
        "CN001#x",
        "CN001;x=y",
        "%2e%2e%2fjobs",
        "CN001\r\nX-Odd: 1",
        "CN001\u0000",
        "C N+1&2=3",
        "Knoten-ß-東"
      })
  void aNodeNameStaysOneSegmentOfThePath(String name) {
    Throwable failure =
        send("hpcpack:getNode", null, Map.of("CamelHpcPackNodeName", name)).getException();

    assertThat(failure).isInstanceOf(HpcPackException.class);
    assertThat(simulator.requests().all())
        .singleElement()
        .satisfies(
            request -> {
              assertThat(request.path()).matches("/hpc/nodes/[A-Za-z0-9%._~+-]+");
              assertThat(request.query()).isNull();
              assertThat(request.headers()).doesNotContainKey("x-odd");
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {".", "..", " ", "\ud800", "CN\udc00"})
  void aNodeNameThatCannotBeSentIsRefused(String name) {
    assertThat(send("hpcpack:getNode", null, Map.of("CamelHpcPackNodeName", name)).getException())
        .isInstanceOf(InvalidParameterException.class)
        .hasMessageStartingWith("hpcpack:getNode: nodeName ")
        .hasMessageEndingWith("change the option nodeName or the header CamelHpcPackNodeName");
    assertThat(simulator.requests().count()).isZero();
  }

  @Test
  void aHugeNodeNameFailsInFewWords() {
    Throwable failure =
        send("hpcpack:getNode", null, Map.of("CamelHpcPackNodeName", "x".repeat(1_000_000)))
            .getException();

    assertThat(failure).isNotNull();
    assertThat(failure.getMessage()).startsWith("hpcpack:getNode").hasSizeLessThan(1_000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a and JobState eq All", "a\tAND\tJobState\tEQ\tAll", "a\u00a0and\u00a0b", "eq b"})
  void aNodeGroupCannotChangeTheFilter(String group) {
    assertThat(
            send("hpcpack:listJobs", null, Map.of("CamelHpcPackNodeGroup", group)).getException())
        .isInstanceOf(InvalidParameterException.class)
        .hasMessage(
            "hpcpack:listJobs: nodeGroup cannot contain the words 'and' or 'eq', which would change"
                + " the filter; change the option nodeGroup or the header CamelHpcPackNodeGroup");
    assertThat(simulator.requests().count()).isZero();
  }

  @Test
  void aNameThatOnlyContainsSuchLettersIsTaken() {
    call("hpcpack:listJobs?nodeGroup=Sandbox equal", null);

    assertThat(simulator.requests().all().get(0).query())
        .contains("filter=NodeGroup%20eq%20Sandbox%20equal");
  }

  @Test
  void aStateCannotChangeTheFilter() {
    assertThat(
            send("hpcpack:listJobs", null, Map.of("CamelHpcPackJobState", "Running and x eq y"))
                .getException())
        .isInstanceOf(InvalidParameterException.class)
        .hasMessageContaining("jobState must be one of");
    assertThat(simulator.requests().count()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"other\r\nx-odd: 1", "other\u0000", "o\u4e00"})
  void aUserCannotAddHeaders(String user) {
    assertThat(send("hpcpack:getVersion", null, Map.of("CamelHpcPackAsUser", user)).getException())
        .isInstanceOf(InvalidParameterException.class)
        .hasMessageContaining("asUser has a character that cannot stand in an HTTP header");
    assertThat(simulator.requests().count()).isZero();
  }

  @Test
  void endpointsThatDifferInTheirPasswordOnlyDoNotShareAConnection() {
    call("hpcpack:getVersion", null);

    assertThat(send("hpcpack:getVersion?password=wrong", null, Map.of()).getException())
        .isInstanceOf(HpcPackException.class)
        .hasMessageContaining("HTTP status 401");
  }
}
