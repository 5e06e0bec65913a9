package io.github.camelhpc.simulators.dbapi;

import java.util.Objects;

/**
 * The client that gets tokens.
 *
 * @param realm the realm of the token endpoint
 * @param id the client's id
 * @param secret the client's secret; never written to a log or an answer
 */
public record KeycloakClient(String realm, String id, String secret) {

  public KeycloakClient {
    if (!Objects.requireNonNull(realm, "A client needs a realm.").matches("[\\w.-]+")) {
      throw new IllegalArgumentException("The realm cannot be '" + realm + "'.");
    }
    Objects.requireNonNull(id, "A client needs an id.");
    Objects.requireNonNull(secret, "A client needs a secret.");
  }

  /** The public default, with the default realm of the product (facts/dbapi.md §6). */
  static KeycloakClient defaults() {
    return new KeycloakClient("vsp360", "dbapi-client", "dbapi-secret");
  }

  @Override
  public String toString() {
    return "KeycloakClient[realm=" + realm + ", id=" + id + "]";
  }
}
