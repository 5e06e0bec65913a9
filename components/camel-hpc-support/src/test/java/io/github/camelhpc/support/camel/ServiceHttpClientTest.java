package io.github.camelhpc.support.camel;

import static io.github.camelhpc.test.server.Replies.ok;
import static io.github.camelhpc.test.server.Replies.silence;
import static io.github.camelhpc.test.server.Replies.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelhpc.support.http.Authorizer;
import io.github.camelhpc.support.http.BasicAuthorizer;
import io.github.camelhpc.support.http.ServiceClient;
import io.github.camelhpc.support.http.ServiceOperationFailedException;
import io.github.camelhpc.support.http.ServiceRequest;
import io.github.camelhpc.support.http.ServiceResponse;
import io.github.camelhpc.support.http.ServiceUrls;
import io.github.camelhpc.test.server.MisbehavingServer;
import io.github.camelhpc.test.server.MisbehavingServer.Request;
import io.github.camelhpc.test.server.SelfSignedCertificate;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLHandshakeException;
import org.apache.camel.CamelContext;
import org.apache.camel.http.common.HttpConfiguration;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.jsse.KeyStoreParameters;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.support.jsse.TrustManagersParameters;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The client that camel-http makes, against a server. */
@Timeout(30)
class ServiceHttpClientTest {

  /** A challenge as a Windows server sends it: NTLMSSP, type 2, flags, server challenge. */
  private static final String NTLM_CHALLENGE = ntlmChallenge();

