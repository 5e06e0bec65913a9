package io.github.camelhpc.azbatch.model;

import java.util.Map;

/**
 * One thing more that an error says.
 *
 * @param key what it is, for example QueryParameterName or Reason
 * @param value the value
 */
public record BatchErrorDetail(String key, String value, Map<String, Object> additionalProperties)
    implements BatchModel {

  public BatchErrorDetail {
    additionalProperties = MemberReader.copy(additionalProperties);
  }

  /** Reads it; what is not known, or not of the documented kind, is kept. */
  public static BatchErrorDetail of(Map<?, ?> members) {
    return read(new MemberReader(members));
  }

  static BatchErrorDetail read(MemberReader in) {
    return new BatchErrorDetail(in.text("key"), in.text("value"), in.rest());
  }

  @Override
  public Map<String, Object> toMap() {
    return new MemberWriter().with("key", key).with("value", value).and(additionalProperties);
  }
}
