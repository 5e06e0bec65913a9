package io.github.camelhpc.test.fault;

import io.github.camelhpc.support.http.ForeignOriginException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.apache.camel.http.base.HttpOperationFailedException;

/** How a call ends. */
public enum Ending {
  /** The whole answer was read. */
  DELIVERED(null, "", "delivered"),
  CANNOT_CONNECT(ConnectException.class, "cannot be reached", "`ConnectException`"),
  BROKEN_OFF(IOException.class, "broke the connection off", "`IOException`, broken off"),
  TIMED_OUT(
      SocketTimeoutException.class, "see the option responseTimeout", "`SocketTimeoutException`"),
  TLS_FAILED(SSLException.class, "check host, scheme and port", "`SSLException`"),
  NO_TLS_VERSION(
      SSLHandshakeException.class, "check the TLS versions", "`SSLHandshakeException`, version"),
  UNTRUSTED(SSLHandshakeException.class, "trust store", "`SSLHandshakeException`, trust"),
  UNREADABLE(IOException.class, "", "`IOException`, unreadable"),
  TOO_LARGE(IOException.class, "than 100000 bytes", "`IOException`, too large"),
  HEADERS_TOO_LARGE(IOException.class, "header", "`IOException`, headers too large"),
  FOREIGN_HOST(
      ForeignOriginException.class, "is not the configured serviceUrl", "`ForeignOriginException`"),
  HTTP_302(302),
  HTTP_400(400),
  HTTP_401(401),
  HTTP_403(403),
  HTTP_404(404),
  HTTP_409(409),
  HTTP_413(413),
  HTTP_429(429),
  HTTP_500(500),
  HTTP_503(503);

  private final Class<? extends Throwable> type;
  private final String words;
  private final String text;

  Ending(Class<? extends Throwable> type, String words, String text) {
    this.type = type;
    this.words = words;
    this.text = text;
  }

  Ending(int status) {
    this(HttpOperationFailedException.class, "HTTP status " + status, "HTTP " + status);
  }

  /** Whether this is how something failed, or that which caused the failure. */
  boolean fits(Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (type != null && type.isInstance(t) && String.valueOf(t.getMessage()).contains(words)) {
        return true;
      }
    }
    return type == null && failure == null;
  }

  /** What the table says. */
  public String text() {
    return text;
  }
}
