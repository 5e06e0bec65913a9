package io.github.camelhpc.azbatch;

import io.github.camelhpc.support.json.JsonObject;
import io.github.camelhpc.support.json.JsonReader;
import io.github.camelhpc.support.json.JsonWriter;
import io.github.camelhpc.support.operation.InvalidParameterException;
import io.github.camelhpc.support.operation.ParameterValues;
import java.io.IOException;
import java.util.Map;

/** Makes the body of a request of what a user gave: a Map, JSON text, or an object of the model. */
final class BatchRequestBody {

  private BatchRequestBody() {}

  /**
   * @return the bytes to send, or null to send no body
   * @throws InvalidParameterException if the body cannot be sent; the message says why
   */
  static byte[] bytes(BatchOperation operation, ParameterValues values, Object body) {
    AzBatchBody kind = (AzBatchBody) operation.spec().body();
    if (kind == null) {
      return null;
    }
    try {
      return kind.isOptional() ? optional(kind, body) : required(kind, body);
    } catch (IllegalArgumentException e) {
      throw new InvalidParameterException(
          values.operation() + " cannot send the body: " + e.getMessage(), e);
    }
  }

  private static byte[] required(AzBatchBody kind, Object body) {
    Map<String, Object> members = members(body);
    if (members == null) {
      throw new IllegalArgumentException(
          (body == null ? "it is empty" : "it is a " + body.getClass().getName())
              + "; it must be a "
              + kind.description()
              + " as a Map, as JSON text, or as an object of the model package");
    }
    for (String member : kind.required()) {
      if (members.get(member) == null) {
        throw new IllegalArgumentException(
            "a " + kind.description() + " needs the member " + member);
      }
    }
    return JsonWriter.bytes(members);
  }

  /** What a step before left in the body is not sent. */
  private static byte[] optional(AzBatchBody kind, Object body) {
    boolean object = !(body instanceof String text) || text.stripLeading().startsWith("{");
    Map<String, Object> members = object ? members(body) : null;
    if (members == null || members.isEmpty() || isAnswer(members)) {
      return null;
    }
    for (String member : members.keySet()) {
      if (!kind.members().contains(member)) {
        throw new IllegalArgumentException(
            "it has the member "
                + member
                + ", but can have "
                + String.join(", ", kind.members())
                + " only; if it is not meant for the service, empty it before");
      }
    }
    return JsonWriter.bytes(members);
  }

  private static boolean isAnswer(Map<String, Object> members) {
    return members.containsKey("odata.metadata") || members.containsKey("id");
  }

  /**
   * A body as a Map, or null if it is none.
   *
   * @throws IllegalArgumentException if it is text that is not a JSON object
   */
  @SuppressWarnings("unchecked")
  static Map<String, Object> members(Object body) {
    if (body instanceof JsonObject model) {
      return model.toMap();
    }
    if (body instanceof Map<?, ?> map) {
      return (Map<String, Object>) map;
    }
    if (body instanceof String text) {
      try {
        return JsonReader.body(text, JsonReader::object);
      } catch (IOException e) {
        throw new IllegalArgumentException(e.getMessage(), e);
      }
    }
    return null;
  }
}
