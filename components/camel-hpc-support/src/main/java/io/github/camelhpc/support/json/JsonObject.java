package io.github.camelhpc.support.json;

import java.util.Map;

/** An object of a service that can be written as JSON. */
public interface JsonObject {

  /**
   * Its members as the service names and writes them, without those that have no value: text,
   * numbers, true or false, Lists and Maps.
   */
  Map<String, Object> toMap();
}
