package io.github.camelhpc.azbatch.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelhpc.simulators.HpcSimulators;
import io.github.camelhpc.simulators.LoggedRequest;
import io.github.camelhpc.simulators.azbatch.AccountCredentials;
import io.github.camelhpc.support.camel.ServiceConfiguration;
import io.github.camelhpc.support.camel.ServiceConnection;
import io.github.camelhpc.support.http.AuthorizationFailedException;
import io.github.camelhpc.support.http.Authorizer;
import io.github.camelhpc.support.http.ServiceOperationFailedException;
import io.github.camelhpc.support.http.ServiceRequest;
import io.github.camelhpc.support.http.ServiceResponse;
import io.github.camelhpc.support.http.ServiceUrls;
import io.github.camelhpc.support.token.AccessTokens;
import io.github.camelhpc.support.token.BearerAuthorizer;
import io.github.camelhpc.support.token.IssuedToken;
import io.github.camelhpc.support.token.TokenSource;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** All ways of authorising, at an account that checks them. */
@Timeout(60)
class SimulatedAccountTest {

  private static final String SCOPE = "https://batch.core.windows.net/.default";
  private static final String VERSION = "api-version=2024-07-01.20.0";
  private static final ServiceRequest LIST =
      new ServiceRequest(
          "azbatch:listJobs",
          "GET",
          "/jobs?" + VERSION + "&$filter=id%20eq%20%27a%2Bb%27&maxresults=5",
          Map.of(),
          null,
          false);

  private static final class Configuration extends ServiceConfiguration {}

  private final CamelContext context = new DefaultCamelContext();
  private final Configuration configuration = new Configuration();
  private final AccountCredentials account = AccountCredentials.defaults();
  private final AtomicInteger tokens = new AtomicInteger();
  private HpcSimulators simulator;
  private ServiceConnection connection;

  @BeforeEach
  void start() throws Exception {
    simulator = HpcSimulators.builder().start();
    configuration.setSslContextParameters(TokenEndpoint.trusting(simulator.trustStore()));
    configuration.setMaxRetries(0);
  }

  @AfterEach
  void close() throws Exception {
    if (connection != null) {
      connection.close();
    }
    simulator.close();
    context.close();
  }

  @Test
  void accountKey() throws Exception {
    connect(new SharedKeyAuthorizer("HpcAccount", account.accountKey(), Clock.systemUTC()));

    assertThat(status(LIST)).isEqualTo(200);
    assertThat(status(addPool())).isEqualTo(201);
    assertThat(status(request("DELETE", "/pools/p1"))).isEqualTo(202);
  }

  @Test
  void anotherKeyIsRefused() throws Exception {
    String other =
        Base64.getEncoder().encodeToString("another key".getBytes(StandardCharsets.UTF_8));
    connect(new SharedKeyAuthorizer(account.accountName(), other, Clock.systemUTC()));

    assertThatThrownBy(() -> status(LIST))
        .isInstanceOfSatisfying(
            ServiceOperationFailedException.class,
            e -> assertThat(e.getStatusCode()).isEqualTo(403));
    assertThat(simulator.requests().count()).isEqualTo(1);
  }

  @Test
  void clockThatIsWrongByMoreThanTheWindowIsRefused() throws Exception {
    connect(sharedKeyWithClockWrongBy(Duration.ofMinutes(14)));
    assertThat(status(LIST)).isEqualTo(200);
    connection.close();

    connect(sharedKeyWithClockWrongBy(Duration.ofMinutes(16)));
    assertThatThrownBy(() -> status(LIST)).hasMessageContaining("403");
  }

  @Test
  void revokedTokenIsFetchedAgainAlsoForWhatMustNotBeRepeated() throws Exception {
    connect(bearer(this::issued));
    assertThat(status(LIST)).isEqualTo(200);
    assertThat(status(LIST)).isEqualTo(200);
    assertThat(tokens).hasValue(1);
    simulator.azBatch().revokeTokens();

    assertThat(status(addPool())).isEqualTo(201);

    assertThat(tokens).hasValue(2);
    assertThat(simulator.requests().count("POST", "/pools")).isEqualTo(2);
  }

