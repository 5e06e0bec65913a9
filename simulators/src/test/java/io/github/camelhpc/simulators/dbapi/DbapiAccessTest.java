package io.github.camelhpc.simulators.dbapi;

import static io.github.camelhpc.simulators.dbapi.DetailViewClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelhpc.simulators.Fault;
import io.github.camelhpc.simulators.HpcSimulators;
import io.github.camelhpc.simulators.LoggedRequest;
import io.github.camelhpc.simulators.RunningSimulators;
import io.github.camelhpc.simulators.SimulatorClock;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Credentials, licence, actions, methods, data sets, and answers that are damaged. */
@Timeout(60)
class DbapiAccessTest {

  private static final String TOKEN_PATH = "/auth/realms/vsp360/protocol/openid-connect/token";
  private static final String FORM =
      "grant_type=client_credentials&client_id=dbapi-client&client_secret=dbapi-secret";
  private static final String AUTHORIZATION_NEEDED =
      "{\"code\":\"720000E9\",\"error\":\"Authorization needed.\"}";

  @RegisterExtension static final RunningSimulators SIMULATORS = new RunningSimulators();

  private DetailViewClient client;

  @BeforeEach
  void client() {
    client = DetailViewClient.of(SIMULATORS.get());
  }

  @Test
  void everyOperationIsNamed() {
    assertThat(DbapiSimulator.operations())
        .containsExactlyInAnyOrder(
            "getStatus",
            "query",
            "abortRequest",
            "retrieveDataset",
            "retrieveDataSubset",
            "retrieveResourceData",
            "createOrUpdateResourceData");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Basic aHBjdXNlcjp3cm9uZw==", "Basic ???", "Bearer made-up", "Digest x", "none"})
  void wrongCredentialsAreRefused(String authorization) {
    HttpResponse<String> response =
        client.with("Authorization", authorization).get("getStatus", "requestId", "1");

    assertThat(response.statusCode()).isEqualTo(401);
    assertThat(response.body()).isEqualTo(AUTHORIZATION_NEEDED);
  }

  @Test
  void credentialsAreNeeded() {
    HttpResponse<String> response = client.without("Authorization").get("retrieveDataset");

    assertThat(response.statusCode()).isEqualTo(401);
    assertThat(response.body()).isEqualTo(AUTHORIZATION_NEEDED);
    assertThat(client.as("other", "secret2").get("retrieveDataset").statusCode()).isEqualTo(200);
  }

  @Test
  void licenceIsNeeded() {
    SIMULATORS.get().dbapi().setLicensed(false);

    HttpResponse<String> response = client.get("retrieveDataset");

    assertThat(response.statusCode()).isEqualTo(401);
    assertThat(response.body())
        .isEqualTo("{\"code\":\"720000E9\",\"error\":\"License is not valid.\"}");
    SIMULATORS.get().dbapi().setLicensed(true);
    assertThat(client.get("retrieveDataset").statusCode()).isEqualTo(200);
  }

  @Test
  void issuedTokenIsValidForFiveMinutes() {
    DetailViewClient bearer =
        client.with("Authorization", "Bearer " + SIMULATORS.get().dbapi().issueToken());

    SIMULATORS.advanceSeconds(299);
    assertThat(bearer.get("retrieveDataset").statusCode()).isEqualTo(200);
    SIMULATORS.advanceSeconds(1);
    assertThat(bearer.get("retrieveDataset").body()).isEqualTo(AUTHORIZATION_NEEDED);
  }

  @Test
  void revokedTokenIsRefused() {
    DetailViewClient bearer =
        client.with("Authorization", "Bearer " + SIMULATORS.get().dbapi().issueToken());
    assertThat(bearer.get("retrieveDataset").statusCode()).isEqualTo(200);

    SIMULATORS.get().dbapi().revokeTokens();

    assertThat(bearer.get("retrieveDataset").statusCode()).isEqualTo(401);
  }

  @Test
  void keycloakGivesTokensToTheClient() {
    HttpResponse<String> answer = client.token(TOKEN_PATH, FORM);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(json(answer).getInteger("expires_in")).isEqualTo(300);
    assertThat(json(answer).getString("token_type")).isEqualTo("Bearer");
    assertThat(
            client
                .with("Authorization", "Bearer " + json(answer).getString("access_token"))
                .get("retrieveDataset")
                .statusCode())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "vsp360,client_credentials,dbapi-client,wrong,401,invalid_client",
    "vsp360,client_credentials,nobody,dbapi-secret,401,invalid_client",
    "vsp360,password,dbapi-client,dbapi-secret,400,unsupported_grant_type",
    "master,client_credentials,dbapi-client,dbapi-secret,404,Realm does not exist",
  })
  void keycloakRefuses(
      String realm, String grant, String id, String secret, int status, String error) {
    HttpResponse<String> answer =
        client.token(
            TOKEN_PATH.replace("vsp360", realm),
            "grant_type=" + grant + "&client_id=" + id + "&client_secret=" + secret);

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(json(answer).getString("error")).isEqualTo(error);
  }

