package io.github.camelhpc.simulators.azbatch.rest;

import io.github.camelhpc.simulators.azbatch.BatchFault;
import io.github.camelhpc.simulators.azbatch.rest.OperationForm.BodyRule;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.Locale;
import java.util.Set;

/** Takes the JSON object that an operation needs. */
final class BodyReader {

  /** Of addTaskCollection; other bodies have no known limit (facts/azbatch.md §1.1). */
  private static final int MAX_COLLECTION_BYTES = 1 << 20;

  private static final Set<String> PARAMETERS =
      Set.of(
          "odata=minimalmetadata",
          "odata=nometadata",
          "odata=fullmetadata",
          "charset=utf-8",
          "charset=\"utf-8\"");

  private BodyReader() {}

  /**
   * The body; an empty object if there is none.
   *
   * @throws BatchFault if it is missing, too large, or no JSON object
   */
  static JsonObject read(ServedOperation operation, RoutingContext context) {
    requireLength(context.request());
    Buffer body = context.body() == null ? null : context.body().buffer();
    boolean empty = body == null || body.length() == 0;
    if (operation.form().body() == BodyRule.NONE) {
      return new JsonObject();
    }
    if (empty) {
      if (operation.form().body() == BodyRule.REQUIRED) {
        throw invalid("The operation needs a body.");
      }
      return new JsonObject();
    }
    checkType(context.request().getHeader("Content-Type"));
    if (operation == ServedOperation.ADD_TASK_COLLECTION && body.length() >= MAX_COLLECTION_BYTES) {
      throw BatchFault.of(
          413, "RequestBodyTooLarge", "The size of the request body exceeds the limit.");
    }
    return parse(body);
  }

  /** Like the real service; HTTP/2 frames say where a body ends. */
  private static void requireLength(HttpServerRequest request) {
    boolean changes = Set.of("POST", "PUT", "PATCH").contains(request.method().name());
    if (changes
        && request.getHeader("Content-Length") == null
        && request.version() != HttpVersion.HTTP_2) {
      throw BatchFault.of(
          411, "MissingContentLengthHeader", "The Content-Length header was not specified.");
    }
  }

  private static void checkType(String type) {
    if (type == null) {
      throw BatchFault.of(400, "MissingRequiredHeader", "A required HTTP header was not specified.")
          .with("HeaderName", "Content-Type");
    }
    String[] parts = type.toLowerCase(Locale.ROOT).split(";");
    boolean json = parts[0].trim().equals("application/json");
    for (int i = 1; i < parts.length; i++) {
      json &= PARAMETERS.contains(parts[i].trim());
    }
    if (!json) {
      throw BatchFault.invalidHeader(
          "Content-Type", type, "Use application/json; odata=minimalmetadata; charset=utf-8.");
    }
  }

  private static JsonObject parse(Buffer body) {
    try {
      return new JsonObject(body);
    } catch (DecodeException | ClassCastException notAnObject) {
      throw invalid("The body must be a JSON object.");
    }
  }

  private static BatchFault invalid(String reason) {
    return BatchFault.of(400, "InvalidRequestBody", "The specified Request Body is invalid.")
        .with("Reason", reason);
  }
}
