package io.github.camelhpc.simulators.azbatch.rest;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;

/**
 * A request whose form has been checked.
 *
 * @param operation what is asked for
 * @param path the decoded path parameters by their names in the template, in the letter case of the
 *     request
 * @param query the decoded query parameters by the names of the operation's table
 * @param headers the headers by lower-case name
 * @param body the body; empty if there was none
 * @param now the time of the clock
 */
public record BatchCall(
    ServedOperation operation,
    Map<String, String> path,
    Map<String, String> query,
    Map<String, String> headers,
    JsonObject body,
    Instant now) {

  /** The same request as one of another operation on the same thing. */
  BatchCall as(ServedOperation other) {
    return new BatchCall(other, path, query, headers, body, now);
  }

  /** A path parameter, {@code jobId} for example. */
  public String path(String name) {
    String value = path.get(name);
    if (value == null) {
      throw new IllegalArgumentException(operation + " has no path parameter " + name + ".");
    }
    return value;
  }

  /** A query parameter as it was sent. */
  public Optional<String> query(String name) {
    return Optional.ofNullable(query.get(name));
  }

  /** A boolean query parameter; false if it was not sent. */
  public boolean flag(String name) {
    return query(name).map(Boolean::parseBoolean).orElse(false);
  }

  /** A query parameter that is a time. */
  public Optional<Instant> time(String name) {
    return query(name).map(text -> OffsetDateTime.parse(text).toInstant());
  }
}
