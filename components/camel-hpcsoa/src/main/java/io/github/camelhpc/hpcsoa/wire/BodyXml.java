package io.github.camelhpc.hpcsoa.wire;

import static javax.xml.stream.XMLStreamConstants.DTD;
import static javax.xml.stream.XMLStreamConstants.END_ELEMENT;
import static javax.xml.stream.XMLStreamConstants.ENTITY_REFERENCE;
import static javax.xml.stream.XMLStreamConstants.START_ELEMENT;

import java.io.StringReader;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;

/** Requires that the body of a request is one well-formed element, and takes it out of its text. */
final class BodyXml {

  private static final int MAX_DEPTH = 1000;

  private final XMLInputFactory factory = XmlCursor.factory();

  /**
   * The element's own text, without an XML declaration, comments and white space around it.
   *
   * @throws XMLStreamException with a message that says what is wrong
   */
  String element(String xml) throws XMLStreamException {
    String text = xml.strip();
    XMLStreamReader2 reader =
        (XMLStreamReader2) factory.createXMLStreamReader(new StringReader(text));
    try {
      return element(text, reader);
    } catch (RuntimeException e) {
      throw new XMLStreamException(e.getMessage(), e);
    } finally {
      reader.close();
    }
  }

  private static String element(String text, XMLStreamReader2 reader) throws XMLStreamException {
    long start = -1;
    long end = -1;
    while (reader.hasNext()) {
      int event = reader.next();
      if (event == DTD || event == ENTITY_REFERENCE) {
        throw new XMLStreamException("document types and entities are not allowed");
      }
      if (event == START_ELEMENT && reader.getDepth() > MAX_DEPTH) {
        throw new XMLStreamException("its elements are nested deeper than " + MAX_DEPTH);
      }
      if (event == START_ELEMENT && start < 0) {
        start = reader.getLocationInfo().getStartingCharOffset();
      } else if (event == END_ELEMENT && reader.getDepth() == 1) {
        end = reader.getLocationInfo().getEndingCharOffset();
      }
    }
    // the parser counts the blanks in front of the root to it
    return text.substring((int) start, (int) end).strip();
  }
}
