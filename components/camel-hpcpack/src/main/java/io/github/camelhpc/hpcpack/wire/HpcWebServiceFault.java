package io.github.camelhpc.hpcpack.wire;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlElementWrapper;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The XML of an error (facts/hpcpack.md §6). */
@XmlRootElement(name = "HpcWebServiceFault")
@XmlAccessorType(XmlAccessType.FIELD)
@XmlType(propOrder = {"code", "message", "values"})
public final class HpcWebServiceFault {

  @XmlElement(name = "Code")
  private String code;

  @XmlElement(name = "Message")
  private String message;

  @XmlElementWrapper(name = "Values")
  @XmlElement(name = "KeyValuePairOfstringstring")
  private List<Pair> values = new ArrayList<>();

  /** The code, or {@code null}. */
  public String code() {
    return code;
  }

  /** The message, or {@code null}. */
  public String message() {
    return message;
  }

  /** Further values; empty if there are none. */
  public Map<String, String> values() {
    Map<String, String> map = new LinkedHashMap<>();
    if (values != null) {
      values.stream().filter(pair -> pair.key != null).forEach(pair -> pair.putInto(map));
    }
    return map;
  }

  /** A name and its value. */
  @XmlAccessorType(XmlAccessType.FIELD)
  @XmlType(propOrder = {"key", "value"})
  public static final class Pair {

    @XmlElement(name = "Key")
    private String key;

    @XmlElement(name = "Value")
    private String value;

    private void putInto(Map<String, String> map) {
      map.put(key, value == null ? "" : value);
    }
  }
}
