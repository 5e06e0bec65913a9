package io.github.camelhpc.support.http;

import java.net.HttpURLConnection;

/** What became of the attempts to send one request, for whoever must know. Not for many threads. */
public final class Attempts {

  private static final int TOO_MANY_REQUESTS = 429;

  private boolean repeated;

  void failed(boolean sent, Exception failure) {
    repeated |= sent && !ConnectionFailures.isBeforeSending(failure) && !isRefusal(failure);
  }

  private static boolean isRefusal(Exception failure) {
    return failure instanceof ServiceOperationFailedException answered
        && (answered.getStatusCode() == TOO_MANY_REQUESTS
            || answered.getStatusCode() == HttpURLConnection.HTTP_UNAUTHORIZED);
  }

  /**
   * Whether the service may have performed an earlier attempt, whose answer was lost or was an
   * error of the server. Then a refusal of the last attempt may only tell of the first one's
   * success.
   */
  public boolean mayHaveSucceededBefore() {
    return repeated;
  }
}
