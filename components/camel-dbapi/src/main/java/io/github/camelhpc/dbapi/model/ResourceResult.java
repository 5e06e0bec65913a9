package io.github.camelhpc.dbapi.model;

import io.github.camelhpc.support.json.JsonObject;
import java.util.Map;

/**
 * What the service says of one resource (facts/dbapi.md §2.1).
 *
 * @param signature its type and its name, as {@code vm#web01}; or null. See {@link Signature}
 * @param name its label, or null
 * @param attributes by the key the service gives them, in its order; a key may have blanks
 * @param additionalProperties members that are neither a scalar nor a series, as they are
 */
public record ResourceResult(
    String signature,
    String name,
    Map<String, Attribute> attributes,
    Map<String, Object> additionalProperties)
    implements JsonObject {

  public ResourceResult {
    attributes = Members.copy(attributes);
    additionalProperties = Members.copy(additionalProperties);
  }

  /** As the service writes it, with times in the zone in which they were read. */
  @Override
  public Map<String, Object> toMap() {
    Members members = new Members().with("signature", signature).with("name", name);
    attributes.forEach((key, attribute) -> members.with(key, json(attribute)));
    return members.and(additionalProperties);
  }

  private static Object json(Attribute attribute) {
    return attribute instanceof SeriesAttribute series
        ? series.blocks().stream().map(SeriesBlock::toMap).toList()
        : ((ScalarAttribute) attribute).toMap();
  }

  /** What tells it from other resources, or null if the service does not. */
  String identity() {
    return signature == null ? name : signature;
  }
}