  @Test
  void tokensThatAreAlwaysRefusedAreFetchedAgainOnce() throws Exception {
    connect(
        bearer(
            () ->
                new IssuedToken(
                    "unknown" + tokens.incrementAndGet(), Instant.now().plusSeconds(60))));

    assertThatThrownBy(() -> status(LIST)).hasMessageContaining("401");
    assertThat(tokens).hasValue(2);
    assertThatThrownBy(() -> status(LIST)).hasMessageContaining("401");
    assertThat(tokens).as("not for each request").hasValue(2);
  }

  @Test
  void registeredApplicationHasOneTokenUntilThatIsRevoked() throws Exception {
    connect(bearer(application(account.clientSecret())));
    assertThat(status(LIST)).isEqualTo(200);
    assertThat(status(LIST)).isEqualTo(200);
    assertThat(tokenRequests()).isEqualTo(1);

    simulator.azBatch().revokeTokens();

    assertThat(status(LIST)).isEqualTo(200);
    assertThat(tokenRequests()).isEqualTo(2);
  }

  @Test
  void wrongSecretIsNoFailureOfTheService() throws Exception {
    connect(bearer(application("a wr0ng secret")));

    assertThatThrownBy(() -> status(LIST))
        .isInstanceOf(AuthorizationFailedException.class)
        .hasMessageContaining("AADSTS7000215")
        .hasMessageContaining("check the options tenantId, clientId and clientSecret")
        .message()
        .doesNotContain("a wr0ng secret");
    assertThatThrownBy(() -> status(LIST)).isInstanceOf(AuthorizationFailedException.class);
    assertThat(simulator.requests().all())
        .as("the service is not asked, and the token endpoint not again at once")
        .singleElement()
        .satisfies(request -> assertThat(request.path()).endsWith("/oauth2/v2.0/token"));
  }

  private void connect(Authorizer authorizer) throws Exception {
    connection =
        ServiceConnection.open(
            context,
            "azbatch",
            ServiceUrls.of("azbatch", List.of(simulator.azBatchSecureUrl()), "/"),
            configuration,
            authorizer,
            failed -> new ServiceOperationFailedException(failed, null, failed.text(), null));
  }

  private Authorizer sharedKeyWithClockWrongBy(Duration time) {
    return new SharedKeyAuthorizer(
        account.accountName(), account.accountKey(), Clock.offset(Clock.systemUTC(), time));
  }

  private RegisteredApplication application(String secret) {
    return new RegisteredApplication(
        account.tenantId(), account.clientId(), secret, simulator.httpsUrl());
  }

  private Authorizer bearer(RegisteredApplication application) throws Exception {
    return bearer(TokenSources.clientSecret(application, SCOPE, context, configuration));
  }

  private static Authorizer bearer(TokenSource source) {
    return new BearerAuthorizer(new AccessTokens("azbatch", source, Clock.systemUTC()));
  }

  private IssuedToken issued() {
    tokens.incrementAndGet();
    Duration lifetime = Duration.ofHours(1);
    return new IssuedToken(simulator.azBatch().issueToken(lifetime), Instant.now().plus(lifetime));
  }

  private long tokenRequests() {
    return simulator.requests().all().stream()
        .map(LoggedRequest::path)
        .filter(path -> path.endsWith("/oauth2/v2.0/token"))
        .count();
  }

  private int status(ServiceRequest request) throws Exception {
    try (ServiceResponse response = connection.client().execute(request)) {
      return response.status();
    }
  }

  private static ServiceRequest request(String method, String path) {
    return new ServiceRequest("azbatch:any", method, path + "?" + VERSION, Map.of(), null, false);
  }

  private static ServiceRequest addPool() {
    String pool =
        """
        {"id": "p1", "vmSize": "standard_d2s_v3", "targetDedicatedNodes": 1,
         "virtualMachineConfiguration": {
           "imageReference": {"publisher": "canonical", "offer": "ubuntu", "sku": "22_04"},
           "nodeAgentSKUId": "batch.node.ubuntu 22.04"}}
        """;
    return new ServiceRequest(
        "azbatch:addPool",
        "POST",
        "/pools?" + VERSION,
        Map.of(),
        new StringEntity(
            pool, ContentType.parse("application/json; odata=minimalmetadata; charset=utf-8")),
        false);
  }
}
