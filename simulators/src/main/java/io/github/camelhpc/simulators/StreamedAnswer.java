package io.github.camelhpc.simulators;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;

/**
 * An answer that is written piece by piece, whatever its size. To be used on the event loop of its
 * request only.
 */
public final class StreamedAnswer {

  /** A fault that damages the body needs to know its size; this much of it is held back. */
  private static final int MAX_DAMAGED_BYTES = 1 << 20;

  private final RoutingContext context;
  private final HttpServerResponse response;
  private final BodyDamage damage;
  private final Buffer held = Buffer.buffer();
  private boolean over;

  private StreamedAnswer(RoutingContext context) {
    this.context = context;
    response = context.response();
    damage = BodyDamage.of(context);
  }

  /**
   * Sends the status and the headers at once, so that the client knows that it is being served.
   *
   * @param status the HTTP status
   * @param contentType the body's type, or null if there is no body
   * @param beginning what the body begins with; may be empty
   */
  public static StreamedAnswer begin(
      RoutingContext context, int status, String contentType, Buffer beginning) {
    StreamedAnswer answer = new StreamedAnswer(context);
    answer.response.setStatusCode(status);
    if (contentType != null) {
      answer.response.putHeader("Content-Type", contentType);
    }
    if (answer.damage == null) {
      answer.response.setChunked(true);
      answer.response.exceptionHandler(lost -> answer.over = true);
    }
    answer.write(beginning);
    return answer;
  }

  /** Writes a piece; nothing happens if the answer is over. */
  public void write(Buffer piece) {
    if (isOver()) {
      return;
    }
    if (damage == null) {
      response.write(piece);
    } else {
      held.appendBuffer(piece);
      if (held.length() > MAX_DAMAGED_BYTES) {
        sendDamaged();
      }
    }
  }

  private void sendDamaged() {
    over = true;
    damage.send(context, held);
  }

  /** Whether the client reads more slowly than this server writes. */
  public boolean isFull() {
    return damage == null && response.writeQueueFull();
  }

  /** Runs the action when a full answer can take more. */
  public void onDrain(Runnable action) {
    response.drainHandler(drained -> action.run());
  }

  /** Runs the action when the connection is lost before the answer is complete. */
  public void onClosed(Runnable action) {
    response.closeHandler(
        closed -> {
          over = true;
          action.run();
        });
  }

  /** Whether nothing more can be written. */
  public boolean isOver() {
    return over || response.ended() || response.closed();
  }

  /** Completes the answer. */
  public void end() {
    if (isOver()) {
      return;
    }
    if (damage == null) {
      over = true;
      response.end();
    } else {
      sendDamaged();
    }
  }

  /**
   * Closes the connection, or the stream of HTTP/2, so that the client sees that the answer is not
   * complete.
   */
  public void cutOff() {
    over = true;
    if (context.request().version() == HttpVersion.HTTP_2) {
      response.reset();
    } else {
      context.request().connection().close();
    }
  }
}
