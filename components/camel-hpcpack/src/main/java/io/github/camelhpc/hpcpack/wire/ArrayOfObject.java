package io.github.camelhpc.hpcpack.wire;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlRootElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The XML of a listing (facts/hpcpack.md §2.1). {@link XmlWireFormat} reads it row by row. */
@XmlRootElement(name = "ArrayOfObject")
@XmlAccessorType(XmlAccessType.FIELD)
public final class ArrayOfObject {

  @XmlElement(name = "Object")
  private List<RestObject> objects = new ArrayList<>();

  /** These rows, in their order. */
  public static ArrayOfObject of(List<? extends Map<String, String>> rows) {
    ArrayOfObject array = new ArrayOfObject();
    rows.forEach(row -> array.objects.add(RestObject.of(row)));
    return array;
  }

  /** The rows; may be changed. */
  public List<RestObject> objects() {
    return objects;
  }
}
