package io.github.camelhpc.hpcsoa.wire;

import java.io.IOException;

/**
 * What the service sent is malformed, cut off, too large, or not of the kind asked for. The message
 * is a sentence with the place. A failure of the connection is another {@link IOException}.
 */
public final class SoaFormatException extends IOException {

  private static final long serialVersionUID = 1L;

  private final long offset;

  /** With what is wrong and the bytes before the place where that was found. */
  public SoaFormatException(String message, long offset) {
    this(message, offset, null);
  }

  /**
   * With what is wrong, the bytes before the place where that was found, and what a parser said.
   */
  public SoaFormatException(String message, long offset, Throwable cause) {
    super("%s (at byte %d)".formatted(message, offset), cause);
    this.offset = offset;
  }

  /**
   * The place: how many bytes come before it. For XML in another encoding than UTF-8 the place can
   * be some bytes away.
   */
  public long offset() {
    return offset;
  }
}
