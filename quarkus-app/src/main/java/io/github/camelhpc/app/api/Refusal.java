package io.github.camelhpc.app.api;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.List;

/** Answers that say in a sentence why a request is not served, and nothing of the inside. */
final class Refusal {

  /** What no route is asked about, because none fits. */
  static final List<Integer> OF_THE_ROUTER = List.of(400, 404, 405, 406, 415);

  private Refusal() {}

  /** Ends the request. Its body is not read, so the connection ends, too. */
  static void answer(RoutingContext request, int status, String sentence) {
    HttpServerResponse response = request.response();
    if (!request.request().isEnded()) {
      response.putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
      response.endHandler(end -> request.request().connection().close());
    }
    response
        .setStatusCode(status)
        .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
        .end(new JsonObject().put("error", sentence).encode());
  }

  /** What the server itself refuses; a defect goes on to Quarkus, which logs it under an id. */
  static void answerFailure(RoutingContext request) {
    int status = request.statusCode();
    if (status < 400 || status >= 500 || request.response().headWritten()) {
      request.next();
    } else {
      answer(request, status, sentence(status));
    }
  }

  private static String sentence(int status) {
    return switch (status) {
      case 400 -> "the request is not valid HTTP";
      case 404 -> "there is nothing at this path: /q/openapi describes what there is";
      case 405 -> "this path does not have this method: /q/openapi describes what it has";
      case 406 -> "this path does not answer in a format that the header Accept allows";
      case 413 -> "the body is longer than quarkus.http.limits.max-body-size allows";
      case 415 -> "this path does not take this Content-Type: /q/openapi describes what it takes";
      default -> "the request is refused with the HTTP status " + status;
    };
  }
}
