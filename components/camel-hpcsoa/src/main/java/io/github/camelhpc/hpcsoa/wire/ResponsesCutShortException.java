package io.github.camelhpc.hpcsoa.wire;

import io.github.camelhpc.hpcsoa.model.EndOfResponses;
import java.io.IOException;

/**
 * The service ended the responses early, because the batch was purged or was idle for too long
 * (facts/hpcsoa.md §4). All responses before the end were read.
 */
public final class ResponsesCutShortException extends IOException {

  private static final long serialVersionUID = 1L;

  private final transient EndOfResponses end;

  ResponsesCutShortException(EndOfResponses end) {
    super(sentence(end));
    this.end = end;
  }

  private static String sentence(EndOfResponses end) {
    return EndOfResponses.CLIENT_PURGED.equalsIgnoreCase(end.reason())
        ? "the batch was purged while its responses were read (ClientPurged)"
        : "the batch was idle for longer than ClientIdleTimeout allows (ClientTimeout)";
  }

  /** What the service said at the end. */
  public EndOfResponses end() {
    return end;
  }
}
