package io.github.camelhpc.hpcsoa.wire;

import static javax.xml.stream.XMLStreamConstants.CDATA;
import static javax.xml.stream.XMLStreamConstants.CHARACTERS;
import static javax.xml.stream.XMLStreamConstants.END_ELEMENT;
import static javax.xml.stream.XMLStreamConstants.SPACE;
import static javax.xml.stream.XMLStreamConstants.START_ELEMENT;

import com.fasterxml.aalto.stax.OutputFactoryImpl;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;

/**
 * Copies one element out of an envelope, so that it can stand alone: the namespaces that the
 * elements around it declare are declared in it, because not only names but also values such as
 * {@code i:type="x:Price"} use them. Those of SOAP itself are declared only where names use them.
 */
final class XmlCopy {

  private static final XMLOutputFactory WRITERS = new OutputFactoryImpl();

  private final NamespaceScope inherited;
  private final StringWriter text = new StringWriter();
  private final XMLStreamWriter writer;
  private int depth;

  /**
   * @param inherited the namespaces in scope
   */
  XmlCopy(NamespaceScope inherited) throws IOException {
    this.inherited = inherited;
    try {
      writer = WRITERS.createXMLStreamWriter(text);
    } catch (XMLStreamException e) {
      throw new IOException("XML cannot be written", e);
    }
  }

  /** Copies the token that the parser is at. */
  void add(int event, XmlCursor cursor) throws IOException {
    try {
      switch (event) {
        case START_ELEMENT -> start(cursor.reader());
        case END_ELEMENT -> {
          writer.writeEndElement();
          depth--;
        }
        case CHARACTERS, CDATA, SPACE -> writer.writeCharacters(cursor.text());
        default -> {
          // comments and processing instructions mean nothing
        }
      }
    } catch (XMLStreamException e) {
      throw new SoaFormatException("an element cannot be copied", cursor.offset(), e);
    }
  }

  private void start(XMLStreamReader reader) throws XMLStreamException {
    String prefix = nonNull(reader.getPrefix());
    writer.writeStartElement(prefix, reader.getLocalName(), nonNull(reader.getNamespaceURI()));
    for (Map.Entry<String, String> namespace : declarations(reader).entrySet()) {
      if (namespace.getKey().isEmpty()) {
        writer.writeDefaultNamespace(namespace.getValue());
      } else {
        writer.writeNamespace(namespace.getKey(), namespace.getValue());
      }
    }
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      writer.writeAttribute(
          nonNull(reader.getAttributePrefix(i)),
          nonNull(reader.getAttributeNamespace(i)),
          reader.getAttributeLocalName(i),
          reader.getAttributeValue(i));
    }
  }

  private Map<String, String> declarations(XMLStreamReader reader) {
    Map<String, String> declared = new TreeMap<>();
    if (depth++ == 0) {
      declared.putAll(inherited.toMap());
      declared.values().removeIf(Soap::isSoap);
    }
    declareIfSoap(reader.getPrefix(), reader.getNamespaceURI(), declared);
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      declareIfSoap(reader.getAttributePrefix(i), reader.getAttributeNamespace(i), declared);
    }
    for (int i = 0; i < reader.getNamespaceCount(); i++) {
      declared.put(nonNull(reader.getNamespacePrefix(i)), nonNull(reader.getNamespaceURI(i)));
    }
    return declared;
  }

  private static void declareIfSoap(String prefix, String uri, Map<String, String> declared) {
    if (uri != null && Soap.isSoap(uri)) {
      declared.put(nonNull(prefix), uri);
    }
  }

  /** The copy, after the element's end. */
  String xml() throws IOException {
    try {
      writer.close();
    } catch (XMLStreamException e) {
      throw new IOException("XML cannot be written", e);
    }
    return text.toString();
  }

  private static String nonNull(String text) {
    return text == null ? "" : text;
  }
}
