package io.github.camelhpc.support.http;

import java.io.IOException;

/**
 * There are no credentials for a request, so it was not sent. It is no failure of the connection to
 * the service: the request is not tried again, and not at another URL.
 */
public class AuthorizationFailedException extends IOException {

  private static final long serialVersionUID = 1L;

  /**
   * @param message what to change, without secrets
   */
  public AuthorizationFailedException(String message, Throwable cause) {
    super(message, cause);
  }
}
