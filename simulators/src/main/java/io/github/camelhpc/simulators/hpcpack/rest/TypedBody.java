package io.github.camelhpc.simulators.hpcpack.rest;

import io.github.camelhpc.simulators.hpcpack.HpcPackFault;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The body of a request of 2019: one JSON object, its members found without regard to case. */
final class TypedBody {

  private final JsonObject json;

  private TypedBody(JsonObject json) {
    this.json = json;
  }

  static TypedBody of(Call call) {
    String body = call.body();
    if (!body.isBlank() && call.bodyIsXml()) {
      throw HpcPackFault.unsupportedMediaType("This resource takes JSON only.");
    }
    try {
      return new TypedBody(body.isBlank() ? new JsonObject() : new JsonObject(body));
    } catch (DecodeException | ClassCastException e) {
      throw HpcPackFault.badRequest("The body must be a JSON object.");
    }
  }

  Optional<String> text(String name) {
    return member(name)
        .map(
            value -> {
              if (value instanceof String text) {
                return text;
              }
              throw HpcPackFault.badRequest("The member " + name + " must be a string.");
            });
  }

  List<String> texts(String name) {
    Object value = member(name).orElse(null);
    if (value instanceof JsonArray array && array.stream().allMatch(String.class::isInstance)) {
      return array.stream().map(String.class::cast).toList();
    }
    throw HpcPackFault.badRequest("The member " + name + " must be an array of strings.");
  }

  private Optional<Object> member(String name) {
    return json.stream()
        .filter(entry -> entry.getKey().equalsIgnoreCase(name))
        .map(Map.Entry::getValue)
        .filter(Objects::nonNull)
        .findFirst();
  }
}
