package io.github.camelhpc.support.status;

import java.time.Duration;

/** What was waited for did not end in time. */
public class WaitTimedOutException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Duration timeout;

  public WaitTimedOutException(String id, Duration timeout, Exception lastFailure) {
    super(
        id
            + " was not done within "
            + timeout.toMillis()
            + " ms"
            + (lastFailure == null
                ? ""
                : "; the last question about it failed: " + lastFailure.getMessage()),
        lastFailure);
    this.timeout = timeout;
  }

  /** How long was waited. */
  public Duration timeout() {
    return timeout;
  }
}
