package io.github.camelhpc.hpcpack.wire;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlType;
import java.util.Map;

/** The XML of one row of a listing (facts/hpcpack.md §2.1). */
@XmlAccessorType(XmlAccessType.FIELD)
@XmlType(name = "Object")
public final class RestObject {

  @XmlElement(name = "Properties")
  private ArrayOfProperty properties = new ArrayOfProperty();

  /** A row of these properties. */
  public static RestObject of(Map<String, String> properties) {
    RestObject row = new RestObject();
    row.properties = ArrayOfProperty.of(properties);
    return row;
  }

  /** The properties; never {@code null}. */
  public ArrayOfProperty properties() {
    return properties == null ? new ArrayOfProperty() : properties;
  }
}
