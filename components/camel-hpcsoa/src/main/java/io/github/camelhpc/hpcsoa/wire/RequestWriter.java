package io.github.camelhpc.hpcsoa.wire;

import io.github.camelhpc.hpcsoa.model.SoaRequest;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;

/** Writes the requests of a batch as they come, in the memory of one. */
public interface RequestWriter {

  /**
   * Writes all requests and flushes the stream, but does not close it.
   *
   * @return how many requests were written
   * @throws IllegalArgumentException if a request cannot be sent as it is; those before it are
   *     written, so the stream is to be broken off
   */
  long write(Iterator<SoaRequest> requests, OutputStream out) throws IOException;
}
