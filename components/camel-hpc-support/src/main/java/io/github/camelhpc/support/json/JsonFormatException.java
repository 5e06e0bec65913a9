package io.github.camelhpc.support.json;

import java.io.IOException;

/**
 * JSON is malformed, cut off, too deep, or not of the kind asked for. The message is a sentence
 * with the place. A failure of the connection is another {@link IOException}.
 */
public final class JsonFormatException extends IOException {

  private static final long serialVersionUID = 1L;

  /** With what is wrong and where, and what the parser said, or null. */
  public JsonFormatException(String message, Throwable cause) {
    super(message, cause);
  }
}
