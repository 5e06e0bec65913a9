package io.github.camelhpc.azbatch.model;

import io.github.camelhpc.support.json.JsonReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The members of an object in their order, to be taken out one by one. What is read of a long list
 * makes much less garbage so than as Maps. An object that is a member is Members, too.
 */
final class Members {

  /** As many as the largest object of a list of statuses has, and one more. */
  private static final int USUAL_COUNT = 12;

  /** Beyond this many they are looked up, not searched: an answer may have any number of them. */
  private static final int SEARCHED = 32;

  private String[] names = new String[USUAL_COUNT];
  private Object[] values = new Object[USUAL_COUNT];
  private int count;
  private int afterLastTaken;
  private Map<String, Integer> places;

  /** Reads the object at hand; of a name that comes twice the last counts. */
  static Members read(JsonReader json) throws IOException {
    Members members = new Members();
    json.members("an object", name -> members.put(name, value(json)));
    return members;
  }

  private static Object value(JsonReader json) throws IOException {
    if (json.isObject()) {
      return read(json);
    }
    if (json.isArray()) {
      List<Object> items = new ArrayList<>();
      json.items("an array", () -> items.add(value(json)));
      return items;
    }
    return json.value();
  }

  static Members of(Map<?, ?> map) {
    Members members = new Members();
    map.forEach((name, value) -> members.put(String.valueOf(name), value));
    return members;
  }

  private void put(String name, Object value) {
    int at = places == null ? find(name, 0, count) : places.getOrDefault(name, -1);
    if (at < 0) {
      at = count++;
      makeRoom();
      names[at] = name;
      if (places != null) {
        places.put(name, at);
      }
    }
    values[at] = value;
  }

  private void makeRoom() {
    if (count > names.length) {
      names = Arrays.copyOf(names, 2 * names.length);
      values = Arrays.copyOf(values, 2 * values.length);
    }
    if (count > SEARCHED && places == null) {
      places = new HashMap<>();
      for (int i = 0; i < count - 1; i++) {
        places.put(names[i], i);
      }
    }
  }

  /** The place of a member that was not taken yet, or -1. */
  int find(String name) {
    if (places != null) {
      int at = places.getOrDefault(name, -1);
      return at < 0 || names[at] == null ? -1 : at;
    }
    // most come in the documented order
    int at = find(name, afterLastTaken, count);
    return at < 0 ? find(name, 0, afterLastTaken) : at;
  }

  private int find(String name, int from, int to) {
    for (int i = from; i < to; i++) {
      if (name.equals(names[i])) {
        return i;
      }
    }
    return -1;
  }

  Object at(int place) {
    return values[place];
  }

  /** It does not belong to the rest. */
  void take(int place) {
    names[place] = null;
    afterLastTaken = place + 1;
  }

  /** What was not taken. */
  Map<String, Object> rest() {
    Map<String, Object> rest = null;
    for (int i = 0; i < count; i++) {
      if (names[i] != null) {
        rest = rest == null ? new LinkedHashMap<>() : rest;
        rest.put(names[i], plain(values[i]));
      }
    }
    return rest == null ? Collections.emptyMap() : rest;
  }

  private static Object plain(Object value) {
    if (value instanceof Members members) {
      return members.rest();
    }
    if (value instanceof List<?> list) {
      List<Object> items = new ArrayList<>(list.size());
      list.forEach(item -> items.add(plain(item)));
      return items;
    }
    return value;
  }
}
