package io.github.camelhpc.dbapi;

import static io.github.camelhpc.dbapi.DbapiParameters.END_TIME;
import static io.github.camelhpc.dbapi.DbapiParameters.MAX_RESULTS;
import static io.github.camelhpc.dbapi.DbapiParameters.SPLIT_RESPONSE;
import static io.github.camelhpc.dbapi.DbapiParameters.SPLIT_SIZE;
import static io.github.camelhpc.dbapi.DbapiParameters.START_TIME;
import static io.github.camelhpc.dbapi.DbapiParameters.USE_REAL_TIME;
import static io.github.camelhpc.dbapi.DbapiParameters.UTC_OFFSET;

import io.github.camelhpc.dbapi.model.ServerTime;
import io.github.camelhpc.support.json.JsonObject;
import io.github.camelhpc.support.json.JsonReader;
import io.github.camelhpc.support.operation.InvalidParameterException;
import io.github.camelhpc.support.operation.Parameter;
import io.github.camelhpc.support.operation.ParameterValues;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;

/** The body of a query, of the message's body and the parameters (facts/dbapi.md §3.1). */
final class QueryRequest {

  private QueryRequest() {}

  /**
   * The members of the request: those of the body, and the parameters over them.
   *
   * @throws InvalidParameterException if there is no query, or a time is none
   */
  static Map<String, Object> members(ParameterValues values, Object body, Clock clock) {
    Map<String, Object> members = new LinkedHashMap<>(given(values, body));
    put(members, "query", values.get(DbapiParameters.QUERY));
    if (members.get("query") == null) {
      throw new InvalidParameterException(
          values.operation()
              + " needs a query: give it as body, or set "
              + DbapiParameters.QUERY.whereToSet());
    }
    ZoneOffset offset = offset(values);
    put(members, "startTime", serverTime(values, START_TIME, offset, clock));
    put(members, "endTime", serverTime(values, END_TIME, offset, clock));
    put(members, "utcOffset", ServerTime.text(offset));
    put(members, "maxResults", values.integer(MAX_RESULTS));
    put(members, "splitResponse", bool(values, SPLIT_RESPONSE));
    put(members, "maxResponseSize", values.integer(SPLIT_SIZE));
    put(members, "useRealTime", bool(values, USE_REAL_TIME));
    return members;
  }

  private static Map<String, Object> given(ParameterValues values, Object body) {
    if (body instanceof JsonObject object) {
      return object.toMap();
    }
    if (body instanceof Map<?, ?> map) {
      Map<String, Object> members = new LinkedHashMap<>();
      map.forEach((name, value) -> members.put(String.valueOf(name), value));
      return members;
    }
    if (!(body instanceof String text) || text.isBlank()) {
      return Map.of();
    }
    if (!text.stripLeading().startsWith("{")) {
      return values.has(DbapiParameters.QUERY) ? Map.of() : Map.of("query", text.strip());
    }
    try {
      return JsonReader.body(text, JsonReader::object);
    } catch (IOException e) {
      throw new InvalidParameterException(
          values.operation() + " cannot send the body: " + e.getMessage(), e);
    }
  }

  /** The zone of times that say none. */
  static ZoneOffset offset(ParameterValues values) {
    try {
      return ServerTime.offset(values.get(UTC_OFFSET));
    } catch (IllegalArgumentException e) {
      throw new InvalidParameterException(
          values.operation() + ": " + e.getMessage() + "; change " + UTC_OFFSET.whereToSet(), e);
    }
  }

  /** A time that is given, or null. */
  static Instant time(ParameterValues values, Parameter parameter, ZoneOffset offset, Clock clock) {
    String text = values.get(parameter);
    try {
      return text == null ? null : ServerTime.instant(text, offset, clock);
    } catch (IllegalArgumentException e) {
      throw new InvalidParameterException(
          values.operation() + ": " + e.getMessage() + "; change " + parameter.whereToSet(), e);
    }
  }

  private static String serverTime(
      ParameterValues values, Parameter parameter, ZoneOffset offset, Clock clock) {
    Instant time = time(values, parameter, offset, clock);
    return time == null ? null : ServerTime.format(time, offset);
  }

  private static Boolean bool(ParameterValues values, Parameter parameter) {
    return values.has(parameter) ? values.isTrue(parameter, false) : null;
  }

  private static void put(Map<String, Object> members, String name, Object value) {
    if (value != null) {
      members.put(name, value);
    }
  }
}
