package io.github.camelhpc.support.camel;

import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;

/**
 * An entry whose message body is not the Map that is watched: the Map has the properties that the
 * catalogue row names, the body is what the message gets.
 */
public final class WatchedEntry extends AbstractMap<String, Object> {

  private final Map<String, Object> properties;
  private final Object body;

  public WatchedEntry(Map<String, Object> properties, Object body) {
    this.properties = properties;
    this.body = body;
  }

  static Object bodyOf(Map<String, ?> entry) {
    return entry instanceof WatchedEntry watched ? watched.body : entry;
  }

  @Override
  public Set<Entry<String, Object>> entrySet() {
    return properties.entrySet();
  }

  @Override
  public Object get(Object key) {
    return properties.get(key);
  }
}
