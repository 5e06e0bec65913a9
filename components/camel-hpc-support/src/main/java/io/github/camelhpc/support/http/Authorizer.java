package io.github.camelhpc.support.http;

import java.io.IOException;
import org.apache.hc.core5.http.ClassicHttpRequest;

/**
 * Adds what proves who asks, to a request whose origin has been checked. One that is {@link
 * java.io.Closeable} is closed with the connection that it is used for.
 */
@FunctionalInterface
public interface Authorizer {

  /** Adds nothing, as with NTLM, which the HTTP client does by itself. */
  Authorizer NONE = request -> {};

  /**
   * Adds the credentials, usually as a header. It is called anew for each attempt, when all other
   * headers and the body are there.
   *
   * @throws AuthorizationFailedException if there are no credentials
   */
  void authorize(ClassicHttpRequest request) throws IOException;

  /**
   * The service answered with 401. If there may be new credentials now, the request is authorised
   * and sent once more, provided that its body is still there.
   *
   * @param request what was refused, with its credentials
   * @param answer what the service said
   * @return whether to send it once more; never by default
   */
  default boolean refused(ClassicHttpRequest request, FailedResponse answer) throws IOException {
    return false;
  }
}
