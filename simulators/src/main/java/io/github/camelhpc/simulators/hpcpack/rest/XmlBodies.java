package io.github.camelhpc.simulators.hpcpack.rest;

import io.github.camelhpc.simulators.hpcpack.HpcPackFault;
import io.github.camelhpc.simulators.hpcpack.HpcPackTimes;
import io.github.camelhpc.simulators.hpcpack.model.PropertyName;
import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** The XML forms: those of .NET's data contracts (facts/hpcpack.md §2). */
final class XmlBodies {

  private static final String COMMON = "http://schemas.microsoft.com/HPCS2008R2/common";
  private static final String INSTANCE = "http://www.w3.org/2001/XMLSchema-instance";
  private static final String SIMPLE = "http://schemas.microsoft.com/2003/10/Serialization/";
  private static final String ARRAYS = SIMPLE + "Arrays";
  private static final String GENERIC =
      "http://schemas.datacontract.org/2004/07/System.Collections.Generic";

  private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

  private XmlBodies() {}

  static Buffer of(Result result) {
    return write(xml -> write(xml, result));
  }

  static Buffer of(HpcPackFault fault) {
    return write(
        xml -> {
          root(xml, "HpcWebServiceFault", COMMON);
          element(xml, "Code", String.valueOf(fault.code()));
          element(xml, "Message", fault.getMessage());
          xml.writeEmptyElement("Values");
          xml.writeAttribute("i:nil", "true");
          xml.writeAttribute("xmlns:a", GENERIC);
          xml.writeEndElement();
        });
  }

  private static void write(XMLStreamWriter xml, Result result) throws XMLStreamException {
    if (result instanceof Result.Id id) {
      simple(xml, "int", String.valueOf(id.value()));
    } else if (result instanceof Result.Text text) {
      simple(xml, "string", text.value());
    } else if (result instanceof Result.Names names) {
      root(xml, "ArrayOfstring", ARRAYS);
      for (String name : names.values()) {
        element(xml, "string", name);
      }
      xml.writeEndElement();
    } else if (result instanceof Result.Properties properties) {
      root(xml, "ArrayOfProperty", COMMON);
      for (NameValue property : properties.values()) {
        property(xml, property.name(), property.value());
      }
      xml.writeEndElement();
    } else if (result instanceof Result.Rows<?> rows) {
      root(xml, "ArrayOfObject", COMMON);
      rows(xml, rows);
      xml.writeEndElement();
    } else {
      throw HpcPackFault.notAcceptable(
          "This resource exists as JSON only; send Accept: application/json.");
    }
  }

  private static <T> void rows(XMLStreamWriter xml, Result.Rows<T> rows) throws XMLStreamException {
    for (T row : rows.rows()) {
      xml.writeStartElement("Object");
      xml.writeStartElement("Properties");
      properties(xml, row, rows.properties(), rows.times());
      xml.writeEndElement();
      xml.writeEndElement();
    }
  }

  private static <T> void properties(
      XMLStreamWriter xml,
      T row,
      List<? extends PropertyName<? super T>> properties,
      HpcPackTimes times)
      throws XMLStreamException {
    for (PropertyName<? super T> property : properties) {
      property(xml, property.wireName(), property.read(row, times));
    }
  }

  private static void property(XMLStreamWriter xml, String name, String value)
      throws XMLStreamException {
    xml.writeStartElement("Property");
    element(xml, "Name", name);
    element(xml, "Value", value);
    xml.writeEndElement();
  }

  private static void simple(XMLStreamWriter xml, String name, String text)
      throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeAttribute("xmlns", SIMPLE);
    xml.writeCharacters(legal(text));
    xml.writeEndElement();
  }

  private static void root(XMLStreamWriter xml, String name, String namespace)
      throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeAttribute("xmlns", namespace);
    xml.writeAttribute("xmlns:i", INSTANCE);
  }

  private static void element(XMLStreamWriter xml, String name, String text)
      throws XMLStreamException {
    if (text.isEmpty()) {
      xml.writeEmptyElement(name);
      return;
    }
    xml.writeStartElement(name);
    xml.writeCharacters(legal(text));
    xml.writeEndElement();
  }

  /** A task may write anything, but XML cannot carry every character. */
  private static String legal(String text) {
    boolean clean = text.codePoints().allMatch(XmlBodies::isLegal);
    return clean
        ? text
        : text.codePoints()
            .map(code -> isLegal(code) ? code : 0xFFFD)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
  }

  private static boolean isLegal(int code) {
    return code == 0x9
        || code == 0xA
        || code == 0xD
        || code >= 0x20 && code <= 0xD7FF
        || code >= 0xE000 && code <= 0xFFFD
        || code >= 0x10000;
  }

  private static Buffer write(Content content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
    try {
      XMLStreamWriter xml = FACTORY.createXMLStreamWriter(bytes, "UTF-8");
      content.write(xml);
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("The answer could not be written as XML.", e);
    }
    return Buffer.buffer(bytes.toByteArray());
  }

  private interface Content {
    void write(XMLStreamWriter xml) throws XMLStreamException;
  }
}
