package io.github.camelhpc.hpcsoa.wire;

import static javax.xml.stream.XMLStreamConstants.CHARACTERS;
import static javax.xml.stream.XMLStreamConstants.END_ELEMENT;
import static javax.xml.stream.XMLStreamConstants.START_ELEMENT;

import io.github.camelhpc.hpcsoa.model.EndOfResponses;
import io.github.camelhpc.hpcsoa.model.SoaFault;
import java.io.IOException;

/** Reads the one element in a SOAP body: a result, a fault, or the end of the responses. */
final class SoapBodyReader {

  private final XmlCursor cursor;
  private final boolean withXml;
  private final NamespaceScope namespaces;
  private String output;
  private String xml;
  private SoaFault fault;

  /**
   * @param withXml whether a result is also copied
   * @param namespaces those in scope, as they are when a body is read
   */
  SoapBodyReader(XmlCursor cursor, boolean withXml, NamespaceScope namespaces) {
    this.cursor = cursor;
    this.withXml = withXml;
    this.namespaces = namespaces;
  }

  /** Reads from the start of the body to its end. */
  void read() throws IOException {
    output = "";
    xml = null;
    fault = null;
    if (cursor.nextTag("a body") != START_ELEMENT) {
      return;
    }
    if (cursor.localName().equals("Fault") && Soap.isEnvelope(cursor.namespace())) {
      fault = new SoapFaultReader(cursor, namespaces).read();
      output = null;
    } else {
      readResult(withXml ? new XmlCopy(namespaces) : null);
    }
    skipRest();
  }

  private void skipRest() throws IOException {
    while (cursor.nextTag("a body") == START_ELEMENT) {
      cursor.skipElement();
    }
  }

  // the result is the first element within, or the text where there is no element
  private void readResult(XmlCopy copy) throws IOException {
    ResultText direct = new ResultText(cursor.isNil());
    ResultText result = null;
    int event = START_ELEMENT;
    int depth = 1;
    boolean inResult = false;
    while (true) {
      if (copy != null) {
        copy.add(event, cursor);
      }
      event = cursor.next();
      if (event == CHARACTERS) {
        if (inResult) {
          result.add(cursor.text());
        } else if (result == null) {
          direct.add(cursor.text());
        }
      } else if (event == START_ELEMENT) {
        if (depth++ == 1 && result == null) {
          result = new ResultText(cursor.isNil());
          inResult = true;
        }
      } else if (event == END_ELEMENT) {
        depth--;
        inResult &= depth > 1;
        if (depth == 0) {
          break;
        }
      }
    }
    if (copy != null) {
      copy.add(event, cursor);
      xml = copy.xml();
    }
    output = (result == null ? direct : result).text();
  }

  /**
   * Reads from the start of the body of the end message to its end.
   *
   * @param count the number of responses, if the message does not say it
   */
  EndOfResponses readEnd(long count) throws IOException {
    String number = "";
    String reason = "";
    if (cursor.nextTag("a body") == START_ELEMENT) {
      while (cursor.nextTag("the end message") == START_ELEMENT) {
        switch (cursor.localName()) {
          case "Count" -> number = cursor.elementText().strip();
          case "Reason" -> reason = cursor.elementText();
          default -> cursor.skipElement();
        }
      }
      skipRest();
    }
    try {
      return new EndOfResponses(number.isEmpty() ? count : Long.parseLong(number), reason);
    } catch (NumberFormatException e) {
      throw cursor.malformed("the Count at the end of the responses is not a number");
    }
  }

  /** The result's text; {@code null} if it is nil, and for a fault. */
  String output() {
    return output;
  }

  /** The copy of the element; {@code null} if none was asked for, and for a fault. */
  String xml() {
    return xml;
  }

  /** The fault; {@code null} if there is none. */
  SoaFault fault() {
    return fault;
  }

  /** Gathers the text of an element; most have it in one piece. */
  private static final class ResultText {

    private final boolean nil;
    private String only = "";
    private StringBuilder all;

    ResultText(boolean nil) {
      this.nil = nil;
    }

    void add(String text) {
      if (all != null) {
        all.append(text);
      } else if (only.isEmpty()) {
        only = text;
      } else {
        all = new StringBuilder(only).append(text);
      }
    }

    String text() {
      return nil ? null : all == null ? only : all.toString();
    }
  }
}
