package io.github.camelhpc.hpcpack.wire;

import io.github.camelhpc.hpcpack.model.PropertyMap;
import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlRootElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The XML of a list of properties (facts/hpcpack.md §2.1). */
@XmlRootElement(name = "ArrayOfProperty")
@XmlAccessorType(XmlAccessType.FIELD)
public final class ArrayOfProperty {

  @XmlElement(name = "Property")
  private List<Property> properties = new ArrayList<>();

  /** These properties, in their order. */
  public static ArrayOfProperty of(Map<String, String> properties) {
    ArrayOfProperty array = new ArrayOfProperty();
    properties.forEach(
        (name, value) -> array.properties.add(new Property(name, value == null ? "" : value)));
    return array;
  }

  /** The properties; may be changed. */
  public List<Property> properties() {
    return properties;
  }

  /** As a map, each name as the rows have it; what has no name is left out. */
  PropertyMap toMap(PropertyRows rows) {
    PropertyMap map = rows.newRow();
    for (Property property : properties) {
      if (property.name() != null && !property.name().isEmpty()) {
        map.put(rows.name(property.name()), property.value());
      }
    }
    return map;
  }
}
