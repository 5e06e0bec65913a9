package io.github.camelhpc.simulators.hpcpack.rest;

import io.github.camelhpc.simulators.hpcpack.HpcPackFault;
import java.io.StringReader;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;

/** Opens XML that came from outside: no document type, no entities, nothing is fetched. */
final class XmlDocuments {

  private static final XMLInputFactory FACTORY = factory();

  private XmlDocuments() {}

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    return factory;
  }

  /**
   * Reads a document.
   *
   * @throws HpcPackFault if it is not well-formed, or has a document type
   */
  static <T> T read(String text, Reading<T> reading) {
    try {
      XMLStreamReader xml =
          new NoDocumentType(FACTORY.createXMLStreamReader(new StringReader(text.strip())));
      try {
        xml.nextTag();
        T result = reading.read(xml);
        while (xml.hasNext()) {
          xml.next();
        }
        return result;
      } finally {
        xml.close();
      }
    } catch (XMLStreamException e) {
      String reason = String.valueOf(e.getMessage()).replaceAll("\\s+", " ");
      throw HpcPackFault.badRequest("The body is not well-formed XML: " + reason);
    }
  }

  /** Goes over the current element and all that is in it. */
  static void skip(XMLStreamReader xml) throws XMLStreamException {
    int depth = 1;
    while (depth > 0) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        depth++;
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
      }
    }
  }

  /** What is done with the document; the reader stands at the root element. */
  interface Reading<T> {
    T read(XMLStreamReader xml) throws XMLStreamException;
  }

  private static final class NoDocumentType extends StreamReaderDelegate {
    NoDocumentType(XMLStreamReader reader) {
      super(reader);
    }

    @Override
    public int next() throws XMLStreamException {
      int event = super.next();
      if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
        throw HpcPackFault.badRequest("The XML must not have a document type or entities.");
      }
      return event;
    }

    @Override
    public int nextTag() throws XMLStreamException {
      int event = next();
      while (event != XMLStreamConstants.START_ELEMENT && event != XMLStreamConstants.END_ELEMENT) {
        boolean blank =
            event == XMLStreamConstants.SPACE
                || event == XMLStreamConstants.COMMENT
                || event == XMLStreamConstants.PROCESSING_INSTRUCTION
                || event == XMLStreamConstants.CHARACTERS && isWhiteSpace();
        if (!blank) {
          throw new XMLStreamException("an element was expected", getLocation());
        }
        event = next();
      }
      return event;
    }
  }
}
