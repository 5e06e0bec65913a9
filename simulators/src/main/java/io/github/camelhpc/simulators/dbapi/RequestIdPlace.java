package io.github.camelhpc.simulators.dbapi;

/** Where the first answer to a query has the id of the request (facts/dbapi.md §4). */
public enum RequestIdPlace {
  /** A member of the body. */
  BODY,
  /** A member of {@code status}. */
  STATUS,
  /** A response header. */
  HEADER
}
