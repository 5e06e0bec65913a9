package io.github.camelhpc.hpcsoa.wire;

import com.fasterxml.aalto.stax.OutputFactoryImpl;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.camelhpc.hpcsoa.model.SessionStartField;
import io.github.camelhpc.hpcsoa.model.SessionStartInfo;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes what a session is told, as .NET's data contracts want it (facts/hpcsoa.md §2.1). Fields
 * that are not set are left out. The result holds a password: it must not be logged.
 */
public final class SessionStartWriter {

  // with the slash at its end, unlike that of a batch's status
  private static final String NAMESPACE = "http://hpc.microsoft.com/";
  private static final String INSTANCE = "http://www.w3.org/2001/XMLSchema-instance";
  private static final String ARRAYS = "http://schemas.microsoft.com/2003/10/Serialization/Arrays";
  private static final String SYSTEM = "http://schemas.datacontract.org/2004/07/System";

  private static final JsonMapper MAPPER = new JsonMapper();
  private static final XMLOutputFactory WRITERS = new OutputFactoryImpl();

  private SessionStartWriter() {}

  /**
   * As JSON, in UTF-8.
   *
   * @throws IllegalArgumentException if a required field is not set
   */
  public static byte[] toJson(SessionStartInfo info) {
    requireComplete(info);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (JsonGenerator json = MAPPER.createGenerator(out)) {
      json.writeStartObject();
      for (Map.Entry<SessionStartField, Object> field : info.values().entrySet()) {
        json.writeFieldName(field.getKey().wireName());
        writeJson(field.getKey(), field.getValue(), json);
      }
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static void writeJson(SessionStartField field, Object value, JsonGenerator json)
      throws IOException {
    switch (field.type()) {
      case MAP -> writePairs((Map<?, ?>) value, json);
      case VERSION -> {
        json.writeStartObject();
        for (Map.Entry<String, Integer> part : versionParts((String) value).entrySet()) {
          json.writeNumberField(part.getKey(), part.getValue());
        }
        json.writeEndObject();
      }
      case BOOLEAN -> json.writeBoolean((Boolean) value);
      case INT -> json.writeNumber((Integer) value);
      case TEXT -> json.writeString((String) value);
    }
  }

  private static void writePairs(Map<?, ?> pairs, JsonGenerator json) throws IOException {
    json.writeStartArray();
    for (Map.Entry<?, ?> pair : pairs.entrySet()) {
      json.writeStartObject();
      json.writeStringField("Key", (String) pair.getKey());
      json.writeStringField("Value", (String) pair.getValue());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /**
   * As XML, in UTF-8, the elements in ordinal order.
   *
   * @throws IllegalArgumentException if a required field is not set, or a text has a character that
   *     XML cannot hold
   */
  public static byte[] toXml(SessionStartInfo info) {
    requireComplete(info);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      XMLStreamWriter xml = WRITERS.createXMLStreamWriter(out, "UTF-8");
      xml.writeStartElement("", "WebSessionStartInfo", NAMESPACE);
      xml.writeDefaultNamespace(NAMESPACE);
      xml.writeNamespace("i", INSTANCE);
      for (Map.Entry<SessionStartField, Object> field : info.values().entrySet()) {
        xml.writeStartElement("", field.getKey().wireName(), NAMESPACE);
        writeXml(field.getKey(), field.getValue(), xml);
        xml.writeEndElement();
      }
      xml.writeEndElement();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a session's start cannot be written as XML", e);
    }
    return out.toByteArray();
  }

  private static void writeXml(SessionStartField field, Object value, XMLStreamWriter xml)
      throws XMLStreamException {
    switch (field.type()) {
      case MAP -> writePairs(field, (Map<?, ?>) value, xml);
      case VERSION -> writeVersion((String) value, xml);
      default -> writeText(field, value.toString(), xml);
    }
  }

  private static void writePairs(SessionStartField field, Map<?, ?> pairs, XMLStreamWriter xml)
      throws XMLStreamException {
    xml.writeNamespace("a", ARRAYS);
    for (Map.Entry<?, ?> pair : pairs.entrySet()) {
      xml.writeStartElement("a", "KeyValueOfstringstring", ARRAYS);
      xml.writeStartElement("a", "Key", ARRAYS);
      writeText(field, (String) pair.getKey(), xml);
      xml.writeEndElement();
      xml.writeStartElement("a", "Value", ARRAYS);
      writeText(field, (String) pair.getValue(), xml);
      xml.writeEndElement();
      xml.writeEndElement();
    }
  }

  private static void writeVersion(String version, XMLStreamWriter xml) throws XMLStreamException {
    xml.writeNamespace("a", SYSTEM);
    for (Map.Entry<String, Integer> part : versionParts(version).entrySet()) {
      xml.writeStartElement("a", part.getKey(), SYSTEM);
      xml.writeCharacters(part.getValue().toString());
      xml.writeEndElement();
    }
  }

  // the fields of .NET's Version in ordinal order; -1 is not set
  private static Map<String, Integer> versionParts(String version) {
    String[] parts = version.split("\\.");
    Map<String, Integer> fields = new LinkedHashMap<>();
    fields.put("_Build", parts.length > 2 ? Integer.valueOf(parts[2]) : -1);
    fields.put("_Major", Integer.valueOf(parts[0]));
    fields.put("_Minor", Integer.valueOf(parts[1]));
    fields.put("_Revision", parts.length > 3 ? Integer.valueOf(parts[3]) : -1);
    return fields;
  }

  private static void writeText(SessionStartField field, String text, XMLStreamWriter xml)
      throws XMLStreamException {
    String why = RequestText.whyNotXml(text);
    if (why != null) {
      throw new IllegalArgumentException(
          "%s of a session %s; use dataFormat=json".formatted(field.wireName(), why));
    }
    xml.writeCharacters(text);
  }

  private static void requireComplete(SessionStartInfo info) {
    if (!info.missing().isEmpty()) {
      throw new IllegalArgumentException(
          "a session cannot be created without "
              + String.join(
                  ", ", info.missing().stream().map(SessionStartField::wireName).toList()));
    }
  }
}
