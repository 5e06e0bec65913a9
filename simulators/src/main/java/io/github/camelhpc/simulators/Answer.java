package io.github.camelhpc.simulators;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A complete answer to a request.
 *
 * @param status the HTTP status
 * @param headers further headers
 * @param contentType the body's type, or null if there is no body
 * @param body the body, or null
 */
public record Answer(int status, Map<String, String> headers, String contentType, Buffer body) {

  public Answer {
    headers = Map.copyOf(headers);
  }

  /** An answer without a body. */
  public static Answer empty(int status) {
    return new Answer(status, Map.of(), null, null);
  }

  /** An answer with a body. */
  public static Answer of(int status, String contentType, Buffer body) {
    return new Answer(status, Map.of(), contentType, body);
  }

  /** The same answer with one more header. */
  public Answer withHeader(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Answer(status, more, contentType, body);
  }

  /** Sends it, damaged if a fault asks for that. */
  public void send(RoutingContext context) {
    HttpServerResponse response = context.response().setStatusCode(status);
    headers.forEach(response::putHeader);
    if (contentType != null) {
      response.putHeader("Content-Type", contentType);
    }
    BodyDamage damage = BodyDamage.of(context);
    if (damage != null) {
      damage.send(context, body == null ? Buffer.buffer() : body);
    } else if (body == null) {
      response.end();
    } else {
      response.end(body);
    }
  }
}
