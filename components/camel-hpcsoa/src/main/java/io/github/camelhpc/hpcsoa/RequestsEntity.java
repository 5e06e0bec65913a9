package io.github.camelhpc.hpcsoa;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.AbstractHttpEntity;

/** The requests of a batch, written to the socket as they are read; never twice. */
final class RequestsEntity extends AbstractHttpEntity {

  /** Writes all requests. */
  @FunctionalInterface
  interface Writing {
    void to(OutputStream out) throws IOException;
  }

  private final Writing writing;

  RequestsEntity(Writing writing) {
    super(ContentType.APPLICATION_OCTET_STREAM, null, true);
    this.writing = writing;
  }

  @Override
  public void writeTo(OutputStream out) throws IOException {
    writing.to(out);
  }

  @Override
  public boolean isRepeatable() {
    return false;
  }

  @Override
  public boolean isStreaming() {
    return true;
  }

  @Override
  public long getContentLength() {
    return -1;
  }

  @Override
  public InputStream getContent() {
    throw new UnsupportedOperationException("the requests are written, not read");
  }

  @Override
  public void close() {
    // what is read from belongs to the exchange
  }
}
