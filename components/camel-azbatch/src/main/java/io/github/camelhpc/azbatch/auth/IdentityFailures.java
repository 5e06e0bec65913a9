package io.github.camelhpc.azbatch.auth;

import io.github.camelhpc.support.http.AuthorizationFailedException;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/**
 * Tells why there is no token, and what to change, without secrets.
 *
 * @param source where the token should have come from
 * @param options what to check
 * @param secret what must not be shown, or null
 */
record IdentityFailures(String source, String options, String secret) {

  private static final int MAX_REASON = 500;

  static IdentityFailures of(RegisteredApplication application) {
    String host = application.authorityHost();
    return new IdentityFailures(
        host == null ? "Microsoft Entra ID" : host,
        "the options tenantId, clientId and clientSecret"
            + (host == null ? "" : ", and authorityHost"),
        application.clientSecret());
  }

  static IdentityFailures ofCredential() {
    return new IdentityFailures(
        "the TokenCredential", "the option tokenCredential, or the environment it looks at", null);
  }

  AuthorizationFailedException explained(Throwable failure) {
    List<Throwable> chain = Stream.iterate(failure, e -> e != null, Throwable::getCause).toList();
    boolean tls = chain.stream().anyMatch(SSLException.class::isInstance);
    return new AuthorizationFailedException(
        "azbatch gets no access token from "
            + source
            + " ("
            + reason(chain.get(chain.size() - 1))
            + "); check "
            + (tls ? "the option sslContextParameters" : options),
        chain.stream().anyMatch(e -> hasSecret(e.toString())) ? null : failure);
  }

  private String reason(Throwable root) {
    String text = root.getMessage() == null ? root.toString() : root.getMessage();
    String shown = hasSecret(text) ? text.replace(secret, "***") : text;
    String line = shown.strip().replaceAll("\\s+", " ").replaceFirst("[.]$", "");
    return line.length() <= MAX_REASON ? line : line.substring(0, MAX_REASON) + "…";
  }

  private boolean hasSecret(String text) {
    return secret != null && text.contains(secret);
  }

  @Override
  public String toString() {
    return "IdentityFailures[" + source + "]";
  }
}