  private final CamelContext context = new DefaultCamelContext();
  private final TinyConfiguration configuration = new TinyConfiguration();
  private final List<AutoCloseable> open = new ArrayList<>();

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable closeable : open) {
      closeable.close();
    }
    context.close();
  }

  @Test
  void connectionIsUsedAgain() throws Exception {
    MisbehavingServer server = server(ok("done"));
    ServiceClient client = basic(server);

    for (int i = 0; i < 10; i++) {
      assertThat(text(client)).isEqualTo("done");
    }

    assertThat(server.requests()).hasSize(10);
    assertThat(server.connections()).isEqualTo(1);
  }

  @Test
  void cookiesAreNotKept() throws Exception {
    MisbehavingServer server = server(status(200, "", "Set-Cookie: session=1; Path=/"));
    ServiceClient client = basic(server);

    text(client);
    text(client);

    assertThat(server.requests()).allSatisfy(r -> assertThat(r.header("Cookie")).isNull());
  }

  @Test
  void credentialsAreSentWithTheFirstRequest() throws Exception {
    MisbehavingServer server = server(ok("done"));

    text(basic(server));

    String expected =
        Base64.getEncoder().encodeToString("LAB\\änn:s3cret".getBytes(StandardCharsets.UTF_8));
    assertThat(server.requests())
        .singleElement()
        .satisfies(r -> assertThat(r.header("Authorization")).isEqualTo("Basic " + expected));
  }

  @Test
  void clientItselfNeitherRepeatsNorWaits() {
    configuration.setMaxRetries(0);
    MisbehavingServer server = server(status(503, "", "Retry-After: 1"), ok("never"));

    assertThatThrownBy(() -> text(basic(server)))
        .isInstanceOf(ServiceOperationFailedException.class);

    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void responseTimeoutIsHonoured() {
    configuration.setResponseTimeout(200);
    configuration.setMaxRetries(0);
    MisbehavingServer server = server(silence());

    assertThatThrownBy(() -> text(basic(server)))
        .isInstanceOf(SocketTimeoutException.class)
        .hasMessageContaining("within 200 ms");
  }

  @Test
  void furtherSettingsOfTheHttpClientAreHonoured() throws Exception {
    configuration.setHttpClientConfigurer(builder -> builder.setUserAgent("lab/1"));
    MisbehavingServer server = server(ok(""));

    text(basic(server));

    assertThat(server.requests().get(0).header("User-Agent")).isEqualTo("lab/1");
  }

  @Test
  void proxyIsUsed() throws Exception {
    MisbehavingServer proxy = server(ok("by the proxy"));
    configuration.setProxyHost("127.0.0.1");
    configuration.setProxyPort(proxy.url().getPort());
    configuration.setServiceUrl("http://headnode.invalid/hpc");

    assertThat(text(client(null, new BasicAuthorizer("ann", "s3cret")))).isEqualTo("by the proxy");
    assertThat(proxy.requests().get(0).target()).isEqualTo("http://headnode.invalid/hpc/jobs");
  }

  @Test
  void selfSignedCertificateIsRefused() throws Exception {
    MisbehavingServer server = tlsServer(new SelfSignedCertificate("127.0.0.1"));

    assertThatThrownBy(() -> text(basic(server)))
        .isInstanceOf(SSLHandshakeException.class)
        .hasMessageContaining("set the option sslContextParameters with a trust store");

    assertThat(server.requests()).isEmpty();
  }

  @Test
  void trustAllCertificatesAcceptsAnyAndWarns() throws Exception {
    configuration.setTrustAllCertificates(true);
    MisbehavingServer server = tlsServer(new SelfSignedCertificate("10.0.0.1"));
    PrintStream err = System.err;
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
    try {
      assertThat(text(basic(server))).isEqualTo("over TLS");
    } finally {
      System.setErr(err);
    }

    assertThat(log.toString(StandardCharsets.UTF_8))
        .containsOnlyOnce("trustAllCertificates is on: " + server.url() + " is not verified");
  }

  @Test
  void certificateInTheTrustStoreIsAccepted() throws Exception {
    SelfSignedCertificate certificate = new SelfSignedCertificate("127.0.0.1");
    configuration.setSslContextParameters(trusting(certificate));

    assertThat(text(basic(tlsServer(certificate)))).isEqualTo("over TLS");
  }

  @Test
  void certificateOfAnotherHostIsRefusedEvenIfItIsTrusted() throws Exception {
    SelfSignedCertificate certificate = new SelfSignedCertificate("10.0.0.1");
    configuration.setSslContextParameters(trusting(certificate));
    MisbehavingServer server = tlsServer(certificate);

    assertThatThrownBy(() -> text(basic(server))).isInstanceOf(IOException.class);
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void ntlmHandshakeIsDone() throws Exception {
    MisbehavingServer server =
        server(
            status(401, "", "WWW-Authenticate: NTLM"),
            status(401, "", "WWW-Authenticate: NTLM " + NTLM_CHALLENGE),
            ok("welcome"));

    assertThat(text(ntlm(server, "LAB"))).isEqualTo("welcome");

    List<Request> requests = server.requests();
    assertThat(requests).hasSize(3);
    assertThat(requests).extracting(Request::connection).containsOnly(1);
    assertThat(requests.get(0).header("Authorization")).isNull();
    assertThat(ntlmMessage(requests.get(1))[8]).isEqualTo((byte) 1);
    byte[] answer = ntlmMessage(requests.get(2));
    assertThat(answer[8]).isEqualTo((byte) 3);
    assertThat(new String(answer, StandardCharsets.UTF_16LE)).contains("LAB");
    assertThat(new String(answer, StandardCharsets.UTF_16LE)).contains("ann");
  }

  @Test
  void ntlmNeedsNoDomain() throws Exception {
    MisbehavingServer server =
        server(
            status(401, "", "WWW-Authenticate: NTLM"),
            status(401, "", "WWW-Authenticate: NTLM " + NTLM_CHALLENGE),
            ok("welcome"));

    assertThat(text(ntlm(server, null))).isEqualTo("welcome");
    assertThat(new String(ntlmMessage(server.requests().get(2)), StandardCharsets.UTF_16LE))
        .contains("ann");
  }

  @Test
  void responseTimeoutIsHonouredWithNtlm() throws Exception {
    configuration.setResponseTimeout(200);
    configuration.setMaxRetries(0);
    MisbehavingServer server = server(status(401, "", "WWW-Authenticate: NTLM"), silence());

    assertThatThrownBy(() -> text(ntlm(server, "LAB")))
        .isInstanceOf(SocketTimeoutException.class)
        .hasMessageContaining("within 200 ms");
  }

  private MisbehavingServer server(MisbehavingServer.Reply... replies) {
    return opened(MisbehavingServer.start(replies));
  }

  private MisbehavingServer tlsServer(SelfSignedCertificate certificate) throws Exception {
    return opened(MisbehavingServer.startTls(certificate.serverContext(), ok("over TLS")));
  }

  private <T extends AutoCloseable> T opened(T closeable) {
    open.add(0, closeable);
    return closeable;
  }

  private ServiceClient basic(MisbehavingServer server) throws Exception {
    configuration.setServiceUrl(server.url().toString());
    return client(null, new BasicAuthorizer("LAB\\änn", "s3cret"));
  }

  private ServiceClient ntlm(MisbehavingServer server, String domain) throws Exception {
    HttpConfiguration authentication = new HttpConfiguration();
    authentication.setAuthMethod("NTLM");
    authentication.setAuthUsername("ann");
    authentication.setAuthPassword("s3cret");
    authentication.setAuthDomain(domain);
    configuration.setServiceUrl(server.url().toString());
    return client(authentication, Authorizer.NONE);
  }

  private ServiceClient client(HttpConfiguration authentication, Authorizer authorizer)
      throws Exception {
    ServiceUrls urls = ServiceUrls.of("tiny", configuration.serviceUrls(), "/hpc");
    ServiceHttpClient http =
        opened(
            ServiceHttpClient.create(
                context, urls.current().toString(), configuration, authentication));
    return new ServiceClient(
        http.client(),
        configuration.clientSettings(urls),
        authorizer,
        response -> new ServiceOperationFailedException(response, null, null, null),
        Clock.systemUTC());
  }

  private static String text(ServiceClient client) throws Exception {
    ServiceRequest request =
        new ServiceRequest("tiny:listThings", "GET", "/jobs", Map.of(), null, true);
    try (ServiceResponse response = client.execute(request)) {
      return new String(response.body().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static SSLContextParameters trusting(SelfSignedCertificate certificate) throws Exception {
    KeyStoreParameters store = new KeyStoreParameters();
    store.setKeyStore(certificate.trustStore());
    TrustManagersParameters trust = new TrustManagersParameters();
    trust.setKeyStore(store);
    SSLContextParameters parameters = new SSLContextParameters();
    parameters.setTrustManagers(trust);
    return parameters;
  }

  private static byte[] ntlmMessage(Request request) {
    assertThat(request.header("Authorization")).startsWith("NTLM ");
    byte[] message =
        Base64.getDecoder().decode(request.header("Authorization").substring("NTLM ".length()));
    assertThat(new String(message, 0, 7, StandardCharsets.US_ASCII)).isEqualTo("NTLMSSP");
    return message;
  }

  private static String ntlmChallenge() {
    byte[] target = "LAB".getBytes(StandardCharsets.UTF_16LE);
    byte[] message = new byte[48 + target.length];
    byte[] signature = "NTLMSSP\0".getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(signature, 0, message, 0, signature.length);
    message[8] = 2;
    message[12] = (byte) target.length;
    message[14] = (byte) target.length;
    message[16] = 48;
    // Unicode, target given, NTLM, always sign
    message[20] = 0x05;
    message[21] = (byte) 0x82;
    for (int i = 24; i < 32; i++) {
      message[i] = (byte) i;
    }
    message[44] = 48;
    System.arraycopy(target, 0, message, 48, target.length);
    return Base64.getEncoder().encodeToString(message);
  }
}
