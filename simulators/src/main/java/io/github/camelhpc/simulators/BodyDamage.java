package io.github.camelhpc.simulators;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/** What a fault does to an answer that the service has already made. */
enum BodyDamage {
  /** The connection is closed after half of the announced body. */
  RESET {
    @Override
    void send(RoutingContext context, Buffer body) {
      HttpServerResponse response = context.response();
      if (body.length() == 0) {
        context.<Order>get(KEY).cutOff.run();
        return;
      }
      response.putHeader("Content-Length", String.valueOf(body.length()));
      response
          .write(body.slice(0, body.length() / 2))
          .onComplete(written -> context.request().connection().close());
    }
  },

  /** The body ends too early, but the answer says that it is complete. */
  TRUNCATE {
    @Override
    void send(RoutingContext context, Buffer body) {
      context.response().end(body.slice(0, body.length() / 2));
    }
  },

  /** The body is nothing that any parser takes. */
  MALFORM {
    @Override
    void send(RoutingContext context, Buffer body) {
      context.response().end(Buffer.buffer("{<[\"this is neither JSON nor XML"));
    }
  };

  private static final String KEY = BodyDamage.class.getName();

  abstract void send(RoutingContext context, Buffer body);

  static BodyDamage of(RoutingContext context) {
    Order order = context.get(KEY);
    return order == null ? null : order.damage;
  }

  /**
   * Makes it happen to the answer of this request.
   *
   * @param cutOff closes the connection instead of an answer
   */
  void orderFor(RoutingContext context, Runnable cutOff) {
    context.put(KEY, new Order(this, cutOff));
  }

  private record Order(BodyDamage damage, Runnable cutOff) {}
}
