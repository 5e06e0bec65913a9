package io.github.camelhpc.hpcsoa;

import io.github.camelhpc.hpcsoa.model.SoaResponse;
import io.github.camelhpc.hpcsoa.wire.ResponseReader;
import io.github.camelhpc.hpcsoa.wire.SoaReadException;
import java.io.Closeable;
import java.io.IOException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The responses of a batch as the body of a message: read from the socket as it is iterated over,
 * one in memory at a time. Closing it, which the end of the exchange does too, closes the
 * connection and does what is to be done afterwards, once.
 */
final class SoaResponses implements Iterator<SoaResponse>, Closeable {

  private static final Logger LOG = LoggerFactory.getLogger(SoaResponses.class);

  private final String operation;
  private final ResponseReader reader;
  private final Runnable afterwards;
  private final CompletableFuture<Map<String, Object>> ending = new CompletableFuture<>();
  private volatile boolean closed;

  /**
   * @param operation how messages name the operation
   * @param reader closes the connection when it is closed
   * @param afterwards what is to be done when nothing is read any more
   */
  SoaResponses(String operation, ResponseReader reader, Runnable afterwards) {
    this.operation = operation;
    this.reader = reader;
    this.afterwards = afterwards;
  }

  /**
   * @throws io.github.camelhpc.hpcsoa.wire.SoaReadException if the stream breaks off, is malformed,
   *     or says that responses are missing
   */
  @Override
  public boolean hasNext() {
    if (closed) {
      return false;
    }
    boolean more = read(reader::hasNext);
    if (!more) {
      Map<String, Object> headers = new HashMap<>();
      headers.put(HpcSoaConstants.RESPONSE_COUNT, reader.end().count());
      headers.put(HpcSoaConstants.END_REASON, reader.end().reason());
      ending.complete(headers);
      close();
    }
    return more;
  }

  @Override
  public SoaResponse next() {
    return read(reader::next);
  }

  private <T> T read(Supplier<T> step) {
    try {
      return step.get();
    } catch (SoaReadException e) {
      throw e.during(operation);
    }
  }

  /** Whether it was not closed before. */
  boolean isReadToTheEnd() {
    return ending.isDone();
  }

  /** The headers that tell how the responses ended, once they are read. */
  CompletionStage<Map<String, Object>> ending() {
    return ending;
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      reader.close();
    } catch (IOException e) {
      LOG.debug("The responses could not be closed", e);
    } finally {
      afterwards.run();
    }
  }
}
