package io.github.camelhpc.hpcpack.wire;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlRootElement;
import java.util.ArrayList;
import java.util.List;

/** The XML of a list of names (facts/hpcpack.md §2.2). */
@XmlRootElement(name = "ArrayOfstring", namespace = ArrayOfString.NAMESPACE)
@XmlAccessorType(XmlAccessType.FIELD)
public final class ArrayOfString {

  static final String NAMESPACE = "http://schemas.microsoft.com/2003/10/Serialization/Arrays";

  @XmlElement(name = "string", namespace = NAMESPACE)
  private List<String> strings = new ArrayList<>();

  /** The names; may be changed. */
  public List<String> strings() {
    return strings;
  }
}
