package io.github.camelhpc.hpcpack.wire;

import io.github.camelhpc.hpcpack.model.PropertyMap;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;

/**
 * The other format: XML of .NET's data contracts (facts/hpcpack.md §2.1, §2.2). There is no XML for
 * the objects of the 2019 API: their methods throw {@link UnsupportedOperationException}, use
 * {@link JsonWireFormat} for them.
 */
public final class XmlWireFormat implements WireFormat {

  @Override
  public String contentType() {
    return "application/xml; charset=utf-8";
  }

  @Override
  public String accept() {
    return "application/xml";
  }

  @Override
  public byte[] writeProperties(Map<String, String> properties) {
    properties.forEach(
        (name, value) -> {
          requireXml(name, "the name of a property");
          requireXml(value, "the value of the property " + name);
        });
    return WireXml.bytes(ArrayOfProperty.of(properties));
  }

  @Override
  public byte[] writeText(String text) {
    requireXml(text, "the text");
    return WireXml.bytes(new TextElement(text));
  }

  @Override
  public byte[] writeObject(Object mapOrJsonText) {
    throw jsonOnly();
  }

  @Override
  public int readId(InputStream in) throws IOException {
    return XmlAnswer.read(in, TextElement.NAMESPACE, XmlAnswer::id);
  }

  @Override
  public String readText(InputStream in) throws IOException {
    return XmlAnswer.read(in, TextElement.NAMESPACE, XmlAnswer::text);
  }

  @Override
  public List<String> readNames(InputStream in) throws IOException {
    return XmlAnswer.read(in, ArrayOfString.NAMESPACE, XmlAnswer::names);
  }

  @Override
  public PropertyMap readProperties(InputStream in) throws IOException {
    return XmlAnswer.read(in, XmlAnswer.COMMON, XmlAnswer::properties);
  }

  @Override
  public List<PropertyMap> readObjects(InputStream in) throws IOException {
    return XmlAnswer.read(in, XmlAnswer.COMMON, XmlAnswer::objects);
  }

  @Override
  public Map<String, Object> readMap(InputStream in) {
    throw jsonOnly();
  }

  @Override
  public List<Map<String, Object>> readMaps(InputStream in) {
    throw jsonOnly();
  }

  // JAXB writes these characters as they are, and no parser takes them
  private static void requireXml(String text, String what) {
    if (text != null) {
      text.codePoints()
          .filter(c -> !isXml(c))
          .findFirst()
          .ifPresent(
              c -> {
                throw new IllegalArgumentException(
                    "%s has the character U+%04X, which XML cannot hold; use dataFormat=json"
                        .formatted(what, c));
              });
    }
  }

  private static boolean isXml(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || c >= 0x20 && c <= 0xD7FF
        || c >= 0xE000 && c <= 0xFFFD
        || c >= 0x10000;
  }

  private static UnsupportedOperationException jsonOnly() {
    return new UnsupportedOperationException(
        "the objects of the 2019 API have no known XML form; use dataFormat=json");
  }
}
