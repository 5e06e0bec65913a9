package io.github.camelhpc.hpcpack.wire;

import java.io.IOException;

/**
 * An answer is malformed, cut off, or not of the kind asked for. The message is a sentence with the
 * place. A failure of the connection is another {@link IOException}.
 */
public final class WireFormatException extends IOException {

  private static final long serialVersionUID = 1L;

  /** With what is wrong and where. */
  public WireFormatException(String message) {
    super(message);
  }

  /** With what is wrong and where, and what the parser said. */
  public WireFormatException(String message, Throwable cause) {
    super(message, cause);
  }
}
