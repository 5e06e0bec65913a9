package io.github.camelhpc.support.token;

import java.time.Instant;

/**
 * A token of an identity service.
 *
 * @param value what is sent; a secret
 * @param expiresOn when the service begins to refuse it
 */
public record IssuedToken(String value, Instant expiresOn) {

  @Override
  public String toString() {
    return "IssuedToken[expiresOn=" + expiresOn + "]";
  }
}
