package io.github.camelhpc.hpcpack.model;

import java.io.InputStream;
import java.io.Reader;
import java.util.function.UnaryOperator;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;

/**
 * Reads XML from outside: refuses document types and entities, bounds the nesting, and reports
 * every element in one namespace, because servers and users write these documents with several
 * namespaces or none (facts/hpcpack.md §2.1, §3.5). Attributes stay as they are.
 */
public final class SafeXmlReader extends StreamReaderDelegate {

  // below the limit of 100 that JDK 24 and later set themselves
  private static final int MAX_DEPTH = 64;

  private final String namespace;
  private final UnaryOperator<String> elementName;
  private int depth;

  private SafeXmlReader(
      XMLStreamReader reader, String namespace, UnaryOperator<String> elementName) {
    super(reader);
    this.namespace = namespace;
    this.elementName = elementName;
  }

  /**
   * Reads bytes; the encoding is found as XML says.
   *
   * @param namespace the namespace to report
   * @param elementName gives the spelling to report for the spelling found
   */
  public static SafeXmlReader of(
      InputStream in, String namespace, UnaryOperator<String> elementName)
      throws XMLStreamException {
    return new SafeXmlReader(factory().createXMLStreamReader(in), namespace, elementName);
  }

  /** Reads text; an encoding declared in it does not matter. */
  public static SafeXmlReader of(Reader text, String namespace) throws XMLStreamException {
    return new SafeXmlReader(
        factory().createXMLStreamReader(text), namespace, UnaryOperator.identity());
  }

  // The JDK's own parser, whatever else is on the class path; a factory is not safe for threads.
  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    return factory;
  }

  @Override
  public int next() throws XMLStreamException {
    int event = anyNext();
    switch (event) {
      case DTD ->
          throw new XMLStreamException(
              "a document type (<!DOCTYPE …>) is not allowed", getLocation());
      case ENTITY_REFERENCE ->
          throw new XMLStreamException("entities are not allowed", getLocation());
      case START_ELEMENT -> deeper();
      case END_ELEMENT -> depth--;
      default -> {
        // text, comments and processing instructions are the caller's business
      }
    }
    return event;
  }

  /** For some errors in a document type the JDK's parser has no message, and fails at that. */
  private int anyNext() throws XMLStreamException {
    try {
      return super.next();
    } catch (RuntimeException e) {
      throw new XMLStreamException("the text is not well-formed", getLocation(), e);
    }
  }

  @Override
  public int nextTag() throws XMLStreamException {
    int event = next();
    while (event != START_ELEMENT && event != END_ELEMENT) {
      if (event == END_DOCUMENT || event == CHARACTERS && !isWhiteSpace()) {
        throw new XMLStreamException("an element is missing", getLocation());
      }
      event = next();
    }
    return event;
  }

  /** Reads on to the end of the document, which must be well-formed. */
  public void finish() throws XMLStreamException {
    while (hasNext()) {
      next();
    }
  }

  @Override
  public String getNamespaceURI() {
    return namespace;
  }

  @Override
  public String getLocalName() {
    return elementName.apply(super.getLocalName());
  }

  @Override
  public QName getName() {
    return new QName(namespace, getLocalName());
  }

  private void deeper() throws XMLStreamException {
    if (++depth > MAX_DEPTH) {
      throw new XMLStreamException(
          "elements are nested deeper than " + MAX_DEPTH + " levels", getLocation());
    }
  }
}
