package io.github.camelhpc.support.http;

import static io.github.camelhpc.test.server.Replies.chunkedWithoutEnd;
import static io.github.camelhpc.test.server.Replies.drip;
import static io.github.camelhpc.test.server.Replies.endless;
import static io.github.camelhpc.test.server.Replies.gzipBomb;
import static io.github.camelhpc.test.server.Replies.hugeHeader;
import static io.github.camelhpc.test.server.Replies.noAnswer;
import static io.github.camelhpc.test.server.Replies.ok;
import static io.github.camelhpc.test.server.Replies.reset;
import static io.github.camelhpc.test.server.Replies.resetInBody;
import static io.github.camelhpc.test.server.Replies.silence;
import static io.github.camelhpc.test.server.Replies.stalledBody;
import static io.github.camelhpc.test.server.Replies.status;
import static io.github.camelhpc.test.server.Replies.truncated;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.camelhpc.test.server.MisbehavingServer;
import io.github.camelhpc.test.server.MisbehavingServer.Reply;
import io.github.camelhpc.test.server.SelfSignedCertificate;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.apache.camel.http.base.HttpOperationFailedException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ServiceClientFaultTest extends ServiceClientTestSupport {

  @BeforeEach
  void onceOnly() {
    maxRetries = 0;
  }

  @Test
  void faultSaysAllThatIsKnown() {
    MisbehavingServer server =
        server(
            status(
                409,
                "{\"why\": \"no\"}",
                "X-Code: InvalidJobState",
                "X-Message: Job 42 is finished",
                "X-Request-Id: r-1"));

    ServiceOperationFailedException failure =
        catchThrowableOfType(
            ServiceOperationFailedException.class, () -> client(server).execute(get("/jobs/42")));

    assertThat(failure)
        .isInstanceOf(HttpOperationFailedException.class)
        .hasMessage(
            "x:getJob failed with HTTP status 409 (InvalidJobState): Job 42 is finished ["
                + server.url()
                + "/jobs/42]");
    assertThat(failure.getStatusCode()).isEqualTo(409);
    assertThat(failure.getHttpResponseCode()).isEqualTo(409);
    assertThat(failure.getOperation()).isEqualTo("x:getJob");
    assertThat(failure.getServiceCode()).isEqualTo("InvalidJobState");
    assertThat(failure.getServiceMessage()).isEqualTo("Job 42 is finished");
    assertThat(failure.getRequestId()).isEqualTo("r-1");
    assertThat(failure.getResponseBody()).isEqualTo("{\"why\": \"no\"}");
    assertThat(failure.getUri()).isEqualTo(server.url() + "/jobs/42");
    assertThat(failure.getRetryAfter()).isNull();
  }

  @Test
  void faultWithoutWordsHasTheReasonPhraseAndAdvice() {
    MisbehavingServer server = server(status(401, ""));

    assertThatThrownBy(() -> client(server).execute(get("/jobs/42")))
        .hasMessage(
            "x:getJob failed with HTTP status 401: Status 401;"
                + " check the options username and password ["
                + server.url()
                + "/jobs/42]");
  }

  @Test
  void faultNeverShowsTheCredentials() {
    MisbehavingServer server = server(status(401, "", "WWW-Authenticate: Basic realm=\"x\""));
    String sent = new BasicAuthorizer("ann", SECRET).toString();

    Throwable failure =
        catchThrowableOfType(Exception.class, () -> client(server).execute(get("/jobs/42")));

    String header = server.requests().get(0).header("Authorization");
    StringWriter trace = new StringWriter();
    failure.printStackTrace(new PrintWriter(trace));
    assertThat(trace.toString() + failure + sent)
        .doesNotContain(SECRET)
        .doesNotContain(header.substring("Basic ".length()));
  }

  @Test
  void endlessFaultIsCutOff() {
    MisbehavingServer server = server(endless(400));

    ServiceOperationFailedException failure =
        catchThrowableOfType(
            ServiceOperationFailedException.class, () -> client(server).execute(get("/jobs/42")));

    assertThat(failure.getResponseBody()).hasSize(64 * 1024);
  }

  @Test
  void faultWhoseBodyStallsIsStillTheFault() {
    responseTimeout = Duration.ofMillis(200);
    MisbehavingServer server =
        server(
            (request, connection) -> {
              connection.write("HTTP/1.1 404 Not Found\r\nContent-Length: 100\r\n\r\nhalf");
              connection.pause(60_000);
            });

    assertThatThrownBy(() -> client(server).execute(get("/jobs/42")))
        .isInstanceOf(ServiceOperationFailedException.class)
        .hasMessageContaining("404");
  }

  @Test
  void serviceThatIsNotThereIsExplained() {
    URI url = refused();

    assertThatThrownBy(() -> client(url).execute(get("/jobs/42")))
        .isInstanceOf(ConnectException.class)
        .hasMessageStartingWith("x:getJob: http://" + url.getAuthority() + " cannot be reached (")
        .hasMessageEndingWith("); check the option serviceUrl, and that the service is up")
        .hasCauseInstanceOf(ConnectException.class);
  }

  @Test
  void unknownHostIsExplained() {
    assertThatThrownBy(
            () -> client(URI.create("http://no-such-host.invalid/hpc")).execute(get("/jobs/42")))
        .isInstanceOf(UnknownHostException.class)
        .hasMessage(
            "x:getJob: http://no-such-host.invalid is an unknown host; check the option"
                + " serviceUrl");
  }

  @Test
  void silenceIsExplained() {
    responseTimeout = Duration.ofMillis(150);
    MisbehavingServer server = server(silence());

    assertThatThrownBy(() -> client(server).execute(get("/jobs/42")))
        .isInstanceOf(SocketTimeoutException.class)
        .hasMessage(
            "x:getJob: http://"
                + server.url().getAuthority()
                + " did not answer within 150 ms; see the option responseTimeout");
  }

  @Test
  void certificateThatIsNotTrustedIsExplained() throws Exception {
    MisbehavingServer server =
        opened(
            MisbehavingServer.startTls(
                new SelfSignedCertificate("127.0.0.1").serverContext(), ok("never")));

    assertThatThrownBy(() -> client(server).execute(get("/jobs/42")))
        .isInstanceOf(SSLHandshakeException.class)
        .hasMessageContaining("the TLS handshake failed")
        .hasMessageContaining("set the option sslContextParameters with a trust store");
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void tlsToAServiceWithoutTlsIsExplained() {
    SSLException failure = new SSLException("Unsupported or unrecognized SSL message");

    assertThat(
            ConnectionFailures.explained(
                failure, "x:getJob", URI.create("https://headnode:80/hpc"), responseTimeout))
        .isInstanceOf(SSLException.class)
        .hasCause(failure)
        .hasMessage(
            "x:getJob: https://headnode:80: TLS failed (Unsupported or unrecognized SSL message);"
                + " check host, scheme and port in the option serviceUrl");
  }

  @Test
  void connectionThatIsBrokenOffIsExplained() {
    for (Reply reply : new Reply[] {reset(), noAnswer()}) {
      MisbehavingServer server = server(reply);

      assertThatThrownBy(() -> client(server).execute(get("/jobs/42")))
          .isInstanceOf(IOException.class)
          .hasMessageStartingWith(
              "x:getJob: http://" + server.url().getAuthority() + " broke the connection off");
    }
  }

  @Test
  void connectionOfAnAnswerWithAShortRestIsUsedAgain() throws Exception {
    MisbehavingServer server = server(ok("a body that nobody reads"));
    ServiceClient client = client(server);

    for (int i = 0; i < 5; i++) {
      client.execute(get("/jobs")).close();
    }

    assertThat(server.connections()).isEqualTo(1);
  }

  @Test
  void exhaustedPoolIsExplained() throws Exception {
    responseTimeout = Duration.ofMillis(200);
    MisbehavingServer server = server(ok("held open"));
    ServiceClient client = client(server);

    try (ServiceResponse first = client.execute(get("/1"));
        ServiceResponse second = client.execute(get("/2"))) {
      assertThat(first.status()).isEqualTo(second.status());
      assertThatThrownBy(() -> client.execute(get("/3")))
          .isInstanceOf(ConnectException.class)
          .hasMessageEndingWith("no connection became free; set the option maxConnections higher");
    }
  }

  static Stream<Reply> brokenBodies() {
    return Stream.of(truncated(), chunkedWithoutEnd(), resetInBody(), stalledBody());
  }

  @ParameterizedTest
  @MethodSource("brokenBodies")
  void brokenBodyIsNeverTakenForAWholeOne(Reply reply) throws Exception {
    responseTimeout = Duration.ofMillis(200);
    ServiceResponse response = client(server(reply)).execute(get("/jobs"));

    assertThatThrownBy(() -> text(response)).isInstanceOf(IOException.class);
  }

  @Test
  void stalledBodyIsExplained() throws Exception {
    responseTimeout = Duration.ofMillis(200);
    MisbehavingServer server = server(stalledBody());
    ServiceResponse response = client(server).execute(get("/jobs"));

    assertThatThrownBy(() -> text(response))
        .isInstanceOf(SocketTimeoutException.class)
        .hasMessageContaining("x:getJob")
        .hasMessageContaining("responseTimeout");
  }

  @Test
  void slowBodyIsReadAsLongAsItComes() throws Exception {
    responseTimeout = Duration.ofMillis(300);
    MisbehavingServer server = server(drip("0123456789", 50));

    assertThat(text(client(server).execute(get("/jobs")))).isEqualTo("0123456789");
  }

  @Test
  void bodyInMemoryIsBounded() throws Exception {
    maxResponseSize = 100;
    MisbehavingServer server = server(ok("x".repeat(100)), ok("x".repeat(101)));
    ServiceClient client = client(server);

    assertThat(text(client.execute(get("/jobs")))).hasSize(100);
    assertThatThrownBy(() -> text(client.execute(get("/jobs"))))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "x:getJob: the answer is larger than 100 bytes: ask for less at a time, or set the option"
                + " maxResponseSize higher");
  }

  @Test
  void streamedBodyIsNotBounded() throws Exception {
    maxResponseSize = 100;
    MisbehavingServer server = server(ok("x".repeat(200_000)));

    try (ServiceResponse response = client(server).execute(get("/jobs"))) {
      assertThat(response.stream().readAllBytes()).hasSize(200_000);
    }
  }

  @Test
  void compressedBodyIsBoundedByWhatItUnpacksTo() throws Exception {
    MisbehavingServer server = server(gzipBomb(50_000_000));

    assertThatThrownBy(() -> text(client(server).execute(get("/jobs"))))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("larger than 10000 bytes");
  }

  @Test
  void endlessBodyCanBeAbandoned() throws Exception {
    MisbehavingServer server = server(endless(200), ok("next"));
    ServiceClient client = client(server);

    try (ServiceResponse response = client.execute(get("/jobs"))) {
      assertThat(response.stream().readNBytes(10_000)).hasSize(10_000);
    }

    assertThat(text(client.execute(get("/jobs")))).isEqualTo("next");
  }

  @Test
  void hugeHeaderDoesNoHarm() throws Exception {
    MisbehavingServer server = server(hugeHeader(1_000_000), ok("next"));
    ServiceClient client = client(server);

    assertThat(text(client.execute(get("/jobs")))).isEqualTo("after a huge header");
    assertThat(text(client.execute(get("/jobs")))).isEqualTo("next");
  }

  @Test
  void answerTellsStatusHeadersAndTheServersTime() throws Exception {
    MisbehavingServer server =
        server(status(202, "", "Date: Sat, 31 Jan 2026 12:00:00 GMT", "X-Next: 5"));

    try (ServiceResponse response = client(server).execute(get("/jobs"))) {
      assertThat(response.status()).isEqualTo(202);
      assertThat(response.header("x-next")).isEqualTo("5");
      assertThat(response.header("X-Other")).isNull();
      assertThat(response.serverTime()).isEqualTo(Instant.parse("2026-01-31T12:00:00Z"));
      assertThat(response.stream().read()).isEqualTo(-1);
    }
  }
}
