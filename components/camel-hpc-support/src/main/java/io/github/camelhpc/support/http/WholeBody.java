package io.github.camelhpc.support.http;

import java.io.IOException;
import java.io.OutputStream;
import org.apache.hc.core5.concurrent.Cancellable;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;

/**
 * A body that reaches the server whole or broken off: when its source fails, HttpCore ends what was
 * written as if that were all, and a service would take half of it for the whole.
 */
final class WholeBody extends HttpEntityWrapper {

  private final Cancellable request;

  /**
   * @param request closes the connection when it is cancelled
   */
  WholeBody(HttpEntity body, Cancellable request) {
    super(body);
    this.request = request;
  }

  @Override
  public void writeTo(OutputStream out) throws IOException {
    boolean whole = false;
    try {
      super.writeTo(out);
      whole = true;
    } finally {
      if (!whole) {
        request.cancel();
      }
    }
  }
}
