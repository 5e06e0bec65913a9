package io.github.camelhpc.simulators.hpcsoa.rest;

import io.github.camelhpc.simulators.Caller;
import io.github.camelhpc.simulators.hpcsoa.SoaFault;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.MIMEHeader;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** One request with its parameters by name. */
final class SoaExchange {

  private final RoutingContext context;
  private final Map<String, String> pathParameters;

  SoaExchange(RoutingContext context, Map<String, String> pathParameters) {
    this.context = context;
    this.pathParameters = pathParameters;
  }

  RoutingContext context() {
    return context;
  }

  String caller() {
    return Caller.of(context).name();
  }

  String path(String name) {
    return pathParameters.get(name);
  }

  /** The number of the session, as far as it is one. */
  int sessionId() {
    String id = path("id");
    try {
      return Integer.parseInt(id);
    } catch (NumberFormatException e) {
      throw SoaFault.invalidSession(id);
    }
  }

  Optional<String> header(String name) {
    return present(context.request().getHeader(name));
  }

  /** A query parameter, without regard to the case of its name; an empty one is as none. */
  Optional<String> query(String name) {
    return present(context.queryParams().get(name));
  }

  private static Optional<String> present(String value) {
    return Optional.ofNullable(value).map(String::trim).filter(text -> !text.isEmpty());
  }

  /** A boolean in any letter case: .NET sends {@code True} (facts/hpcsoa.md §1). */
  Optional<Boolean> flag(String name) {
    return query(name)
        .map(
            text ->
                switch (text.toLowerCase(Locale.ROOT)) {
                  case "true" -> true;
                  case "false" -> false;
                  default ->
                      throw SoaFault.argument(
                          "The parameter " + name + " must be true or false, not '" + text + "'.");
                });
  }

  boolean flag(String name, boolean standard) {
    return flag(name).orElse(standard);
  }

  boolean requiredFlag(String name) {
    return flag(name)
        .orElseThrow(() -> SoaFault.argument("The query parameter " + name + " is missing."));
  }

  /** All or a number above zero (facts/hpcsoa.md §3.3). */
  long count() {
    String text = query("count").orElse("-1");
    try {
      long count = Integer.parseInt(text);
      if (count == -1 || count > 0) {
        return count;
      }
    } catch (NumberFormatException notANumber) {
      // said below, as for a number that is not allowed
    }
    throw SoaFault.argument("The parameter count must be -1 or above 0, not '" + text + "'.");
  }

  String contentType() {
    return header("Content-Type").orElse("").split(";", 2)[0].trim().toLowerCase(Locale.ROOT);
  }

  String body() {
    Buffer buffer = context.body().buffer();
    String text = buffer == null ? "" : buffer.toString(StandardCharsets.UTF_8);
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  /** XML is the default; of several types the preferred one decides. */
  boolean wantsJson() {
    for (MIMEHeader type : context.parsedHeaders().accept()) {
      String name = type.rawValue().split(";", 2)[0].trim().toLowerCase(Locale.ROOT);
      if (name.endsWith("json")) {
        return true;
      }
      if (name.endsWith("xml") || name.endsWith("*")) {
        return false;
      }
    }
    return false;
  }
}
