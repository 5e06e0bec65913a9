package io.github.camelhpc.hpcpack.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlType;
import java.util.List;
import java.util.Map;

/** A name and a value as the job XML writes them, for environment variables and terms. */
@XmlAccessorType(XmlAccessType.FIELD)
@XmlType(propOrder = {"name", "value"})
final class NamedValue {

  @XmlElement(name = "Name")
  private String name;

  @XmlElement(name = "Value")
  private String value;

  static List<NamedValue> listOf(Map<String, String> values) {
    return values.entrySet().stream().map(NamedValue::of).toList();
  }

  static void putAll(List<NamedValue> from, Map<String, String> into) {
    for (NamedValue pair : from) {
      if (pair.name != null) {
        into.put(pair.name, pair.value == null ? "" : pair.value);
      }
    }
  }

  private static NamedValue of(Map.Entry<String, String> entry) {
    NamedValue pair = new NamedValue();
    pair.name = entry.getKey();
    pair.value = entry.getValue() == null ? "" : entry.getValue();
    return pair;
  }
}
