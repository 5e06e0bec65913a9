package io.github.camelhpc.simulators.hpcsoa.rest;

import io.github.camelhpc.simulators.hpcsoa.SoaFault;
import io.github.camelhpc.simulators.hpcsoa.session.SessionStart;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.io.StringReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads WebSessionStartInfo (facts/hpcsoa.md §2.1). */
final class SessionStartReader {

  private static final String ROOT = "WebSessionStartInfo";
  private static final String INSTANCE = "http://www.w3.org/2001/XMLSchema-instance";

  /** All fields, in the ordinal order that a data contract expects. */
  private static final List<String> FIELDS =
      List.of(
          "AdminJobForHostInDiag",
          "AllocationGrowLoadRatioThreshold",
          "AllocationShrinkLoadRatioThreshold",
          "CanPreempt",
          "ClientConnectionTimeout",
          "ClientIdleTimeout",
          "DiagnosticBrokerNode",
          "Environments",
          "ExtendedPriority",
          "JobTemplate",
          "MaxMessageSize",
          "MaxUnits",
          "MessagesThrottleStartThreshold",
          "MessagesThrottleStopThreshold",
          "MinUnits",
          "NodeGroupsStr",
          "Password",
          "Priority",
          "RequestedNodesStr",
          "ResourceUnitType",
          "Runtime",
          "ServiceJobName",
          "ServiceJobProject",
          "ServiceName",
          "ServiceOperationTimeout",
          "ServiceVersion",
          "SessionIdleTimeout",
          "ShareSession",
          "UseSessionPool",
          "Username");

  private static final XMLInputFactory FACTORY = factory();

  private SessionStartReader() {}

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    return factory;
  }

  /**
   * Reads the body of createSession.
   *
   * @throws SoaFault if it cannot be read or something is missing or wrong
   */
  static SessionStart read(SoaExchange exchange) {
    return SessionStart.of(
        switch (exchange.contentType()) {
          case "application/json" -> json(exchange.body());
          case "application/xml" -> xml(exchange.body());
          default ->
              throw SoaFault.argument(
                  "The Content-Type must be application/json or application/xml.");
        });
  }

  private static Map<String, String> json(String body) {
    try {
      JsonObject object = new JsonObject(body);
      Map<String, String> fields = new HashMap<>();
      for (String name : FIELDS) {
        Object value = object.getValue(name);
        if (value != null) {
          fields.put(name, value instanceof JsonObject version ? version(version) : "" + value);
        }
      }
      return fields;
    } catch (DecodeException e) {
      throw SoaFault.argument("The body is not a JSON object.");
    }
  }

  private static String version(JsonObject version) {
    return version.getValue("_Major") + "." + version.getValue("_Minor");
  }

  private static Map<String, String> xml(String body) {
    try {
      XMLStreamReader xml = FACTORY.createXMLStreamReader(new StringReader(body.strip()));
      try {
        requireRoot(xml);
        return fields(xml);
      } finally {
        xml.close();
      }
    } catch (XMLStreamException e) {
      throw SoaFault.argument("The body is not well-formed XML, or has a document type.");
    }
  }

  private static void requireRoot(XMLStreamReader xml) throws XMLStreamException {
    int event = xml.next();
    while (event == XMLStreamConstants.COMMENT || event == XMLStreamConstants.SPACE) {
      event = xml.next();
    }
    if (event != XMLStreamConstants.START_ELEMENT) {
      throw new XMLStreamException("no element");
    }
    if (!xml.getLocalName().equals(ROOT)
        || !XmlDocuments.SESSION_NAMESPACE.equals(xml.getNamespaceURI())) {
      throw SoaFault.argument(
          "The root element must be "
              + ROOT
              + " of the namespace "
              + XmlDocuments.SESSION_NAMESPACE
              + ".");
    }
  }

  /**
   * As a data contract reader does, it passes over elements that it does not know, and without a
   * word also over those that come too late in the order (facts/hpcsoa.md §2.1).
   */
  private static Map<String, String> fields(XMLStreamReader xml) throws XMLStreamException {
    Map<String, String> fields = new HashMap<>();
    int last = -1;
    while (xml.hasNext()) {
      if (xml.next() == XMLStreamConstants.START_ELEMENT) {
        int position = position(xml);
        boolean nil = "true".equals(xml.getAttributeValue(INSTANCE, "nil"));
        String value = content(xml);
        if (position > last) {
          last = position;
          if (!nil) {
            fields.put(FIELDS.get(position), value);
          }
        }
      }
    }
    return fields;
  }

  private static int position(XMLStreamReader xml) {
    return XmlDocuments.SESSION_NAMESPACE.equals(xml.getNamespaceURI())
        ? FIELDS.indexOf(xml.getLocalName())
        : -1;
  }

  /** The text of the element; of a System.Version the major and the minor number. */
  private static String content(XMLStreamReader xml) throws XMLStreamException {
    StringBuilder text = new StringBuilder();
    Map<String, String> members = new HashMap<>();
    int depth = 1;
    while (depth > 0) {
      int event = xml.next();
      if (event == XMLStreamConstants.ENTITY_REFERENCE) {
        throw new XMLStreamException("an entity");
      } else if (event == XMLStreamConstants.START_ELEMENT) {
        depth++;
        text.setLength(0);
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
        members.put(xml.getLocalName(), text.toString());
      } else if (xml.isCharacters()) {
        text.append(xml.getText());
      }
    }
    return members.containsKey("_Major")
        ? members.get("_Major") + "." + members.get("_Minor")
        : text.toString();
  }
}
