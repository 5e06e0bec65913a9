package io.github.camelhpc.support.token;

import java.io.IOException;

/** Asks for a new token. It is never asked by two threads at once. */
@FunctionalInterface
public interface TokenSource {

  /**
   * @throws IOException if there is none; the message says what to change, and has no secret
   */
  IssuedToken fetch() throws IOException;
}
