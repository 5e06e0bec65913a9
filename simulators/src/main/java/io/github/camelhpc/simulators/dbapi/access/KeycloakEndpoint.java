package io.github.camelhpc.simulators.dbapi.access;

import io.github.camelhpc.simulators.AccessTokens;
import io.github.camelhpc.simulators.Answer;
import io.github.camelhpc.simulators.SimulatorClock;
import io.github.camelhpc.simulators.dbapi.DbapiSettings;
import io.github.camelhpc.simulators.dbapi.KeycloakClient;
import io.vertx.core.MultiMap;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.regex.Pattern;

/** The token endpoint of VSP 360's Keycloak (facts/dbapi.md §6). */
public final class KeycloakEndpoint {

  private final KeycloakClient client;
  private final Duration tokenLifetime;
  private final AccessTokens tokens;
  private final SimulatorClock clock;
  private final Pattern path;

  public KeycloakEndpoint(DbapiSettings settings, AccessTokens tokens, SimulatorClock clock) {
    client = settings.client();
    tokenLifetime = settings.tokenLifetime();
    this.tokens = tokens;
    this.clock = clock;
    // the facts do not say whether the prefix stands before this path too
    path =
        Pattern.compile(
            "(?:"
                + Pattern.quote(settings.prefix())
                + ")?"
                + "/auth/realms/(?<realm>[^/]+)/protocol/openid-connect/token");
  }

  /** Whether this is the path of it. */
  public boolean serves(String requestPath) {
    return path.matcher(requestPath).matches();
  }

  /** Adds its route. */
  public void mount(Router router) {
    router.postWithRegex(path.pattern()).handler(this::token);
  }

  private void token(RoutingContext context) {
    MultiMap form = context.request().formAttributes();
    if (!client.realm().equals(context.pathParam("realm"))) {
      send(context, 404, new JsonObject().put("error", "Realm does not exist"));
    } else if (!"client_credentials".equals(form.get("grant_type"))) {
      refuse(context, 400, "unsupported_grant_type", "Unsupported grant_type");
    } else if (!client.id().equals(form.get("client_id"))
        || !client.secret().equals(form.get("client_secret"))) {
      refuse(context, 401, "invalid_client", "Invalid client or Invalid client credentials");
    } else {
      send(
          context,
          200,
          new JsonObject()
              .put("access_token", tokens.issue(clock.now(), tokenLifetime))
              .put("expires_in", tokenLifetime.toSeconds())
              .put("refresh_expires_in", 0)
              .put("token_type", "Bearer")
              .put("not-before-policy", 0)
              .put("scope", "profile email"));
    }
  }

  private static void refuse(RoutingContext context, int status, String error, String text) {
    send(context, status, new JsonObject().put("error", error).put("error_description", text));
  }

  private static void send(RoutingContext context, int status, JsonObject body) {
    Answer.of(status, "application/json", body.toBuffer())
        .withHeader("Cache-Control", "no-store")
        .send(context);
  }
}
