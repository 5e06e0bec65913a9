package io.github.camelhpc.simulators.hpcsoa.rest;

import static io.github.camelhpc.simulators.hpcsoa.XmlText.escaped;

import io.github.camelhpc.simulators.hpcsoa.FaultCode;
import io.github.camelhpc.simulators.hpcsoa.SoaCall;
import io.github.camelhpc.simulators.hpcsoa.SoaFault;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.stream.XMLStreamReader;

/** Writes the element of a SOAP body anew, so that it can be parsed without its envelope. */
final class BodyElement {

  private static final String XML_PREFIX = "xml";

  private final Map<String, String> outside;
  private final int maxMessageSize;
  private final StringBuilder xml = new StringBuilder(128);
  private final StringBuilder text = new StringBuilder();
  private final Set<String> declared = new TreeSet<>();
  private final Set<String> needed = new TreeSet<>();
  private String name;
  private String namespace;
  private int endOfName;

  /**
   * @param outside the namespaces by prefix that the envelope declares
   */
  BodyElement(Map<String, String> outside, int maxMessageSize) {
    this.outside = outside;
    this.maxMessageSize = maxMessageSize;
    // a prefix can also be used in a value, which cannot be seen; those of SOAP never are
    outside.forEach(
        (prefix, uri) -> {
          if (!uri.equals(EnvelopeReader.SOAP) && !uri.equals(EnvelopeReader.ADDRESSING)) {
            needed.add(prefix);
          }
        });
  }

  /** Opens an element. */
  void start(XMLStreamReader reader) {
    xml.append('<').append(qualified(reader.getPrefix(), reader.getLocalName()));
    boolean top = name == null;
    if (top) {
      name = reader.getLocalName();
      namespace = orEmpty(reader.getNamespaceURI());
      endOfName = xml.length();
    }
    for (int i = 0; i < reader.getNamespaceCount(); i++) {
      String prefix = orEmpty(reader.getNamespacePrefix(i));
      attribute(prefix.isEmpty() ? "xmlns" : "xmlns:" + prefix, orEmpty(reader.getNamespaceURI(i)));
      if (top) {
        declared.add(prefix);
      }
    }
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      attribute(
          qualified(reader.getAttributePrefix(i), reader.getAttributeLocalName(i)),
          reader.getAttributeValue(i));
    }
    xml.append('>');
    checkSize();
  }

  private void attribute(String attribute, String value) {
    xml.append(' ').append(attribute).append("=\"").append(escaped(value)).append('"');
  }

  private String qualified(String prefix, String localName) {
    if (prefix == null || prefix.isEmpty()) {
      return localName;
    }
    if (outside.containsKey(prefix)) {
      needed.add(prefix);
    }
    return prefix + ":" + localName;
  }

  /** Adds text. */
  void text(String piece) {
    xml.append(escaped(piece));
    text.append(piece);
    checkSize();
  }

  /** Closes an element. */
  void end(XMLStreamReader reader) {
    xml.append("</").append(qualified(reader.getPrefix(), reader.getLocalName())).append('>');
  }

  private void checkSize() {
    if (xml.length() > maxMessageSize) {
      throw SoaFault.of(
          FaultCode.FAILED_TO_SEND_REQUEST,
          "A request is larger than the MaxMessageSize of {0} bytes.",
          maxMessageSize);
    }
  }

  /** The element with the declarations of all namespaces that it takes from the envelope. */
  String toXml() {
    StringBuilder declarations = new StringBuilder();
    for (String prefix : needed) {
      if (!declared.contains(prefix) && !prefix.equals(XML_PREFIX)) {
        declarations
            .append(prefix.isEmpty() ? " xmlns" : " xmlns:" + prefix)
            .append("=\"")
            .append(escaped(outside.get(prefix)))
            .append('"');
      }
    }
    return xml.insert(endOfName, declarations).toString();
  }

  /** Whether it is the call of a generic service. */
  boolean isGenericOperation() {
    return name.equals("GenericOperation") && namespace.equals(SoaCall.GENERIC_NAMESPACE);
  }

  /** All text in it. */
  String allText() {
    return text.toString();
  }

  /** StAX gives null for an empty prefix or namespace. */
  static String orEmpty(String orNull) {
    return orNull == null ? "" : orNull;
  }
}
