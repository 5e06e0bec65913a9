package io.github.camelhpc.azbatch.model;

import io.github.camelhpc.support.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * Why the service refused or failed a request (facts/azbatch.md §5).
 *
 * @param code invariant code, for example JobNotFound; open text
 * @param message what happened, for people
 * @param values which parameter or property it is about; empty if there is none
 */
public record BatchError(
    String code,
    ErrorMessage message,
    List<BatchErrorDetail> values,
    Map<String, Object> additionalProperties)
    implements BatchModel {

  public BatchError {
    values = values == null ? List.of() : List.copyOf(values);
    additionalProperties = MemberReader.copy(additionalProperties);
  }

  /** Reads it; what is not known, or not of the documented kind, is kept. */
  public static BatchError of(Map<?, ?> members) {
    return read(new MemberReader(members));
  }

  static BatchError read(MemberReader in) {
    return new BatchError(
        in.text("code"),
        in.object("message", ErrorMessage::read),
        in.objects("values", BatchErrorDetail::read),
        in.rest());
  }

  /** Reads the body of a refusal, or gives null if it is not the service's: proxies answer too. */
  public static BatchError readOrNull(byte[] body) {
    try {
      BatchError error = of(JsonReader.answer(new ByteArrayInputStream(body), JsonReader::object));
      return error.code == null && error.message == null ? null : error;
    } catch (IOException e) {
      return null;
    }
  }

  @Override
  public Map<String, Object> toMap() {
    return new MemberWriter()
        .with("code", code)
        .with("message", message)
        .with("values", values)
        .and(additionalProperties);
  }
}
