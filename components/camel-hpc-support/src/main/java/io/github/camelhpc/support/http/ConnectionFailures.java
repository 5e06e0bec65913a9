package io.github.camelhpc.support.http;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.time.Duration;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.MessageConstraintException;

/** What a failed connection means: whether to try again, and what to tell the user. */
final class ConnectionFailures {

  private ConnectionFailures() {}

  /** Whether the server cannot have seen the request. */
  static boolean isBeforeSending(Exception e) {
    return e instanceof ConnectException
        || e instanceof ConnectTimeoutException
        || e instanceof UnknownHostException
        || e instanceof NoRouteToHostException
        || e instanceof ConnectionRequestTimeoutException;
  }

  /** Whether another attempt may go better. */
  static boolean isTransient(IOException e) {
    return !(e instanceof SSLException
        || e instanceof ForeignOriginException
        || e instanceof AuthorizationFailedException);
  }

  /** The same failure, of the same type where it is a common one, in words that name what to do. */
  static IOException explained(Exception e, String operation, URI url, Duration responseTimeout) {
    String where = operation + ": " + url.getScheme() + "://" + url.getRawAuthority();
    if (e instanceof UnknownHostException) {
      return caused(
          new UnknownHostException(where + " is an unknown host; check the option serviceUrl"), e);
    }
    if (e instanceof ConnectTimeoutException
        || e instanceof ConnectException
        || e instanceof NoRouteToHostException) {
      return caused(
          new ConnectException(
              where
                  + " cannot be reached ("
                  + e.getMessage()
                  + "); check the option serviceUrl, and that the service is up"),
          e);
    }
    if (e instanceof ConnectionRequestTimeoutException) {
      return caused(
          new ConnectException(
              where + ": no connection became free; set the option maxConnections higher"),
          e);
    }
    if (e instanceof SocketTimeoutException) {
      return caused(
          new SocketTimeoutException(
              where
                  + " did not answer within "
                  + responseTimeout.toMillis()
                  + " ms; see the option responseTimeout"),
          e);
    }
    if (e instanceof SSLHandshakeException && hasCause(e, CertificateException.class)) {
      return caused(
          new SSLHandshakeException(
              where
                  + ": the TLS handshake failed ("
                  + e.getMessage()
                  + "); set the option sslContextParameters with a trust store that has the"
                  + " service's certificate"),
          e);
    }
    if (e instanceof SSLHandshakeException) {
      return caused(
          new SSLHandshakeException(
              where
                  + ": the TLS handshake failed ("
                  + e.getMessage()
                  + "); check the TLS versions that both sides allow, and host and port in the"
                  + " option serviceUrl"),
          e);
    }
    if (e instanceof SSLException) {
      return caused(
          new SSLException(
              where
                  + ": TLS failed ("
                  + e.getMessage()
                  + "); check host, scheme and port in the option serviceUrl"),
          e);
    }
    if (hasCause(e, MessageConstraintException.class)) {
      return new IOException(
          where
              + ": the headers of the answer are too large ("
              + e.getMessage()
              + "); check the option serviceUrl, and the service's log",
          e);
    }
    return new IOException(
        where
            + " broke the connection off, or does not speak HTTP ("
            + e.getMessage()
            + "); check the option serviceUrl, and the service's log",
        e);
  }

  private static boolean hasCause(Throwable failure, Class<? extends Throwable> type) {
    Throwable cause = failure;
    while (cause != null && !type.isInstance(cause)) {
      cause = cause.getCause();
    }
    return cause != null;
  }

  private static <T extends IOException> T caused(T explained, Exception cause) {
    explained.initCause(cause);
    return explained;
  }
}
