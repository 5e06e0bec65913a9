package io.github.camelhpc.dbapi;

/** How requests are authorised (facts/dbapi.md §6). */
public enum CredentialType {
  /** By HTTP Basic: a user and password, or the authentication token of the user interface. */
  BASIC,
  /** By a token of Common Services. */
  BEARER,
  /** By tokens that Keycloak gives to a client with a secret. */
  KEYCLOAK
}
