package io.github.camelhpc.simulators.dbapi.rest;

import io.github.camelhpc.simulators.Answer;
import io.github.camelhpc.simulators.dbapi.DbapiFault;
import io.github.camelhpc.simulators.dbapi.data.DataSet;
import io.github.camelhpc.simulators.dbapi.data.DataTimes;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Pattern;

/** One request: its parameters, and the way back. */
final class DbapiCall {

  static final String JSON = "application/json";

  private static final Duration DEFAULT_WAIT = Duration.ofSeconds(10);
  private static final Pattern WHOLE_NUMBER = Pattern.compile("-?\\d{1,9}");

  private final RoutingContext context;
  private final Context loop;
  private JsonObject body;

  /** To be made on the event loop of the request. */
  DbapiCall(RoutingContext context) {
    this.context = context;
    loop = context.vertx().getOrCreateContext();
  }

  RoutingContext context() {
    return context;
  }

  String method() {
    return context.request().method().name();
  }

  /** The action as it was sent; empty if there is none. */
  String action() {
    return query("action").orElse("");
  }

  /** A parameter of the URL; empty if it has no value. */
  Optional<String> query(String name) {
    return Optional.ofNullable(context.queryParams().get(name)).filter(text -> !text.isEmpty());
  }

  /** A parameter of the URL that has to be there. */
  String requiredQuery(String name) {
    return query(name).orElseThrow(() -> DbapiFault.missing(name));
  }

  /** The name of the data set. */
  String dataSet() {
    String name = requiredQuery("dataset");
    if (!DataSet.isName(name)) {
      throw DbapiFault.invalid("dataset must be 2 to 32 letters, digits, _ and -.");
    }
    return name;
  }

  /** The body; an empty object if there is none. */
  JsonObject body() {
    if (body == null) {
      body = readBody();
    }
    return body;
  }

  private JsonObject readBody() {
    Buffer sent = context.body() == null ? null : context.body().buffer();
    if (sent == null || sent.length() == 0) {
      return new JsonObject();
    }
    try {
      return new JsonObject(sent);
    } catch (DecodeException wrong) {
      throw DbapiFault.invalid("The body must be a JSON object.");
    }
  }

  /**
   * A parameter of the body or, if it is not there, of the URL: the documents do not say which of
   * them go where (facts/dbapi.md §3.1).
   */
  Optional<String> text(String name) {
    Object value = body().getValue(name);
    if (value == null) {
      return query(name);
    }
    if (value instanceof String text) {
      return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }
    if (value instanceof Number || value instanceof Boolean) {
      return Optional.of(value.toString());
    }
    throw DbapiFault.invalid(name + " must be a text.");
  }

  /** As {@link #text}, of so many characters. */
  Optional<String> text(String name, int minimum, int maximum) {
    Optional<String> value = text(name);
    value
        .filter(text -> text.length() < minimum || text.length() > maximum)
        .ifPresent(
            wrong -> {
              throw DbapiFault.invalid(
                  name + " must have " + minimum + " to " + maximum + " characters.");
            });
    return value;
  }

  /** A parameter that is true or false; false if it is not there. */
  boolean flag(String name) {
    String value = text(name).orElse("false");
    if (!value.equals("true") && !value.equals("false")) {
      throw DbapiFault.invalid(name + " must be true or false.");
    }
    return value.equals("true");
  }

  /** A parameter that is a positive number. */
  Optional<Integer> positive(String name) {
    return text(name)
        .map(
            value -> {
              if (!WHOLE_NUMBER.matcher(value).matches() || Integer.parseInt(value) < 1) {
                throw DbapiFault.invalid(name + " must be a whole number of at least 1.");
              }
              return Integer.valueOf(value);
            });
  }

  /** How times are read and written. */
  DataTimes times(ZoneId otherwise) {
    return DataTimes.of(text("utcOffset"), otherwise);
  }

  /** How long the client lets the server wait; 10 s if it does not say (facts/dbapi.md §4). */
  Duration waitTime() {
    String value = context.request().getHeader("x-waitTime");
    if (value == null) {
      return DEFAULT_WAIT;
    }
    if (!WHOLE_NUMBER.matcher(value.strip()).matches()) {
      throw DbapiFault.invalid("The header x-waitTime must be a whole number of seconds.");
    }
    int seconds = Integer.parseInt(value.strip());
    return seconds < 0 ? DEFAULT_WAIT : Duration.ofSeconds(seconds);
  }

  /** Sends a complete answer. */
  void answer(int status, Buffer json) {
    Answer.of(status, JSON, json).send(context);
  }

  /** Goes on answering, on the event loop of the request; not if the client has gone. */
  void later(Runnable action) {
    loop.runOnContext(
        turn -> {
          if (!context.response().closed()) {
            action.run();
          }
        });
  }
}
