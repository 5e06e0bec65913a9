package io.github.camelhpc.simulators.azbatch.access;

import io.github.camelhpc.simulators.AccessTokens;
import io.github.camelhpc.simulators.azbatch.AzBatchSettings;
import io.github.camelhpc.simulators.azbatch.BatchFault;
import io.vertx.core.http.HttpServerRequest;
import java.time.Instant;

/** Lets those in who have the account's key or a token (facts/azbatch.md §7). */
public final class AccountAccess {

  private static final String RESOURCE = "https://batch.core.windows.net/";

  private final SharedKey sharedKey;
  private final AccessTokens tokens;
  private final String clientId;
  private final String tenantId;

  public AccountAccess(AzBatchSettings settings, AccessTokens tokens) {
    this.tokens = tokens;
    clientId = settings.credentials().clientId();
    tenantId = settings.credentials().tenantId();
    sharedKey = new SharedKey(settings.credentials(), settings.signatureWindow());
  }

  /**
   * Accepts the request, or refuses it.
   *
   * @return who sent it: the name of the account, or the id of the client that has the token
   * @throws BatchFault 400, 401 or 403
   */
  public String check(HttpServerRequest request, Instant now) {
    String authorization = request.getHeader("Authorization");
    if (authorization == null) {
      throw unauthorized("The request has no header Authorization.");
    }
    int blank = authorization.indexOf(' ');
    String scheme = blank < 0 ? authorization : authorization.substring(0, blank);
    String credentials = blank < 0 ? "" : authorization.substring(blank + 1).trim();
    if (scheme.equalsIgnoreCase("SharedKey")) {
      return sharedKey.verify(request, credentials, now);
    }
    if (!scheme.equalsIgnoreCase("Bearer")) {
      throw SharedKey.malformed(
          "The scheme of the header Authorization must be SharedKey or Bearer.");
    }
    if (!tokens.accepts(credentials, now)) {
      throw unauthorized("The token has expired, was revoked, or was not issued here.");
    }
    return clientId;
  }

  /**
   * What the header {@code WWW-Authenticate} of a refusal says.
   *
   * @param origin where the client finds the simulator
   */
  public String challenge(String origin) {
    return "Bearer authorization_uri=\"%s/%s\", resource_id=\"%s\""
        .formatted(origin, tenantId, RESOURCE);
  }

  private static BatchFault unauthorized(String detail) {
    return BatchFault.of(401, "AuthenticationFailed", "Server failed to authenticate the request.")
        .with("AuthenticationErrorDetail", detail);
  }
}
