package io.github.camelhpc.support.http;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.apache.hc.client5.http.utils.DateUtils;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.io.ModalCloseable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A successful answer, whose body is read from the socket; to be closed. */
public final class ServiceResponse implements Closeable {

  private static final Logger LOG = LoggerFactory.getLogger(ServiceResponse.class);
  private static final int SHORT_REST = 16 * 1024;

  private final ClassicHttpResponse response;
  private final long maxSize;
  private final UnaryOperator<IOException> explained;

  /**
   * @param explained puts a failure while the body is read into words
   */
  ServiceResponse(
      ClassicHttpResponse response, long maxSize, UnaryOperator<IOException> explained) {
    this.response = response;
    this.maxSize = maxSize;
    this.explained = explained;
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
    return new ExplainingInputStream(content(response), explained);
  }

  /** The body, for what is collected in memory: fails beyond {@code maxResponseSize}. */
  public InputStream body() throws IOException {
    return new LimitedInputStream(stream(), maxSize);
  }

  /** Gives the connection back; one whose body was left half-read is closed. */
  @Override
  public void close() throws IOException {
    release(response);
  }

  /**
   * Closes at once, whatever rest there is. {@link #close} waits for a short rest, which a service
   * that answers bit by bit may send much later.
   */
  public void abandon() throws IOException {
    if (response instanceof ModalCloseable modal) {
      modal.close(CloseMode.IMMEDIATE);
    } else {
      response.close();
    }
  }

  /**
   * A short rest is read, so that the connection can be used again. A long one is not: the HTTP
   * client itself would read all of it before it closes.
   */
  static void release(ClassicHttpResponse response) throws IOException {
    if (!isAtEnd(response) && response instanceof ModalCloseable modal) {
      modal.close(CloseMode.IMMEDIATE);
    } else {
      response.close();
    }
  }

  private static boolean isAtEnd(ClassicHttpResponse response) {
    try {
      InputStream body = content(response);
      // nearly always nothing is left
      return body.read() < 0 || isShort(body);
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean isShort(InputStream body) throws IOException {
    byte[] rest = new byte[SHORT_REST / 4];
    for (int read = 0, left = SHORT_REST; left > 0; left -= read) {
      read = body.read(rest);
      if (read < 0) {
        return true;
      }
    }
    return false;
  }

  /** The beginning of the body, as far as it can be read. */
  static byte[] firstBytes(ClassicHttpResponse response, int count) {
    try {
      return content(response).readNBytes(count);
    } catch (IOException e) {
      LOG.debug("The body of a fault could not be read", e);
      return new byte[0];
    }
  }

  private static InputStream content(ClassicHttpResponse response) throws IOException {
    HttpEntity entity = response.getEntity();
    return entity == null ? InputStream.nullInputStream() : entity.getContent();
  }
}
