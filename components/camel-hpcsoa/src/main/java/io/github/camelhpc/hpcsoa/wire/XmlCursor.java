package io.github.camelhpc.hpcsoa.wire;

import static javax.xml.stream.XMLStreamConstants.CHARACTERS;
import static javax.xml.stream.XMLStreamConstants.DTD;
import static javax.xml.stream.XMLStreamConstants.END_DOCUMENT;
import static javax.xml.stream.XMLStreamConstants.END_ELEMENT;
import static javax.xml.stream.XMLStreamConstants.ENTITY_REFERENCE;
import static javax.xml.stream.XMLStreamConstants.START_ELEMENT;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;

/**
 * Goes through XML from outside, token by token: refuses document types and entities, bounds the
 * nesting and the size, and says where a failure is.
 */
final class XmlCursor implements Closeable {

  private static final int MAX_DEPTH = 1000;
  private static final String SCHEMA_INSTANCE = "http://www.w3.org/2001/XMLSchema-instance";

  private final LimitedSource source;
  private final XMLStreamReader2 reader;

  XmlCursor(InputStream in, int maxItemSize) throws IOException {
    source = new LimitedSource(in, maxItemSize);
    try {
      reader = (XMLStreamReader2) factory().createXMLStreamReader(source);
    } catch (XMLStreamException | RuntimeException e) {
      throw failure(e);
    }
  }

  /**
   * A parser with its own table of names: those of one stream must not stay in memory for the next.
   * It knows no external entities at all, and leaves text undecoded until it is asked for.
   */
  static XMLInputFactory factory() {
    InputFactoryImpl factory = new InputFactoryImpl();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    return factory;
  }

  /** Goes to the next token; {@code END_DOCUMENT} is the last. */
  int next() throws IOException {
    try {
      int event = reader.next();
      if (event == START_ELEMENT && reader.getDepth() > MAX_DEPTH) {
        throw malformed("elements are nested deeper than %d levels".formatted(MAX_DEPTH));
      }
      if (event == DTD || event == ENTITY_REFERENCE) {
        throw malformed("document types and entities are not allowed in XML of the service");
      }
      return event;
    } catch (XMLStreamException | RuntimeException e) {
      throw failure(e);
    }
  }

  /**
   * Goes to the next start or end of an element, or to the end of the document.
   *
   * @param where named in the message if there is text
   */
  int nextTag(String where) throws IOException {
    while (true) {
      int event = next();
      if (event == START_ELEMENT || event == END_ELEMENT || event == END_DOCUMENT) {
        return event;
      }
      if (event == CHARACTERS && !isBlank()) {
        throw malformed("text is not allowed in " + where);
      }
    }
  }

  private boolean isBlank() throws IOException {
    try {
      return reader.isWhiteSpace();
    } catch (RuntimeException e) {
      throw failure(e);
    }
  }

  /** Goes from the start of an element to its end. */
  void skipElement() throws IOException {
    int depth = 1;
    while (depth > 0) {
      int event = next();
      if (event == START_ELEMENT) {
        depth++;
      } else if (event == END_ELEMENT) {
        depth--;
      }
    }
  }

  /** Goes from the start of an element to its end; gives its text, which may hold no elements. */
  String elementText() throws IOException {
    try {
      return reader.getElementText();
    } catch (XMLStreamException | RuntimeException e) {
      throw failure(e);
    }
  }

  /** The same, for a text that is mostly the same as the one before. */
  String elementText(RepeatedText texts) throws IOException {
    String text = "";
    int event;
    while ((event = next()) != END_ELEMENT) {
      if (event == START_ELEMENT) {
        throw malformed("a text was expected, not an element in it");
      }
      if (event == CHARACTERS) {
        text = text.isEmpty() ? text(texts) : text + text();
      }
    }
    return text;
  }

  private String text(RepeatedText texts) throws IOException {
    try {
      // decodes it, then the others are known
      char[] characters = reader.getTextCharacters();
      return texts.of(characters, reader.getTextStart(), reader.getTextLength());
    } catch (RuntimeException e) {
      throw failure(e);
    }
  }

  /** The text that the cursor is at. */
  String text() throws IOException {
    try {
      return reader.getText();
    } catch (RuntimeException e) {
      throw failure(e);
    }
  }

  String localName() {
    return reader.getLocalName();
  }

  String namespace() {
    String namespace = reader.getNamespaceURI();
    return namespace == null ? "" : namespace;
  }

  /** Whether the element says that it has no value: {@code i:nil="true"}. */
  boolean isNil() {
    if (reader.getAttributeCount() == 0) {
      return false;
    }
    String nil = reader.getAttributeValue(SCHEMA_INSTANCE, "nil");
    return nil != null && (nil.strip().equals("true") || nil.strip().equals("1"));
  }

  /** The parser itself, to copy what it is at. */
  XMLStreamReader2 reader() {
    return reader;
  }

  /** To be told that an item begins, whose size is limited. */
  void nextItem() {
    source.nextItem();
  }

  /** How many bytes come before the place where the cursor is. */
  long offset() {
    return precise(reader.getLocationInfo().getCurrentLocation().getCharacterOffset());
  }

  // the parser's place is a number of 32 bits; the rest is known from what it has read
  private long precise(int place) {
    return place < 0 && source.count() < Integer.MAX_VALUE
        ? source.count()
        : source.count() - Math.max(0, (int) source.count() - place);
  }

  SoaFormatException malformed(String message) {
    return new SoaFormatException(message, offset());
  }

  // a parser has no promise to fail with its own exception only when it is fed with garbage
  private IOException failure(Exception e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof IOException connection) {
        return connection;
      }
      if (cause instanceof XMLStreamException xml && xml.getLocation() != null) {
        return new SoaFormatException(
            "the service's XML is malformed: " + firstLine(xml),
            precise(xml.getLocation().getCharacterOffset()),
            xml);
      }
    }
    return new SoaFormatException(
        "the service's XML is malformed: " + firstLine(e), source.count(), e);
  }

  private static String firstLine(Exception e) {
    String message = String.valueOf(e.getMessage());
    int end = message.indexOf('\n');
    return (end < 0 ? message : message.substring(0, end)).strip();
  }

  @Override
  public void close() throws IOException {
    try {
      reader.close();
    } catch (XMLStreamException | RuntimeException e) {
      throw failure(e);
    } finally {
      source.close();
    }
  }
}
