package io.github.camelhpc.support.http;

import java.io.IOException;
import org.apache.hc.core5.http.ClassicHttpRequest;

/** Adds what proves who asks, to a request whose origin has been checked. */
@FunctionalInterface
public interface Authorizer {

  /** Adds nothing, as with NTLM, which the HTTP client does by itself. */
  Authorizer NONE = request -> {};

  /** Adds the credentials, usually as a header. */
  void authorize(ClassicHttpRequest request) throws IOException;
}
