package io.github.camelhpc.dbapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelhpc.dbapi.model.FaultKind;
import io.github.camelhpc.simulators.Fault;
import io.github.camelhpc.simulators.LoggedRequest;
import io.github.camelhpc.simulators.dbapi.DbapiSettings;
import io.github.camelhpc.support.token.IssuedToken;
import io.github.camelhpc.test.CapturedLog;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Exchange;
import org.apache.camel.ResolveEndpointFailedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The ways to authorise requests. */
class DbapiAuthTest extends DbapiTestSupport {

  private static final String CLIENT_SECRET = "dbapi-secret";
  private static final String TOKEN =
      Base64.getEncoder().encodeToString((USER + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));

  @Override
  void server(DbapiSettings settings) {
    settings.prefix("/clearsightadvanced");
  }

  private List<LoggedRequest> tokenRequests() {
    return simulator.requests().all().stream()
        .filter(request -> request.path().endsWith("/openid-connect/token"))
        .toList();
  }

  private void useKeycloak(String secret) {
    DbapiConfiguration configuration = configuration();
    configuration.setCredentialType(CredentialType.KEYCLOAK);
    configuration.setClientId("dbapi-client");
    configuration.setClientSecret(secret);
  }

  private void assertAnswered() {
    assertThat(object("dbapi:retrieveDataset")).containsEntry("name", "defaultDs");
  }

  @Test
  void aUserIsSentWithTheFirstRequest() {
    assertAnswered();

    assertThat(simulator.requests().count()).isEqualTo(1);
    assertThat(lastRequest().user()).isEqualTo(USER);
  }

  @Test
  void theTokenOfTheUserInterfaceIsSentAsItIs() {
    configuration().setUsername(null);
    configuration().setPassword(null);
    configuration().setAuthenticationToken(TOKEN);

    assertAnswered();
    assertThat(lastRequest().user()).isEqualTo(USER);
  }

  @Test
  void aTokenOfCommonServicesIsSent() {
    configuration().setCredentialType(CredentialType.BEARER);
    configuration().setBearerToken(simulator.dbapi().issueToken());

    assertAnswered();
    assertThat(lastRequest().header("authorization")).startsWith("Bearer");

    simulator.dbapi().revokeTokens();
    assertThat(refusal("dbapi:retrieveDataset", null).getKind()).isEqualTo(FaultKind.AUTHORIZATION);
  }

  @Test
  void aSourceOfTokensIsAskedAgainWhenOneIsRefused() {
    AtomicInteger fetched = new AtomicInteger();
    configuration().setCredentialType(CredentialType.BEARER);
    configuration()
        .setTokenSource(
            () -> {
              fetched.incrementAndGet();
              return new IssuedToken(
                  simulator.dbapi().issueToken(), Instant.now().plusSeconds(300));
            });
    assertAnswered();
    assertAnswered();
    assertThat(fetched).hasValue(1);

    simulator.dbapi().revokeTokens();

    assertAnswered();
    assertThat(fetched).hasValue(2);
  }

  @Test
  void keycloakGivesATokenThatIsReplacedWhenItHasExpired() {
    useKeycloak(CLIENT_SECRET);
    assertAnswered();
    assertAnswered();
    assertThat(tokenRequests()).hasSize(1);

    advance(Duration.ofMinutes(6));

    assertAnswered();
    assertThat(tokenRequests()).hasSize(2);
    assertThat(tokenRequests().get(0).path())
        .endsWith("/auth/realms/vsp360/protocol/openid-connect/token");
  }

  @Test
  void aWrongSecretIsToldByTheOptionsAndNotShown() {
    useKeycloak("wrong-but-secret");

    Exchange exchange = send("dbapi:retrieveDataset", null);

    assertThat(exchange.getException())
        .hasMessageContaining("clientId, clientSecret, realm and tokenUrl");
    assertThat(trace(exchange)).doesNotContain("wrong-but-secret");
    assertThat(requests("retrieveDataset")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "BASIC, username and password",
    "BEARER, tokenSource or bearerToken",
    "KEYCLOAK, clientId and clientSecret"
  })
  void whatIsMissingIsNamed(CredentialType type, String options) {
    configuration().setPassword(null);
    configuration().setCredentialType(type);

    assertThatThrownBy(() -> send("dbapi:retrieveDataset", null))
        .isInstanceOf(ResolveEndpointFailedException.class)
        .hasMessageContaining(options);
  }

  @ParameterizedTest
  @EnumSource(CredentialType.class)
  void secretsAreNeverShown(CredentialType type) {
    useKeycloak(CLIENT_SECRET);
    configuration().setCredentialType(type);
    String bearer = simulator.dbapi().issueToken();
    configuration().setBearerToken(bearer);
    try (CapturedLog log = new CapturedLog()) {
      assertAnswered();
      simulator.faults().next(Fault.status(400), Fault.status(400));
      Exchange refused = send("dbapi:retrieveDataset", null);

      assertThat(trace(refused) + log.text())
          .contains("HTTP status 400")
          .doesNotContain(PASSWORD, TOKEN, CLIENT_SECRET, bearer);
    }
  }

  private static String trace(Exchange exchange) {
    StringWriter trace = new StringWriter();
    exchange.getException().printStackTrace(new PrintWriter(trace));
    return trace.toString();
  }

  @Test
  void thePrefixCanStandApart() {
    configuration().setServiceUrl(simulator.httpUrl() + "/");
    configuration().setPathPrefix("clearsightadvanced");

    assertAnswered();
    assertThat(lastRequest().path()).isEqualTo("/clearsightadvanced/dbapi.do");
  }

  @Test
  void aRedirectToAnotherPlaceIsRefused() {
    simulator.faults().next(Fault.redirect("http://localhost:1/clearsightadvanced/dbapi.do"));

    assertThat(failure("dbapi:retrieveDataset", null)).isNotNull();
    assertThat(simulator.requests().count()).as("nothing else is asked").isEqualTo(1);
  }
}
