package io.github.camelhpc.hpcsoa.wire;

import io.github.camelhpc.hpcsoa.model.EndOfResponses;
import io.github.camelhpc.hpcsoa.model.SoaResponse;
import java.io.Closeable;
import java.util.Iterator;

/**
 * The responses of a batch, one at a time as they come, in the memory of one. {@link #hasNext()}
 * waits until the next response is there completely. The stream is closed at its end and at a
 * failure; whoever stops before closes the reader. For one thread at a time.
 */
public interface ResponseReader extends Iterator<SoaResponse>, Closeable {

  /**
   * {@inheritDoc}
   *
   * @throws SoaReadException if the stream breaks off, is malformed, or says that responses are
   *     missing; again at every further call
   */
  @Override
  boolean hasNext();

  /**
   * How the responses ended; there also when they ended too early with a reason.
   *
   * @throws IllegalStateException before the end was read
   */
  EndOfResponses end();

  /** How many responses have been handed out. */
  long delivered();
}
