package io.github.camelhpc.dbapi;

import io.github.camelhpc.support.camel.ServiceConnection;
import io.github.camelhpc.support.http.Authorizer;
import io.github.camelhpc.support.http.BasicAuthorizer;
import io.github.camelhpc.support.http.ServiceUrls;
import io.github.camelhpc.support.token.AccessTokens;
import io.github.camelhpc.support.token.BearerAuthorizer;
import io.github.camelhpc.support.token.IssuedToken;
import io.github.camelhpc.support.token.TokenSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.hc.core5.http.HttpHeaders;

/** Connects with a detail view server. */
final class DbapiConnection {

  /** A token whose end nobody knows is used until it is refused. */
  private static final Duration UNKNOWN_LIFETIME = Duration.ofDays(365);

  private DbapiConnection() {}

  /**
   * @throws IllegalArgumentException if a setting is missing or wrong; the message names the option
   */
  static DbapiService open(CamelContext context, DbapiConfiguration configuration)
      throws Exception {
    ServiceUrls urls = ServiceUrls.of("dbapi", urls(configuration), "/");
    if (urls.all().size() > 1) {
      throw new IllegalArgumentException(
          "dbapi takes one URL, not " + urls.all().size() + "; change the option serviceUrl");
    }
    ServiceConnection connection =
        ServiceConnection.open(
            context,
            "dbapi",
            urls,
            configuration,
            authorizer(context, configuration),
            DbapiException::read);
    return new DbapiService(connection, configuration);
  }

  private static List<String> urls(DbapiConfiguration configuration) {
    String prefix = configuration.getPathPrefix();
    if (prefix == null || prefix.isBlank()) {
      return configuration.serverUrls();
    }
    String path = prefix.startsWith("/") ? prefix : "/" + prefix;
    return configuration.serverUrls().stream().map(url -> withoutSlash(url) + path).toList();
  }

  static String withoutSlash(String url) {
    return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
  }

  private static Authorizer authorizer(CamelContext context, DbapiConfiguration configuration)
      throws Exception {
    return switch (configuration.getCredentialType()) {
      case BASIC -> basic(configuration);
      case BEARER -> bearer(given(configuration));
      case KEYCLOAK -> bearer(KeycloakTokens.open(context, configuration));
    };
  }

  private static Authorizer basic(DbapiConfiguration configuration) {
    if (configuration.getAuthenticationToken() != null) {
      String value = "Basic " + configuration.getAuthenticationToken().strip();
      return request -> request.setHeader(HttpHeaders.AUTHORIZATION, value);
    }
    if (configuration.getUsername() == null || configuration.getPassword() == null) {
      throw new IllegalArgumentException(
          "dbapi needs a user: set the options username and password, or authenticationToken, or"
              + " another credentialType");
    }
    return new BasicAuthorizer(configuration.getUsername(), configuration.getPassword());
  }

  private static Authorizer bearer(TokenSource source) {
    return new BearerAuthorizer(new AccessTokens("dbapi", source, Clock.systemUTC()));
  }

  private static TokenSource given(DbapiConfiguration configuration) {
    if (configuration.getTokenSource() != null) {
      return configuration.getTokenSource();
    }
    String token = configuration.getBearerToken();
    if (token == null) {
      throw new IllegalArgumentException(
          "dbapi needs a token with credentialType=BEARER: set the option tokenSource or"
              + " bearerToken");
    }
    return () -> new IssuedToken(token, Instant.now().plus(UNKNOWN_LIFETIME));
  }
}
