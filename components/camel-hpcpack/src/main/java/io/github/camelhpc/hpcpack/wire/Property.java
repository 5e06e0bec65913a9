package io.github.camelhpc.hpcpack.wire;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlType;

/**
 * The XML of a name and its value, in the order that the data contract has. An optional Type beside
 * them is not read (facts/hpcpack.md §2.1).
 */
@XmlAccessorType(XmlAccessType.FIELD)
@XmlType(
    name = "Property",
    propOrder = {"name", "value"})
public final class Property {

  @XmlElement(name = "Name")
  private String name;

  @XmlElement(name = "Value")
  private String value;

  /** An empty one. */
  public Property() {}

  /** One of this name and value. */
  public Property(String name, String value) {
    this.name = name;
    this.value = value;
  }

  /** The name, or {@code null}. */
  public String name() {
    return name;
  }

  /** The value, or {@code null}. */
  public String value() {
    return value;
  }
}