  @Test
  void clientRealmLifetimeAndLicenceCanBeSet() {
    try (HpcSimulators simulators =
        HpcSimulators.builder()
            .user("hpcuser", "secret")
            .clock(SimulatorClock.manual(RunningSimulators.START))
            .dbapi(
                server ->
                    server
                        .prefix("/clearsightadvanced")
                        .client("metrics", "me", "mine")
                        .tokenLifetime(Duration.ofSeconds(20))
                        .licensed(false))
            .start()) {
      DetailViewClient other = DetailViewClient.of(simulators);

      // dbapiUrl has the prefix; the token endpoint is there with it and without it
      HttpResponse<String> token =
          other.token(
              TOKEN_PATH.replace("vsp360", "metrics"),
              "grant_type=client_credentials&client_id=me&client_secret=mine");

      assertThat(json(token).getInteger("expires_in")).isEqualTo(20);
      assertThat(
              json(other
                      .with("Authorization", "Bearer " + json(token).getString("access_token"))
                      .get("retrieveDataset"))
                  .getString("error"))
          .isEqualTo("License is not valid.");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "POST,getStatus",
    "GET,query",
    "POST,abortRequest",
    "POST,retrieveDataSubset",
    "GET,createOrUpdateResourceData",
    "DELETE,query",
    "PUT,retrieveResourceData",
  })
  void wrongMethodIsRefused(String method, String action) {
    HttpResponse<String> response =
        DetailViewClient.send(
            client.request(action).method(method, HttpRequest.BodyPublishers.noBody()));

    assertThat(response.statusCode()).isEqualTo(405);
    assertThat(json(response).getString("code")).isEqualTo("C60100E0");
    assertThat(json(response).getString("error")).startsWith("This action takes ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/dbapi.do?dataset=defaultDs | 400 | Mandatory parameter {action} not specified.",
        "/dbapi.do?action=getstatus&dataset=defaultDs | 400 | There is no action of this name.",
        "/dbapi.do?action=getStatus&requestId=1 | 400 | Mandatory parameter {dataset} not specified.",
        "/dbapi.do?action=getStatus&dataset=a&requestId=1 | 400 | dataset must be 2 to 32 letters, digits, _ and -.",
        "/dbapi.do?action=getStatus&dataset=a%20b&requestId=1 | 400 | dataset must be 2 to 32 letters, digits, _ and -.",
        "/dbapi.do?action=getStatus&dataset=other&requestId=1 | 404 | There is no data set of this name.",
        "/dbapi.do?action=getStatus&dataset=defaultDs&requestId= | 400 | Mandatory parameter {requestId} not specified.",
        "/dbapi.do?action=getStatus&dataset=defaultDs&requestId=12344 | 404 | Response is not present in the cache for the given requestId.",
      })
  void wrongUrlsAreRefused(String path, int status, String error) {
    HttpResponse<String> response = client.getPath(path);

    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(json(response).getString("error")).isEqualTo(error);
  }

  @Test
  void otherPathsAreNotThere() {
    assertThat(client.getPath("/dbapi.do/more?action=getStatus").statusCode()).isEqualTo(404);
    assertThat(client.getPath("/app.do?action=getAppUrl").statusCode()).isEqualTo(404);
  }

  @Test
  void logHidesCredentialsAndNamesTheUser() {
    client.query("vm");

    LoggedRequest logged = SIMULATORS.get().requests().all().get(0);
    assertThat(logged.user()).isEqualTo("hpcuser");
    assertThat(logged.header("authorization")).isEqualTo("Basic ***");
    assertThat(logged.body()).contains("\"query\":\"vm\"");
  }

  @Test
  void answersCanBeDamaged() {
    SIMULATORS
        .get()
        .faults()
        .next(
            Fault.malformedBody(),
            Fault.status(500).header("Content-Type", "text/html").body("<html>Jetty</html>"),
            Fault.truncatedBody());

    assertThat(client.query("vm").body()).startsWith("{<[");
    HttpResponse<String> html = client.query("vm");
    assertThat(html.statusCode()).isEqualTo(500);
    assertThat(html.body()).isEqualTo("<html>Jetty</html>");
    String half = client.get("retrieveDataset").body();
    String whole = client.get("retrieveDataset").body();
    assertThat(whole).startsWith(half).hasSizeGreaterThan(half.length() + 10);
  }
}
