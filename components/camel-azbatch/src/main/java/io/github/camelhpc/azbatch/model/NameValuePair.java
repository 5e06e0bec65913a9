package io.github.camelhpc.azbatch.model;

import java.util.Map;

/**
 * A name and its value, as details of a failure have them.
 *
 * @param name its name
 * @param value its value
 */
public record NameValuePair(String name, String value, Map<String, Object> additionalProperties)
    implements BatchModel {

  public NameValuePair {
    additionalProperties = MemberReader.copy(additionalProperties);
  }

  /** Reads it; what is not known, or not of the documented kind, is kept. */
  public static NameValuePair of(Map<?, ?> members) {
    return read(new MemberReader(members));
  }

  static NameValuePair read(MemberReader in) {
    return new NameValuePair(in.text("name"), in.text("value"), in.rest());
  }

  @Override
  public Map<String, Object> toMap() {
    return new MemberWriter().with("name", name).with("value", value).and(additionalProperties);
  }
}
