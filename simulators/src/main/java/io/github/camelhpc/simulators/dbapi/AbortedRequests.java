package io.github.camelhpc.simulators.dbapi;

/** What getStatus tells of an aborted request; it is not documented. */
public enum AbortedRequests {
  /** 200 with {@code aborted} true and {@code completed} false. */
  NOT_COMPLETED,
  /** 200 with both true. */
  COMPLETED,
  /** Its response is not present in the cache. */
  FORGOTTEN
}
