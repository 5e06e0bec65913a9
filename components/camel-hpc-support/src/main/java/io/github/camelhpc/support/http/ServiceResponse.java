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

/** An answer, whose body is read from the socket; to be closed. For one thread. */
public final class ServiceResponse implements Closeable {

  private static final Logger LOG = LoggerFactory.getLogger(ServiceResponse.class);
  private static final int SHORT_REST = 16 * 1024;

  private final ClassicHttpResponse response;
  private final String operation;
  private final long maxSize;
  private final UnaryOperator<IOException> explained;
  private InputStream content;
  private boolean broken;

  /**
   * @param operation how messages name the operation
   * @param explained puts a failure while the body is read into words
   */
  ServiceResponse(
      ClassicHttpResponse response,
      String operation,
      long maxSize,
      UnaryOperator<IOException> explained) {
    this.response = response;
    this.operation = operation;
    this.maxSize = maxSize;
    this.explained = explained;
  }

  /** The HTTP status; 200 to 299 if it is what the client gave. */
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
    return new ExplainingInputStream(content(), this::broken);
  }

  private IOException broken(IOException failure) {
    broken = true;
    return explained.apply(failure);
  }

  /** The body, for what is collected in memory: fails beyond {@code maxResponseSize}. */
  public LimitedInputStream body() throws IOException {
    return new LimitedInputStream(stream(), operation + ": the answer", maxSize);
  }

  /**
   * The body, for items that are read one by one: fails beyond {@code maxResponseSize} of one item.
   */
  public LimitedInputStream items() throws IOException {
    return new LimitedInputStream(stream(), operation + ": one entry of the answer", maxSize);
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
   * Gives the connection back. A short rest of the body is read, so that it can be used again. A
   * long one is not, and the connection is closed: the HTTP client itself would read all of it.
   */
  @Override
  public void close() throws IOException {
    // a stream that failed looks as if it were at its end
    if (!broken && isAtEnd()) {
      response.close();
    } else {
      abandon();
    }
  }

  private boolean isAtEnd() {
    try {
      // nearly always nothing is left
      return content().read() < 0 || isShort(content());
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
  byte[] firstBytes(int count) {
    try {
      return content().readNBytes(count);
    } catch (IOException e) {
      broken = true;
      LOG.debug("The body of a fault could not be read", e);
      return new byte[0];
    }
  }

  /** Always the same stream: a second one of the HTTP client does not know where the first is. */
  private InputStream content() throws IOException {
    if (content == null) {
      HttpEntity entity = response.getEntity();
      content = entity == null ? InputStream.nullInputStream() : entity.getContent();
    }
    return content;
  }
}
