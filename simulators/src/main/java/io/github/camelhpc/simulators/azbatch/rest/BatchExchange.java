package io.github.camelhpc.simulators.azbatch.rest;

import io.github.camelhpc.simulators.Answer;
import io.github.camelhpc.simulators.StreamedAnswer;
import io.github.camelhpc.simulators.azbatch.BatchFault;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** One request and its answer, with the headers and oddities that all answers have. */
final class BatchExchange {

  private static final String ERRORS =
      "Microsoft.Azure.Batch.Protocol.Entities.Container.errors/@Element";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSSS'Z'").withZone(ZoneOffset.UTC);

  private final RoutingContext context;
  private final Instant now;
  private final String requestId = UUID.randomUUID().toString();
  private final RequestOrigin origin;

  BatchExchange(RoutingContext context, Instant now) {
    this.context = context;
    this.now = now;
    origin = RequestOrigin.of(context.request());
  }

  RequestOrigin origin() {
    return origin;
  }

  Instant now() {
    return now;
  }

  RoutingContext context() {
    return context;
  }

  /** By lower-case name; of a header that comes several times the values with commas. */
  Map<String, String> headers() {
    Map<String, String> headers = new HashMap<>();
    for (Map.Entry<String, String> header : context.request().headers()) {
      headers.merge(
          header.getKey().toLowerCase(Locale.ROOT),
          header.getValue(),
          (first, second) -> first + ", " + second);
    }
    return headers;
  }

  /**
   * Successful changes and JSON are chunked (§0). The real service adds a length of 0 to an answer
   * of 204; Netty takes it away, because HTTP does not allow it.
   */
  void send(Reply reply) {
    HttpServerResponse response = begin();
    reply.headers().forEach(response::putHeader);
    if (reply.file() != null) {
      FileTransfer.begin(context, reply);
    } else if (isHead() || reply.status() == 204) {
      bodiless(reply.status());
    } else {
      Buffer body = reply.body() == null ? Buffer.buffer() : reply.body();
      StreamedAnswer.begin(context, reply.status(), reply.contentType(), body).end();
    }
  }

  /** Refuses the request: the first line of the text is the reason phrase, too (§5). */
  void send(BatchFault fault) {
    HttpServerResponse response = begin();
    response.setStatusMessage(fault.getMessage());
    if (fault.status() == 429) {
      response.putHeader("Retry-After", "1");
    }
    if (isHead() || fault.status() == 304) {
      bodiless(fault.status());
    } else {
      Answer.of(fault.status(), Reply.JSON, error(fault).toBuffer()).send(context);
    }
  }

  private void bodiless(int status) {
    Answer.empty(status).send(context);
  }

  private boolean isHead() {
    return context.request().method().name().equals("HEAD");
  }

  private HttpServerResponse begin() {
    HttpServerResponse response =
        context
            .response()
            .putHeader("request-id", requestId)
            .putHeader("DataServiceVersion", "3.0")
            .putHeader("Server", "Microsoft-HTTPAPI/2.0")
            .putHeader("Strict-Transport-Security", "max-age=31536000; includeSubDomains")
            .putHeader("X-Content-Type-Options", "nosniff");
    Map<String, String> headers = headers();
    if (HeaderRules.wantsClientRequestId(headers)) {
      response.putHeader("client-request-id", headers.get("client-request-id"));
    }
    return response;
  }

  private JsonObject error(BatchFault fault) {
    String text = fault.getMessage() + "\nRequestId:" + requestId + "\nTime:" + TIME.format(now);
    JsonObject error =
        new JsonObject()
            .put("odata.metadata", origin.metadata(ERRORS))
            .put("code", fault.code())
            .put("message", new JsonObject().put("lang", "en-US").put("value", text));
    if (!fault.values().isEmpty()) {
      JsonArray values = new JsonArray();
      fault
          .values()
          .forEach(
              detail ->
                  values.add(
                      new JsonObject().put("key", detail.key()).put("value", detail.value())));
      error.put("values", values);
    }
    return error;
  }
}
