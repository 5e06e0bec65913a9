package io.github.camelhpc.simulators.azbatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelhpc.simulators.RunningSimulators;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tokens for an application, as libraries for Entra ID ask for them. */
@Timeout(60)
class TokenEndpointTest {

  @RegisterExtension
  static final RunningSimulators SIMULATORS =
      new RunningSimulators(
          builder ->
              builder.azBatch(settings -> settings.withTokenLifetime(Duration.ofMinutes(30))));

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Map<String, String> RIGHT =
      Map.of(
          "grant_type",
          "client_credentials",
          "client_id",
          AccountCredentials.DEFAULT_CLIENT,
          "client_secret",
          AccountCredentials.DEFAULT_CLIENT_SECRET,
          "scope",
          "https://batch.core.windows.net/.default");

  @Test
  void tokenOfTheEndpointLetsIn() throws Exception {
    HttpResponse<String> response = token(AccountCredentials.DEFAULT_TENANT, RIGHT);

    assertThat(response.statusCode()).isEqualTo(200);
    JsonObject answer = new JsonObject(response.body());
    assertThat(answer.getString("token_type")).isEqualTo("Bearer");
    assertThat(answer.getInteger("expires_in")).isEqualTo(1800);
    BatchClient bearer = BatchClient.of(SIMULATORS.get()).bearing(answer.getString("access_token"));
    assertThat(bearer.get("/jobs").status()).isEqualTo(200);
    assertThat(SIMULATORS.get().requests().all().get(1).user())
        .isEqualTo(AccountCredentials.DEFAULT_CLIENT);
    SIMULATORS.advance(Duration.ofMinutes(30));
    assertThat(bearer.get("/jobs").status()).isEqualTo(401);
  }

  @Test
  void wrongRequestsGetTheErrorsOfOAuth() throws Exception {
    assertRefused("client_secret", "wrong", 401, "invalid_client", 7000215);
    assertRefused("client_id", "wrong", 400, "unauthorized_client", 700016);
    assertRefused("scope", "https://management.azure.com/.default", 400, "invalid_scope", 1002012);
    assertRefused("grant_type", "password", 400, "unsupported_grant_type", 70003);
    HttpResponse<String> otherTenant = token("other.example.net", RIGHT);
    assertThat(otherTenant.statusCode()).isEqualTo(400);
    assertThat(new JsonObject(otherTenant.body()).getString("error")).isEqualTo("invalid_request");
  }

  private static void assertRefused(
      String parameter, String value, int status, String error, int code) throws Exception {
    Map<String, String> wrong = new LinkedHashMap<>(RIGHT);
    wrong.put(parameter, value);

    HttpResponse<String> refused = token(AccountCredentials.DEFAULT_TENANT, wrong);

    assertThat(refused.statusCode()).as(error).isEqualTo(status);
    JsonObject answer = new JsonObject(refused.body());
    assertThat(answer.getString("error")).isEqualTo(error);
    assertThat(answer.getString("error_description")).startsWith("AADSTS" + code + ": ");
    assertThat(answer.getJsonArray("error_codes")).isEqualTo(new JsonArray().add(code));
    assertThat(refused.body()).doesNotContain(AccountCredentials.DEFAULT_CLIENT_SECRET);
  }

  @Test
  void librariesFindTheEndpoint() throws Exception {
    String origin = SIMULATORS.get().httpUrl();
    String authority = origin + "/" + AccountCredentials.DEFAULT_TENANT;

    JsonObject configuration = get(authority + "/v2.0/.well-known/openid-configuration");
    JsonObject instances =
        get(origin + "/common/discovery/instance?api-version=1.1&authorization_endpoint=x");

    assertThat(configuration.getString("token_endpoint"))
        .isEqualTo(authority + "/oauth2/v2.0/token");
    assertThat(configuration.getString("issuer")).isEqualTo(authority + "/v2.0");
    assertThat(instances.getString("tenant_discovery_endpoint"))
        .isEqualTo(authority + "/v2.0/.well-known/openid-configuration");
  }

  private static JsonObject get(String url) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(url)).build();
    return new JsonObject(HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body());
  }

  private static HttpResponse<String> token(String tenant, Map<String, String> form)
      throws IOException, InterruptedException {
    String body =
        form.entrySet().stream()
            .map(
                entry ->
                    entry.getKey()
                        + "="
                        + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(SIMULATORS.get().httpUrl() + "/" + tenant + "/oauth2/v2.0/token"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
  }
}
