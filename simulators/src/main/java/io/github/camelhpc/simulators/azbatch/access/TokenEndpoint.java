package io.github.camelhpc.simulators.azbatch.access;

import io.github.camelhpc.simulators.AccessTokens;
import io.github.camelhpc.simulators.Answer;
import io.github.camelhpc.simulators.SimulatorClock;
import io.github.camelhpc.simulators.azbatch.AccountCredentials;
import io.github.camelhpc.simulators.azbatch.AzBatchSettings;
import io.vertx.core.MultiMap;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What clients ask of {@code https://login.microsoftonline.com} to get a token for an application:
 * the endpoint itself, and the two documents by which libraries find it.
 */
public final class TokenEndpoint {

  /** The only thing that tokens are given out for (facts/azbatch.md §7.2). */
  public static final String SCOPE = "https://batch.core.windows.net/.default";

  private static final String TOKEN = "/([^/]+)/oauth2/v2\\.0/token";
  private static final String CONFIGURATION = "/([^/]+)/v2\\.0/\\.well-known/openid-configuration";
  private static final String INSTANCES = "/common/discovery/instance";
  private static final Pattern PATHS =
      Pattern.compile(TOKEN + "|" + CONFIGURATION + "|" + INSTANCES);

  private final AccountCredentials credentials;
  private final Duration tokenLifetime;
  private final AccessTokens tokens;
  private final SimulatorClock clock;

  public TokenEndpoint(AzBatchSettings settings, AccessTokens tokens, SimulatorClock clock) {
    credentials = settings.credentials();
    tokenLifetime = settings.tokenLifetime();
    this.tokens = tokens;
    this.clock = clock;
  }

  /** Whether the path is one of its resources. */
  public static boolean serves(String path) {
    return PATHS.matcher(path).matches();
  }

  /** Adds its routes. */
  public void mount(Router router) {
    router.postWithRegex(TOKEN).handler(this::token);
    router.getWithRegex(CONFIGURATION).handler(this::configuration);
    router.get(INSTANCES).handler(this::instances);
  }

  private void token(RoutingContext context) {
    MultiMap form = context.request().formAttributes();
    if (!isTenant(context)) {
      refuse(context, 400, "invalid_request", 90002, "Tenant '" + tenant(context) + "' not found.");
    } else if (!"client_credentials".equals(form.get("grant_type"))) {
      refuse(context, 400, "unsupported_grant_type", 70003, "Use the grant client_credentials.");
    } else if (!credentials.clientId().equals(form.get("client_id"))) {
      refuse(context, 400, "unauthorized_client", 700016, "There is no such application.");
    } else if (!credentials.clientSecret().equals(form.get("client_secret"))) {
      refuse(context, 401, "invalid_client", 7000215, "Invalid client secret provided.");
    } else if (!asksFor(SCOPE, form.get("scope"))) {
      refuse(context, 400, "invalid_scope", 1002012, "The scope must be " + SCOPE + ".");
    } else {
      long seconds = tokenLifetime.toSeconds();
      String token = tokens.issue(clock.now(), tokenLifetime);
      send(
          context,
          200,
          new JsonObject()
              .put("token_type", "Bearer")
              .put("expires_in", seconds)
              .put("ext_expires_in", seconds)
              .put("access_token", token));
    }
  }

  /** Libraries add openid, profile and offline_access, which mean nothing for an application. */
  private static boolean asksFor(String scope, String scopes) {
    return scopes != null && List.of(scopes.split(" ")).contains(scope);
  }

  private void refuse(RoutingContext context, int status, String error, int code, String text) {
    JsonObject body =
        new JsonObject()
            .put("error", error)
            .put("error_description", "AADSTS" + code + ": " + text)
            .put("error_codes", new JsonArray().add(code))
            .put("timestamp", clock.now().toString())
            .put("trace_id", UUID.randomUUID().toString())
            .put("correlation_id", UUID.randomUUID().toString());
    send(context, status, body);
  }

  private void configuration(RoutingContext context) {
    if (!isTenant(context)) {
      refuse(context, 400, "invalid_tenant", 90002, "Tenant '" + tenant(context) + "' not found.");
      return;
    }
    String authority = origin(context) + "/" + credentials.tenantId();
    send(
        context,
        200,
        new JsonObject()
            .put("issuer", authority + "/v2.0")
            .put("token_endpoint", authority + "/oauth2/v2.0/token")
            .put("authorization_endpoint", authority + "/oauth2/v2.0/authorize")
            .put("device_authorization_endpoint", authority + "/oauth2/v2.0/devicecode")
            .put("jwks_uri", authority + "/discovery/v2.0/keys")
            .put("token_endpoint_auth_methods_supported", new JsonArray().add("client_secret_post"))
            .put("response_types_supported", new JsonArray().add("token"))
            .put("subject_types_supported", new JsonArray().add("pairwise"))
            .put("id_token_signing_alg_values_supported", new JsonArray().add("RS256")));
  }

  private void instances(RoutingContext context) {
    String host = context.request().authority().toString();
    send(
        context,
        200,
        new JsonObject()
            .put(
                "tenant_discovery_endpoint",
                origin(context)
                    + "/"
                    + credentials.tenantId()
                    + "/v2.0/.well-known/openid-configuration")
            .put("api-version", "1.1")
            .put(
                "metadata",
                new JsonArray()
                    .add(
                        new JsonObject()
                            .put("preferred_network", host)
                            .put("preferred_cache", host)
                            .put("aliases", new JsonArray().add(host)))));
  }

  private static void send(RoutingContext context, int status, JsonObject body) {
    Answer.of(status, "application/json; charset=utf-8", body.toBuffer())
        .withHeader("Cache-Control", "no-store, no-cache")
        .send(context);
  }

  private static String origin(RoutingContext context) {
    return context.request().scheme() + "://" + context.request().authority();
  }

  private boolean isTenant(RoutingContext context) {
    return credentials.tenantId().equalsIgnoreCase(tenant(context));
  }

  private static String tenant(RoutingContext context) {
    return context.pathParam("param0");
  }
}
