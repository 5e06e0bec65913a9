package io.github.camelhpc.dbapi.wire;

import io.github.camelhpc.dbapi.model.Attribute;
import io.github.camelhpc.dbapi.model.ResourceResult;
import io.github.camelhpc.dbapi.model.SeriesAttribute;
import io.github.camelhpc.dbapi.model.SeriesBlock;
import io.github.camelhpc.support.json.JsonReader;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads one resource (facts/dbapi.md §2.1). Its keys are open: what they hold tells a scalar, an
 * object, from a series, an array of objects; anything else is kept as it is.
 */
final class ResourceReader {

  private final ZoneOffset offset;

  ResourceReader(ZoneOffset offset) {
    this.offset = offset;
  }

  /** Reads the resource at hand. */
  ResourceResult read(JsonReader json) throws IOException {
    Map<String, Object> texts = new LinkedHashMap<>();
    Map<String, Attribute> attributes = new LinkedHashMap<>();
    Map<String, Object> others = new LinkedHashMap<>();
    json.members(
        "a resource",
        key -> {
          Object value = value(json);
          if (value instanceof Attribute attribute) {
            attributes.put(key, attribute);
            others.remove(key);
          } else if (isText(key, value)) {
            texts.put(key, value.toString());
          } else {
            others.put(key, value);
            attributes.remove(key);
          }
        });
    return new ResourceResult(
        (String) texts.get("signature"), (String) texts.get("name"), attributes, others);
  }

  private static boolean isText(String key, Object value) {
    return (key.equals("signature") || key.equals("name"))
        && (value instanceof String || value instanceof Number);
  }

  private Object value(JsonReader json) throws IOException {
    if (json.isObject()) {
      Object value = new AttributeReader(offset).read(json);
      return value instanceof SeriesBlock block ? new SeriesAttribute(List.of(block)) : value;
    }
    return json.isArray() ? array(json) : json.value();
  }

  /** A series, if all items are blocks. */
  private Object array(JsonReader json) throws IOException {
    List<SeriesBlock> blocks = new ArrayList<>();
    List<Object> items = new ArrayList<>();
    json.items(
        "an array",
        () -> {
          Object item = json.isObject() ? new AttributeReader(offset).read(json) : json.value();
          items.add(item);
          if (item instanceof SeriesBlock block) {
            blocks.add(block);
          }
        });
    return blocks.size() == items.size() ? new SeriesAttribute(blocks) : plain(items);
  }

  private static List<Object> plain(List<Object> items) {
    List<Object> plain = new ArrayList<>();
    for (Object item : items) {
      plain.add(AttributeReader.plain(item));
    }
    return plain;
  }
}
