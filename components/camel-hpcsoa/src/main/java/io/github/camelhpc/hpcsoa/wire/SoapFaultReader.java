package io.github.camelhpc.hpcsoa.wire;

import static javax.xml.stream.XMLStreamConstants.END_ELEMENT;
import static javax.xml.stream.XMLStreamConstants.START_ELEMENT;

import io.github.camelhpc.hpcsoa.model.SoaFault;
import java.io.IOException;

/** Reads a SOAP fault, of SOAP 1.2 and of the older 1.1, from its start to its end. */
final class SoapFaultReader {

  private final XmlCursor cursor;
  private final NamespaceScope namespaces;
  private String code = "";
  private String subcode;
  private String reason = "";
  private String detail;

  SoapFaultReader(XmlCursor cursor, NamespaceScope namespaces) {
    this.cursor = cursor;
    this.namespaces = namespaces;
    namespaces.add(cursor.reader());
  }

  SoaFault read() throws IOException {
    while (cursor.nextTag("a fault") == START_ELEMENT) {
      switch (cursor.localName()) {
        case "Code" -> readCode();
        case "Reason" -> readReason();
        case "Detail", "detail" -> readDetail();
        case "faultcode" -> code = localPart(cursor.elementText());
        case "faultstring" -> reason = cursor.elementText();
        default -> cursor.skipElement();
      }
    }
    return new SoaFault(code, subcode, reason, detail);
  }

  private void readCode() throws IOException {
    while (cursor.nextTag("a fault's code") == START_ELEMENT) {
      switch (cursor.localName()) {
        case "Value" -> code = localPart(cursor.elementText());
        case "Subcode" -> readSubcode();
        default -> cursor.skipElement();
      }
    }
  }

  private void readSubcode() throws IOException {
    while (cursor.nextTag("a fault's subcode") == START_ELEMENT) {
      if (cursor.localName().equals("Value")) {
        subcode = localPart(cursor.elementText());
      } else {
        cursor.skipElement();
      }
    }
  }

  // one text a language; the first is the service's own
  private void readReason() throws IOException {
    while (cursor.nextTag("a fault's reason") == START_ELEMENT) {
      if (reason.isEmpty() && cursor.localName().equals("Text")) {
        reason = cursor.elementText();
      } else {
        cursor.skipElement();
      }
    }
  }

  private void readDetail() throws IOException {
    namespaces.add(cursor.reader());
    int event;
    while ((event = cursor.next()) != END_ELEMENT) {
      if (event != START_ELEMENT) {
        continue;
      }
      if (detail == null) {
        detail = copy();
      } else {
        cursor.skipElement();
      }
    }
  }

  private String copy() throws IOException {
    XmlCopy copy = new XmlCopy(namespaces);
    copy.add(START_ELEMENT, cursor);
    int depth = 1;
    while (depth > 0) {
      int event = cursor.next();
      copy.add(event, cursor);
      if (event == START_ELEMENT) {
        depth++;
      } else if (event == END_ELEMENT) {
        depth--;
      }
    }
    return copy.xml();
  }

  private static String localPart(String name) {
    String text = name.strip();
    return text.substring(text.indexOf(':') + 1);
  }
}
