package io.github.camelhpc.hpcpack.wire;

import io.github.camelhpc.hpcpack.model.PropertyMap;
import io.github.camelhpc.hpcpack.model.SafeXmlReader;
import io.github.camelhpc.hpcpack.model.XmlFault;
import jakarta.xml.bind.JAXBException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamException;

/** Reads one XML answer from its stream; elements are known by their local names, in any case. */
final class XmlAnswer {

  /** Of package-info.java; the reader reports all elements in it, JAXB finds its classes by it. */
  static final String COMMON = "http://schemas.microsoft.com/HPCS2008R2/common";

  private static final Set<String> NAMES =
      Set.of(
          "ArrayOfProperty",
          "ArrayOfObject",
          "ArrayOfstring",
          "Property",
          "Properties",
          "Object",
          "Name",
          "Value",
          "Code",
          "Message",
          "Values",
          "Key",
          "string",
          "int");

  private static final Map<String, String> SPELLING = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  static {
    NAMES.forEach(name -> SPELLING.put(name, name));
    // the two forms in which the data contract writes pairs
    SPELLING.put("KeyValueOfstringstring", "KeyValuePairOfstringstring");
    SPELLING.put("KeyValuePairOfstringstring", "KeyValuePairOfstringstring");
  }

  private final SafeXmlReader reader;

  private XmlAnswer(SafeXmlReader reader) {
    this.reader = reader;
  }

  /** Reads all of the answer, from its root element to its end. */
  static <T> T read(InputStream in, String namespace, Reading<T> reading) throws IOException {
    try {
      SafeXmlReader reader = SafeXmlReader.of(in, namespace, XmlAnswer::spelling);
      reader.nextTag();
      T result = reading.read(new XmlAnswer(reader));
      reader.finish();
      return result;
    } catch (XMLStreamException | JAXBException e) {
      throw new WireFormatException("the answer is not usable XML" + XmlFault.of(e), e);
    }
  }

  String rootName() {
    return reader.getLocalName();
  }

  int id() throws XMLStreamException {
    require("int", "string");
    String text = reader.getElementText().trim();
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new XMLStreamException("an id must be a whole number", reader.getLocation());
    }
  }

  String text() throws XMLStreamException {
    require("string");
    return reader.getElementText();
  }

  List<String> names() throws XMLStreamException, JAXBException {
    require("ArrayOfstring");
    ArrayOfString array = element(ArrayOfString.class);
    return array.strings().stream().filter(name -> !name.isEmpty()).toList();
  }

  PropertyMap properties() throws XMLStreamException, JAXBException {
    require("ArrayOfProperty");
    return element(ArrayOfProperty.class).toMap(new PropertyRows());
  }

  List<PropertyMap> objects() throws XMLStreamException, JAXBException {
    require("ArrayOfObject");
    PropertyRows rows = new PropertyRows();
    for (RestObject row : element(ArrayOfObject.class).objects()) {
      rows.add(row.properties().toMap(rows));
    }
    return rows.rows();
  }

  HpcWebServiceFault fault() throws JAXBException {
    return element(HpcWebServiceFault.class);
  }

  private <T> T element(Class<T> type) throws JAXBException {
    return WireXml.unmarshaller(type).unmarshal(reader, type).getValue();
  }

  private static String spelling(String name) {
    return NAMES.contains(name) ? name : SPELLING.getOrDefault(name, name);
  }

  private void require(String... names) throws XMLStreamException {
    String root = rootName();
    if (!List.of(names).contains(root)) {
      throw new XMLStreamException(
          "the element %s was expected, not %s".formatted(names[0], root), reader.getLocation());
    }
  }

  /** What is read of an answer. */
  interface Reading<T> {
    T read(XmlAnswer answer) throws XMLStreamException, JAXBException;
  }
}
