package io.github.camelhpc.simulators.dbapi;

/**
 * What the answers hold that come while a request is processed. It is not documented
 * (facts/dbapi.md §9), so a client has to cope with all. Once the last answer of a request was
 * given, the next ones hold the whole result.
 */
public enum Increments {
  /** What has not been given yet. */
  NEW,
  /** Everything so far. */
  EVERYTHING,
  /** What has not been given yet, and once more what the answer before gave for the first time. */
  REPEATED
}
