package io.github.camelhpc.simulators.dbapi.data;

import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * An attribute with one value.
 *
 * @param id the name in queries
 * @param key the name of the member in results
 * @param label the readable name
 * @param unit the unit; may be empty
 * @param value gives the value for a signature, always as text (facts/dbapi.md §2.1)
 */
public record ScalarAttribute(
    String id, String key, String label, String unit, UnaryOperator<String> value)
    implements Attribute {

  public ScalarAttribute {
    Objects.requireNonNull(id, "An attribute needs an id.");
    Objects.requireNonNull(value, "A scalar attribute needs a value.");
  }

  /** An attribute that is called in results as it is in queries, and has the same value for all. */
  public static ScalarAttribute of(String id, String label, String unit, String value) {
    return new ScalarAttribute(id, id, label, unit, signature -> value);
  }
}
