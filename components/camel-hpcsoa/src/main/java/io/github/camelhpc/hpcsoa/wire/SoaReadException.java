package io.github.camelhpc.hpcsoa.wire;

import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * The responses could not be read on. The cause is a {@link SoaFormatException}, a {@link
 * ResponsesCutShortException}, a {@link BrokerUnavailableException}, or what the connection threw.
 * The responses before it were read completely.
 */
public final class SoaReadException extends UncheckedIOException {

  private static final long serialVersionUID = 1L;

  private final long delivered;

  SoaReadException(IOException cause, long delivered) {
    super(
        "the responses cannot be read after the first %d: %s"
            .formatted(delivered, cause.getMessage()),
        cause);
    this.delivered = delivered;
  }

  private SoaReadException(String operation, SoaReadException e) {
    super(operation + ": " + e.getMessage(), e.getCause());
    this.delivered = e.delivered;
  }

  /** The same with the name of the operation. */
  public SoaReadException during(String operation) {
    return new SoaReadException(operation, this);
  }

  /** How many responses were read before. */
  public long delivered() {
    return delivered;
  }
}
