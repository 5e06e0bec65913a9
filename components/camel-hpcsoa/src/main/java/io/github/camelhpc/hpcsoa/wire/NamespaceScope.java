package io.github.camelhpc.hpcsoa.wire;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamReader;

/**
 * The namespaces that the elements around a body declare. They are noted for every envelope and
 * needed for few, so noting them costs next to nothing.
 */
final class NamespaceScope {

  private String[] prefixesAndUris = new String[16];
  private int size;
  private int outerSize;

  /** Adds what the element declares that the parser is at. */
  void add(XMLStreamReader reader) {
    int count = reader.getNamespaceCount();
    for (int i = 0; i < count; i++) {
      if (size == prefixesAndUris.length) {
        prefixesAndUris = Arrays.copyOf(prefixesAndUris, 2 * size);
      }
      prefixesAndUris[size++] = reader.getNamespacePrefix(i);
      prefixesAndUris[size++] = reader.getNamespaceURI(i);
    }
  }

  /** To be told that all envelopes are within what was added. */
  void markOuter() {
    outerSize = size;
  }

  /** To be told that another envelope begins. */
  void reset() {
    size = outerSize;
  }

  /** The namespaces by their prefixes; the empty prefix is the default namespace. */
  Map<String, String> toMap() {
    Map<String, String> map = new TreeMap<>();
    for (int i = 0; i < size; i += 2) {
      map.put(nonNull(prefixesAndUris[i]), nonNull(prefixesAndUris[i + 1]));
    }
    return map;
  }

  private static String nonNull(String text) {
    return text == null ? "" : text;
  }
}
