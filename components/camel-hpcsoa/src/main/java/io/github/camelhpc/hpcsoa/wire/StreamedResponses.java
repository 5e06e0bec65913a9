package io.github.camelhpc.hpcsoa.wire;

import io.github.camelhpc.hpcsoa.model.EndOfResponses;
import io.github.camelhpc.hpcsoa.model.SoaResponse;
import java.io.IOException;
import java.util.NoSuchElementException;

/** What both formats have in common: the iteration, and what makes an end a good one. */
abstract class StreamedResponses implements ResponseReader {

  /** The action of the message that ends the responses (facts/hpcsoa.md §3.1). */
  static final String END_ACTION = "http://hpc.microsoft.com/EndOfGetResponse";

  /** The action of the message that a broker is down (facts/hpcsoa.md §3.2). */
  static final String BROKER_UNAVAILABLE_ACTION =
      "http://hpc.microsoft.com/BrokerInstanceUnavailable";

  private final long count;
  private SoaResponse next;
  private long read;
  private long delivered;
  private EndOfResponses end;
  private boolean ended;
  private IOException failure;

  StreamedResponses(ResponseOptions options) {
    this.count = options.count();
  }

  /**
   * Reads the next response, or to the very end of the stream.
   *
   * @return {@code null} at the end, before which {@link #ended} was told of the end message
   */
  abstract SoaResponse read() throws IOException;

  /** How many bytes come before what is read next. */
  abstract long offset();

  /** To be told of the end message. */
  final void ended(EndOfResponses message) {
    end = message;
  }

  final boolean hasEndMessage() {
    return end != null;
  }

  /** How many responses have been read. */
  final long count() {
    return read;
  }

  @Override
  public final boolean hasNext() {
    if (failure != null) {
      throw new SoaReadException(failure, delivered);
    }
    if (next == null && !ended) {
      advance();
    }
    return next != null;
  }

  @Override
  public final SoaResponse next() {
    if (!hasNext()) {
      throw new NoSuchElementException("all responses have been read");
    }
    SoaResponse response = next;
    next = null;
    delivered++;
    return response;
  }

  private void advance() {
    try {
      next = read();
      if (next != null) {
        read++;
        return;
      }
      requireGoodEnd();
      ended = true;
      close();
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private void requireGoodEnd() throws IOException {
    if (end == null) {
      // a read that was limited by a count may come without an end message
      if (count <= 0 || read < count) {
        throw new SoaFormatException(
            "the responses break off without the message that ends them", offset());
      }
      end = new EndOfResponses(read, EndOfResponses.SUCCESS);
    }
    if (end.premature()) {
      throw new ResponsesCutShortException(end);
    }
  }

  private SoaReadException failed(IOException cause) {
    failure = cause;
    SoaReadException exception = new SoaReadException(cause, delivered);
    try {
      close();
    } catch (IOException e) {
      exception.addSuppressed(e);
    }
    return exception;
  }

  /** To be told that no more can be read, because the reader was closed. */
  final void closed() {
    if (!ended && failure == null) {
      failure = new IOException("the reader was closed before the end of the responses");
      next = null;
    }
  }

  @Override
  public final EndOfResponses end() {
    if (end == null || !ended && failure == null) {
      throw new IllegalStateException("the responses have not been read to their end");
    }
    return end;
  }

  @Override
  public final long delivered() {
    return delivered;
  }
}
