package io.github.camelhpc.azbatch.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.github.camelhpc.support.camel.ServiceConfiguration;
import io.github.camelhpc.support.http.AuthorizationFailedException;
import io.github.camelhpc.support.token.AccessTokens;
import io.github.camelhpc.support.token.IssuedToken;
import io.github.camelhpc.support.token.TokenSource;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class ClientSecretTest {

  private static final String TENANT = "11111111-2222-3333-4444-555555555555";
  private static final String SECRET = "s3cret+of/the~client";
  private static final String SCOPE = "https://batch.core.windows.net/.default";

  private static final class Configuration extends ServiceConfiguration {}

  private final CamelContext context = new DefaultCamelContext();
  private final Configuration configuration = new Configuration();
  private TokenEndpoint endpoint;

  @BeforeEach
  void start() throws Exception {
    endpoint = new TokenEndpoint();
    configuration.setSslContextParameters(endpoint.trusting());
    configuration.setMaxRetries(0);
  }

  @AfterEach
  void close() throws Exception {
    endpoint.close();
    context.close();
  }

  @Test
  void tokenComesFromTheAuthorityHost() throws Exception {
    endpoint.issue("token1", Duration.ofMinutes(30));

    IssuedToken token = source().fetch();

    assertThat(token.value()).isEqualTo("token1");
    assertThat(token.expiresOn())
        .isCloseTo(Instant.now().plus(Duration.ofMinutes(30)), within(1, ChronoUnit.MINUTES));
    assertThat(endpoint.requests())
        .singleElement()
        .satisfies(
            request -> {
              assertThat(request.method()).isEqualTo("POST");
              assertThat(request.path()).isEqualTo("/" + TENANT + "/oauth2/v2.0/token");
              assertThat(request.body())
                  .contains("grant_type=client_credentials", "client_id=application")
                  .contains("https%3A%2F%2Fbatch.core.windows.net%2F.default")
                  .contains("client_secret=s3cret%2Bof%2Fthe%7Eclient");
            });
  }

  @Test
  void refusedTokenIsNotGivenAgain() throws Exception {
    AccessTokens tokens = new AccessTokens("azbatch", source(), Clock.systemUTC());
    endpoint.issue("token1", Duration.ofHours(1));
    assertThat(tokens.get().value()).isEqualTo("token1");
    assertThat(tokens.get().value()).isEqualTo("token1");
    assertThat(endpoint.requests()).hasSize(1);

    endpoint.issue("token2", Duration.ofHours(1));
    tokens.invalidate("token1");

    assertThat(tokens.get().value()).isEqualTo("token2");
    assertThat(endpoint.requests()).hasSize(2);
  }

  @Test
  void wrongSecretIsExplainedWithoutIt() throws Exception {
    endpoint.answer(
        401,
        """
        {"error": "invalid_client",
         "error_description": "AADSTS7000215: Invalid client secret provided: %s.\\r\\nTrace ID: 1"}
        """
            .formatted(SECRET));

    AuthorizationFailedException e = failure();

    assertThat(e)
        .hasMessageStartingWith("azbatch gets no access token from " + endpoint.url() + " (")
        .hasMessageContaining("AADSTS7000215: Invalid client secret provided: ***")
        .hasMessageContaining("check the options tenantId, clientId and clientSecret");
    assertThat(stackTrace(e)).doesNotContain(SECRET);
    assertThat(endpoint.requests()).hasSize(1);
  }

  @Test
  void busyEndpointIsAskedAgain() throws Exception {
    configuration.setMaxRetries(2);
    configuration.setRetryDelay(1);
    endpoint.answer(503, "{}");

    assertThat(failure()).hasMessageStartingWith("azbatch gets no access token from ");

    assertThat(endpoint.requests()).hasSize(3);
  }

  @Test
  void certificateOfTheEndpointIsVerified() throws Exception {
    configuration.setSslContextParameters(null);
    configuration.setTrustAllCertificates(true);

    assertThat(failure())
        .hasMessageContaining("unable to find valid certification path")
        .hasMessageEndingWith("check the option sslContextParameters");
    assertThat(endpoint.requests()).isEmpty();
  }

  @Test
  void proxyIsUsed() throws Exception {
    configuration.setProxyHost("127.0.0.1");
    // it is none, and so does not answer CONNECT
    configuration.setProxyPort(endpoint.port());

    assertThat(failure()).hasMessageStartingWith("azbatch gets no access token from ");
    assertThat(endpoint.requests()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'', application, s3cret, tenantId",
    "tenant, ' ', s3cret, clientId",
    "tenant, application, , clientSecret"
  })
  void nothingMayBeMissing(String tenant, String client, String secret, String option) {
    assertThatThrownBy(() -> new RegisteredApplication(tenant, client, secret, null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith("set the option " + option);
  }

  @Test
  void secretGoesToHttpsOnly() {
    assertThatThrownBy(
            () -> new RegisteredApplication("t", "c", SECRET, "http://login.example.org"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("option authorityHost")
        .message()
        .doesNotContain(SECRET);
  }

  @Test
  void malformedTenantIsFoundAtStart() {
    assertThatThrownBy(() -> new RegisteredApplication("no tenant/at all", "c", SECRET, null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("option tenantId")
        .message()
        .doesNotContain(SECRET);
  }

  @Test
  void fetchCanBeInterrupted() throws Exception {
    endpoint.hold();
    AtomicReference<Throwable> failure = new AtomicReference<>();
    AtomicBoolean interrupted = new AtomicBoolean();
    TokenSource source = source();
    Thread thread =
        new Thread(
            () -> {
              failure.set(catchThrowable(source::fetch));
              interrupted.set(Thread.currentThread().isInterrupted());
            });
    thread.start();
    await().until(() -> !endpoint.requests().isEmpty());

    thread.interrupt();

    thread.join(10_000);
    assertThat(failure.get()).isInstanceOf(AuthorizationFailedException.class);
    assertThat(interrupted).as("still to be seen").isTrue();
  }

  @Test
  void silentEndpointIsNotAwaitedForEver() throws Exception {
    configuration.setResponseTimeout(200);
    endpoint.hold();

    assertThat(failure()).hasMessageStartingWith("azbatch gets no access token from ");
  }

  @Test
  void secretIsNotShown() throws Exception {
    assertThat(application().toString()).doesNotContain(SECRET);
    assertThat(IdentityFailures.of(application()).toString()).doesNotContain(SECRET);
  }

  private RegisteredApplication application() {
    return new RegisteredApplication(TENANT, "application", SECRET, endpoint.url());
  }

  private TokenSource source() throws Exception {
    return TokenSources.clientSecret(application(), SCOPE, context, configuration);
  }

  private AuthorizationFailedException failure() throws Exception {
    TokenSource source = source();
    return catchThrowableOfType(AuthorizationFailedException.class, source::fetch);
  }

  private static String stackTrace(Throwable e) {
    StringWriter text = new StringWriter();
    e.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
