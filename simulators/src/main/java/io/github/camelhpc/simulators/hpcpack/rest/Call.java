package io.github.camelhpc.simulators.hpcpack.rest;

import io.github.camelhpc.simulators.SimulatorUser;
import io.github.camelhpc.simulators.hpcpack.HpcPackFault;
import io.github.camelhpc.simulators.hpcpack.model.Names;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** One request: the parameters by name, the body, and on whose behalf it comes. */
final class Call {

  /** Some .NET clients begin their bodies with it. */
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final RoutingContext context;
  private final Map<String, String> pathParameters;
  private final MultiMap query;
  private final SimulatorUser user;
  private final boolean onBehalf;

  /**
   * @param user as whom the call counts
   * @param onBehalf whether that is somebody else than the one who sent it
   */
  Call(
      RoutingContext context,
      Map<String, String> pathParameters,
      SimulatorUser user,
      boolean onBehalf) {
    this.context = context;
    this.pathParameters = pathParameters;
    this.user = user;
    this.onBehalf = onBehalf;
    query = context.queryParams();
  }

  SimulatorUser user() {
    return user;
  }

  boolean isOnBehalf() {
    return onBehalf;
  }

  String path(String name) {
    return pathParameters.get(name);
  }

  int id(String name) {
    String text = path(name);
    if (!text.matches("\\d{1,9}")) {
      throw HpcPackFault.badRequest(
          "The " + name + " in the path must be a number, not '" + text + "'.");
    }
    return Integer.parseInt(text);
  }

  /** A query parameter, without regard to the case of its name; an empty one is as none. */
  Optional<String> query(String name) {
    return Optional.ofNullable(query.get(name)).map(String::trim).filter(text -> !text.isEmpty());
  }

  Optional<Integer> number(String name) {
    return query(name)
        .map(
            text -> {
              try {
                return Integer.valueOf(text);
              } catch (NumberFormatException e) {
                throw HpcPackFault.badRequest(
                    "The parameter " + name + " must be a number, not '" + text + "'.");
              }
            });
  }

  boolean is(String name, boolean standard) {
    return query(name)
        .map(
            text ->
                switch (text.toLowerCase(Locale.ROOT)) {
                  case "true" -> true;
                  case "false" -> false;
                  default ->
                      throw HpcPackFault.badRequest(
                          "The parameter " + name + " must be true or false, not '" + text + "'.");
                })
        .orElse(standard);
  }

  /** The members of a list; nothing if the parameter is not there. */
  Optional<List<String>> list(String name) {
    return query(name).map(Names::split);
  }

  String body() {
    Buffer buffer = context.body().buffer();
    String text = buffer == null ? "" : buffer.toString(StandardCharsets.UTF_8);
    return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
  }

  /**
   * Whether the body is XML rather than JSON.
   *
   * @throws HpcPackFault if it is neither
   */
  boolean bodyIsXml() {
    String type = context.request().getHeader("Content-Type");
    String lower = type == null ? "application/json" : type.toLowerCase(Locale.ROOT);
    if (lower.contains("xml")) {
      return true;
    }
    if (lower.contains("json")) {
      return false;
    }
    throw HpcPackFault.unsupportedMediaType(
        "The body must be application/json or application/xml, not '" + type + "'.");
  }
}
