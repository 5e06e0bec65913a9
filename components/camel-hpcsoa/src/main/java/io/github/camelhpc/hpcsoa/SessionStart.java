package io.github.camelhpc.hpcsoa;

import static io.github.camelhpc.hpcsoa.HpcSoaParameters.NEW_SESSION_SERVICE;
import static io.github.camelhpc.hpcsoa.HpcSoaParameters.SESSION_SETTINGS;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelhpc.hpcsoa.model.SessionStartField;
import io.github.camelhpc.hpcsoa.model.SessionStartInfo;
import io.github.camelhpc.hpcsoa.wire.SessionStartWriter;
import io.github.camelhpc.support.operation.ParameterValues;
import java.util.Map;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;

/** Puts together what a session is to be like: body, settings, and the component's user. */
record SessionStart(String username, String password, DataFormat format) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MAX_MESSAGE_SIZE = Integer.MAX_VALUE;
  private static final int UNLIMITED = -1;

  /**
   * What is sent to start a session.
   *
   * @param body a SessionStartInfo, a Map, JSON text, or anything else, which is not looked at
   * @throws IllegalArgumentException if a setting is wrong or missing
   */
  HttpEntity entity(ParameterValues values, Object body) {
    SessionStartInfo start =
        given(values, body)
            .withDefault(SessionStartField.of("ServiceName"), values.get(NEW_SESSION_SERVICE))
            .withDefault(SessionStartField.of("Username"), username)
            .withDefault(SessionStartField.of("Password"), password)
            .withDefault(SessionStartField.of("MaxMessageSize"), MAX_MESSAGE_SIZE)
            .withDefault(SessionStartField.of("Runtime"), UNLIMITED);
    byte[] bytes =
        format == DataFormat.JSON
            ? SessionStartWriter.toJson(start)
            : SessionStartWriter.toXml(start);
    return new ByteArrayEntity(bytes, ContentType.parse(format.contentType()));
  }

  private static SessionStartInfo given(ParameterValues values, Object body) {
    if (body instanceof SessionStartInfo info) {
      return info;
    }
    SessionStartInfo settings =
        values.has(SESSION_SETTINGS)
            ? SessionStartInfo.of(json(values.get(SESSION_SETTINGS), SESSION_SETTINGS.option()))
            : SessionStartInfo.empty();
    if (body instanceof Map<?, ?> map) {
      return merged(settings, map);
    }
    boolean text = body instanceof String && !((String) body).isBlank();
    return text ? merged(settings, json((String) body, "the body")) : settings;
  }

  private static SessionStartInfo merged(SessionStartInfo settings, Map<?, ?> map) {
    SessionStartInfo merged = settings;
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      merged = merged.with(SessionStartField.of(String.valueOf(entry.getKey())), entry.getValue());
    }
    return merged;
  }

  private static Map<String, ?> json(String text, String what) {
    try {
      return JSON.readerForMapOf(Object.class).readValue(text);
    } catch (JsonProcessingException e) {
      // the text may hold a password, so it is not repeated
      throw new IllegalArgumentException(
          what
              + " is not a JSON object (line "
              + (e.getLocation() == null ? 0 : e.getLocation().getLineNr())
              + ")");
    }
  }

  @Override
  public String toString() {
    return "SessionStart[" + username + "]";
  }
}
