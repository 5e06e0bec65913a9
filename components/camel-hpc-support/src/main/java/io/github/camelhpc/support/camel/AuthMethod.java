package io.github.camelhpc.support.camel;

/** How a user is authenticated. */
public enum AuthMethod {
  /** HTTP Basic, sent with the first request. */
  BASIC,
  /** NTLM, by the HTTP client. */
  NTLM
}
