package io.github.camelhpc.dbapi.model;

import io.github.camelhpc.support.json.JsonObject;
import java.util.Map;

/**
 * An attribute that has one value (facts/dbapi.md §2.1).
 *
 * @param type {@code scalar}, or null if the service does not say
 * @param name its label, which can differ from the key it stands under; or null
 * @param unit often empty; or null
 * @param data the value as text, numbers too; or null
 * @param additionalProperties what else the service says
 */
public record ScalarAttribute(
    String type, String name, String unit, String data, Map<String, Object> additionalProperties)
    implements Attribute, JsonObject {

  public ScalarAttribute {
    additionalProperties = Members.copy(additionalProperties);
  }

  /** As the service writes it. */
  @Override
  public Map<String, Object> toMap() {
    return new Members()
        .with("type", type)
        .with("name", name)
        .with("unit", unit)
        .with("data", data)
        .and(additionalProperties);
  }
}
