package io.github.camelhpc.simulators.hpcpack.rest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.github.camelhpc.simulators.hpcpack.HpcPackFault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads the bodies of requests, JSON and XML. Member names are matched without regard to case, XML
 * elements whatever their namespace is (facts/hpcpack.md §2.1, §11).
 */
final class Bodies {

  private static final JsonFactory FACTORY = new JsonFactory();

  private Bodies() {}

  /** An array of name/value pairs; nothing at all is an empty one. */
  static Map<String, String> properties(Call call) {
    String body = call.body();
    if (body.isBlank()) {
      return Map.of();
    }
    return call.bodyIsXml()
        ? XmlDocuments.read(body, Bodies::xmlProperties)
        : json(body, Bodies::jsonProperties);
  }

  /** One text; nothing at all is an empty one. */
  static String text(Call call) {
    String body = call.body();
    if (body.isBlank()) {
      return "";
    }
    return call.bodyIsXml()
        ? XmlDocuments.read(body, Bodies::xmlText)
        : json(body, Bodies::jsonText);
  }

  /** A job description: in a JSON string, in a {@code <string>} element, or the bare document. */
  static String jobXml(Call call) {
    String body = call.body();
    if (body.isBlank()) {
      throw HpcPackFault.badRequest("The body must hold the job as XML.");
    }
    if (!call.bodyIsXml()) {
      return json(body, Bodies::jsonText);
    }
    boolean wrapped = XmlDocuments.read(body, xml -> xml.getLocalName().equals("string"));
    return wrapped ? XmlDocuments.read(body, Bodies::xmlText) : body;
  }

  private static Map<String, String> jsonProperties(JsonParser json) throws IOException {
    if (json.nextToken() == JsonToken.VALUE_NULL) {
      return Map.of();
    }
    if (json.currentToken() != JsonToken.START_ARRAY) {
      throw notProperties();
    }
    Map<String, String> properties = new LinkedHashMap<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      if (json.currentToken() != JsonToken.START_OBJECT) {
        throw notProperties();
      }
      jsonProperty(json, properties);
    }
    return properties;
  }

  private static void jsonProperty(JsonParser json, Map<String, String> properties)
      throws IOException {
    String name = null;
    String value = "";
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String member = json.currentName();
      json.nextToken();
      if (member.equalsIgnoreCase("Name")) {
        name = json.getValueAsString();
      } else if (member.equalsIgnoreCase("Value")) {
        if (json.currentToken().isStructStart()) {
          throw notProperties();
        }
        value = json.currentToken() == JsonToken.VALUE_NULL ? "" : json.getText();
      } else {
        json.skipChildren();
      }
    }
    add(properties, name, value);
  }

  private static void add(Map<String, String> properties, String name, String value) {
    if (name == null || name.isBlank()) {
      throw HpcPackFault.badRequest("Every property of the body needs a Name.");
    }
    properties.put(name.trim(), value);
  }

  private static HpcPackFault notProperties() {
    return HpcPackFault.badRequest(
        "The body must be an array of objects with a Name and a Value, both of them strings.");
  }

  private static String jsonText(JsonParser json) throws IOException {
    JsonToken token = json.nextToken();
    if (token == JsonToken.VALUE_NULL) {
      return "";
    }
    if (token == JsonToken.START_ARRAY && json.nextToken() == JsonToken.END_ARRAY) {
      // an empty array is what a client sends that always sends properties (§2.3)
      return "";
    }
    if (token != JsonToken.VALUE_STRING) {
      throw HpcPackFault.badRequest("The body must be one JSON string.");
    }
    return json.getText();
  }

  private static Map<String, String> xmlProperties(XMLStreamReader xml) throws XMLStreamException {
    if (!xml.getLocalName().equals("ArrayOfProperty")) {
      throw HpcPackFault.badRequest("The body must be an ArrayOfProperty.");
    }
    Map<String, String> properties = new LinkedHashMap<>();
    while (xml.nextTag() == XMLStreamConstants.START_ELEMENT) {
      xmlProperty(xml, properties);
    }
    return properties;
  }

  private static void xmlProperty(XMLStreamReader xml, Map<String, String> properties)
      throws XMLStreamException {
    String name = null;
    String value = "";
    while (xml.nextTag() == XMLStreamConstants.START_ELEMENT) {
      switch (xml.getLocalName()) {
        case "Name" -> name = xml.getElementText();
        case "Value" -> value = xml.getElementText();
        default -> XmlDocuments.skip(xml);
      }
    }
    add(properties, name, value);
  }

  private static String xmlText(XMLStreamReader xml) throws XMLStreamException {
    if (!xml.getLocalName().equals("string")) {
      if (xml.getLocalName().equals("ArrayOfProperty")) {
        XmlDocuments.skip(xml);
        return "";
      }
      throw HpcPackFault.badRequest("The body must be one string element.");
    }
    return xml.getElementText();
  }

  private static <T> T json(String body, Reading<T> reading) {
    try (JsonParser json = FACTORY.createParser(body)) {
      T result = reading.read(json);
      if (json.nextToken() != null) {
        throw HpcPackFault.badRequest("There is something after the end of the JSON body.");
      }
      return result;
    } catch (JsonProcessingException e) {
      throw HpcPackFault.badRequest("The body is not valid JSON: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private interface Reading<T> {
    T read(JsonParser json) throws IOException;
  }
}
