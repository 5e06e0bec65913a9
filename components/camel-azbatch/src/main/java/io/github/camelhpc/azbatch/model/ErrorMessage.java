package io.github.camelhpc.azbatch.model;

import java.util.Map;

/**
 * What an error says to people.
 *
 * @param lang language, for example en-US
 * @param value the text, with two lines at its end: RequestId and Time
 */
public record ErrorMessage(String lang, String value, Map<String, Object> additionalProperties)
    implements BatchModel {

  public ErrorMessage {
    additionalProperties = MemberReader.copy(additionalProperties);
  }

  /** Reads it; what is not known, or not of the documented kind, is kept. */
  public static ErrorMessage of(Map<?, ?> members) {
    return read(new MemberReader(members));
  }

  static ErrorMessage read(MemberReader in) {
    return new ErrorMessage(in.text("lang"), in.text("value"), in.rest());
  }

  @Override
  public Map<String, Object> toMap() {
    return new MemberWriter().with("lang", lang).with("value", value).and(additionalProperties);
  }
}
