package io.github.camelhpc.dbapi;

import static io.github.camelhpc.dbapi.DbapiParameters.ATTR_ID;
import static io.github.camelhpc.dbapi.DbapiParameters.ATTR_VALUE;
import static io.github.camelhpc.dbapi.DbapiParameters.HTTP_METHOD;
import static io.github.camelhpc.dbapi.DbapiParameters.RES_SIGNATURES;
import static io.github.camelhpc.dbapi.DbapiParameters.RES_TYPE;
import static io.github.camelhpc.dbapi.DbapiParameters.SNAPSHOT_TIME;

import io.github.camelhpc.dbapi.model.ServerTime;
import io.github.camelhpc.support.json.JsonObject;
import io.github.camelhpc.support.json.JsonReader;
import io.github.camelhpc.support.operation.InvalidParameterException;
import io.github.camelhpc.support.operation.ParameterValues;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The bodies of the operations other than queries (facts/dbapi.md §3.2, §3.3). */
final class RequestBody {

  private RequestBody() {}

  /**
   * What is sent: a Map, a List, an object of the model, or null for nothing.
   *
   * @throws InvalidParameterException if the message's body cannot be sent
   */
  static Object of(DbapiOperation operation, ParameterValues values, Object body) {
    DbapiBody kind = (DbapiBody) operation.spec().body();
    if (kind == DbapiBody.RESOURCE_SELECTION) {
      return selection(values, body);
    }
    if (kind == DbapiBody.RESOURCE_DATA) {
      return required(values, value(values, body));
    }
    boolean posted =
        kind == DbapiBody.ANY && HttpMethod.POST.name().equals(values.get(HTTP_METHOD));
    return posted ? value(values, body) : null;
  }

  private static Object required(ParameterValues values, Object value) {
    if (value instanceof Map<?, ?> || value instanceof JsonObject) {
      return value;
    }
    throw new InvalidParameterException(
        values.operation() + " needs a body: " + DbapiBody.RESOURCE_DATA.description());
  }

  /** The members of the body, if it has some of these, and the parameters over them. */
  private static Map<String, Object> selection(ParameterValues values, Object body) {
    Map<String, Object> members = new LinkedHashMap<>();
    boolean object = body instanceof Map<?, ?> || isObject(body);
    if (object && value(values, body) instanceof Map<?, ?> given) {
      given.forEach((name, value) -> members.put(String.valueOf(name), value));
    }
    if (values.has(RES_SIGNATURES)) {
      members.put("resSignatures", List.of(values.get(RES_SIGNATURES).split("\\s*,\\s*")));
    }
    for (var parameter : Arrays.asList(RES_TYPE, ATTR_ID, ATTR_VALUE)) {
      if (values.has(parameter)) {
        members.put(parameter.option(), values.get(parameter));
      }
    }
    Instant time = QueryRequest.time(values, SNAPSHOT_TIME, ZoneOffset.UTC, Clock.systemUTC());
    if (time != null) {
      members.put("snapshotTime", ServerTime.format(time, ZoneOffset.UTC));
    }
    return members;
  }

  private static boolean isObject(Object body) {
    return body instanceof String text && text.stripLeading().startsWith("{");
  }

  private static Object value(ParameterValues values, Object body) {
    if (!(body instanceof String text)) {
      return body;
    }
    try {
      return JsonReader.body(text, JsonReader::value);
    } catch (IOException e) {
      throw new InvalidParameterException(
          values.operation() + " cannot send the body: " + e.getMessage(), e);
    }
  }
}
