package io.github.camelhpc.support.http;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import org.apache.hc.client5.http.utils.DateUtils;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;

/** A successful answer, whose body is read from the socket; to be closed. */
public final class ServiceResponse implements Closeable {

  private final ClassicHttpResponse response;
  private final long maxSize;

  ServiceResponse(ClassicHttpResponse response, long maxSize) {
    this.response = response;
    this.maxSize = maxSize;
  }

  /** The HTTP status, 200 to 299. */
  public int status() {
    return response.getCode();
  }

  /** The first header of this name, without regard to case, or null if there is none. */
  public String header(String name) {
    Header header = response.getFirstHeader(name);
    return header == null ? null : header.getValue();
  }

  /** The server's time when it answered, from the header {@code Date}, or null. */
  public Instant serverTime() {
    return DateUtils.parseStandardDate(response, HttpHeaders.DATE);
  }

  /** The body, of any size. */
  public InputStream stream() throws IOException {
    HttpEntity entity = response.getEntity();
    return entity == null ? InputStream.nullInputStream() : entity.getContent();
  }

  /** The body, for what is collected in memory: fails beyond {@code maxResponseSize}. */
  public InputStream body() throws IOException {
    return new LimitedInputStream(stream(), maxSize);
  }

  @Override
  public void close() throws IOException {
    response.close();
  }
}
