package io.github.camelhpc.dbapi;

import io.github.camelhpc.support.camel.ServiceHttpClient;
import io.github.camelhpc.support.http.AuthorizationFailedException;
import io.github.camelhpc.support.http.Authorizer;
import io.github.camelhpc.support.http.ServiceClient;
import io.github.camelhpc.support.http.ServiceOperationFailedException;
import io.github.camelhpc.support.http.ServiceRequest;
import io.github.camelhpc.support.http.ServiceResponse;
import io.github.camelhpc.support.http.ServiceUrls;
import io.github.camelhpc.support.json.JsonReader;
import io.github.camelhpc.support.token.IssuedToken;
import io.github.camelhpc.support.token.TokenSource;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.hc.client5.http.entity.UrlEncodedFormEntity;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.message.BasicNameValuePair;

/** Tokens that Keycloak gives to a client with a secret (facts/dbapi.md §6). */
final class KeycloakTokens implements TokenSource, Closeable {

  private static final long DEFAULT_LIFETIME = 60;

  private final ServiceHttpClient http;
  private final ServiceClient client;
  private final String url;
  private final UrlEncodedFormEntity form;

  private KeycloakTokens(
      ServiceHttpClient http, ServiceClient client, String url, UrlEncodedFormEntity form) {
    this.http = http;
    this.client = client;
    this.url = url;
    this.form = form;
  }

  /**
   * @throws IllegalArgumentException if a setting is missing or wrong; the message names the option
   */
  static KeycloakTokens open(CamelContext context, DbapiConfiguration configuration)
      throws Exception {
    if (configuration.getClientId() == null || configuration.getClientSecret() == null) {
      throw new IllegalArgumentException(
          "dbapi needs the options clientId and clientSecret with credentialType=KEYCLOAK");
    }
    ServiceUrls url = ServiceUrls.of("dbapi", List.of(tokenUrl(configuration)), "/");
    ServiceHttpClient http =
        ServiceHttpClient.create(context, url.current().toString(), configuration, null);
    ServiceClient client =
        new ServiceClient(
            http.client(),
            configuration.tokenSettings(url),
            Authorizer.NONE,
            response -> new ServiceOperationFailedException(response, null, null, null),
            Clock.systemUTC());
    UrlEncodedFormEntity form =
        new UrlEncodedFormEntity(
            List.of(
                new BasicNameValuePair("grant_type", "client_credentials"),
                new BasicNameValuePair("client_id", configuration.getClientId()),
                new BasicNameValuePair("client_secret", configuration.getClientSecret())),
            StandardCharsets.UTF_8);
    return new KeycloakTokens(http, client, url.current().toString(), form);
  }

  private static String tokenUrl(DbapiConfiguration configuration) {
    if (configuration.getTokenUrl() != null) {
      return configuration.getTokenUrl();
    }
    List<String> servers = configuration.serverUrls();
    if (servers.isEmpty()) {
      throw new IllegalArgumentException("dbapi needs the URL of the service: set serviceUrl");
    }
    return DbapiConnection.withoutSlash(servers.get(0))
        + "/auth/realms/"
        + configuration.getRealm()
        + "/protocol/openid-connect/token";
  }

  @Override
  public IssuedToken fetch() throws IOException {
    Instant asked = Instant.now();
    ServiceRequest request =
        new ServiceRequest(
            "dbapi:token", "POST", url, Map.of(HttpHeaders.ACCEPT, "application/json"), form, true);
    try (ServiceResponse response = client.execute(request)) {
      Map<String, Object> answer = JsonReader.answer(response.body(), JsonReader::object);
      if (!(answer.get("access_token") instanceof String token)) {
        throw new AuthorizationFailedException(
            "dbapi gets no access_token from Keycloak; check the options tokenUrl and realm", null);
      }
      return new IssuedToken(token, asked.plusSeconds(lifetime(answer.get("expires_in"))));
    } catch (ServiceOperationFailedException e) {
      throw new AuthorizationFailedException(
          "dbapi gets no token: Keycloak answers with HTTP status "
              + e.getStatusCode()
              + "; check the options clientId, clientSecret, realm and tokenUrl",
          e);
    }
  }

  private static long lifetime(Object seconds) {
    try {
      return Math.max(1, (long) Double.parseDouble(String.valueOf(seconds)));
    } catch (NumberFormatException e) {
      return DEFAULT_LIFETIME;
    }
  }

  @Override
  public void close() {
    client.close();
    http.close();
  }
}
