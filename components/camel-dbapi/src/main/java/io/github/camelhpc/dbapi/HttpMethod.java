package io.github.camelhpc.dbapi;

/** How {@code call} asks; the service knows no other methods (facts/dbapi.md §0). */
public enum HttpMethod {
  /** Without a body. */
  GET,
  /** With the message's body as JSON. */
  POST
}
