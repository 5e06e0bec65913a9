package io.github.camelhpc.simulators.hpcsoa.service;

import io.github.camelhpc.simulators.hpcsoa.XmlText;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The element of a SOAP body as WCF makes it of a method call: its children are the arguments.
 *
 * @param name its local name
 * @param namespace its namespace, or empty
 * @param arguments the text of each child, nested elements included
 */
public record OperationElement(String name, String namespace, List<String> arguments) {

  private static final XMLInputFactory FACTORY = factory();

  public OperationElement {
    arguments = List.copyOf(arguments);
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return factory;
  }

  /**
   * Reads an element.
   *
   * @throws XMLStreamException if it is not well-formed
   */
  public static OperationElement parse(String xml) throws XMLStreamException {
    XMLStreamReader reader = FACTORY.createXMLStreamReader(new StringReader(xml));
    try {
      reader.nextTag();
      String name = reader.getLocalName();
      String namespace = reader.getNamespaceURI() == null ? "" : reader.getNamespaceURI();
      return new OperationElement(name, namespace, arguments(reader));
    } finally {
      reader.close();
    }
  }

  private static List<String> arguments(XMLStreamReader reader) throws XMLStreamException {
    List<String> arguments = new ArrayList<>();
    StringBuilder own = new StringBuilder();
    StringBuilder argument = new StringBuilder();
    int depth = 1;
    while (depth > 0) {
      int event = reader.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        depth++;
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
        if (depth == 1) {
          arguments.add(argument.toString());
          argument.setLength(0);
        }
      } else if (reader.isCharacters()) {
        (depth == 1 ? own : argument).append(reader.getText());
      }
    }
    return arguments.isEmpty() ? List.of(own.toString()) : arguments;
  }

  /** All arguments as one text. */
  public String text() {
    return String.join("", arguments);
  }

  /** The element that WCF would answer with. */
  public String result(String text) {
    return "<%1$sResponse xmlns=\"%2$s\"><%1$sResult>%3$s</%1$sResult></%1$sResponse>"
        .formatted(name, XmlText.escaped(namespace), XmlText.escaped(text));
  }
}
