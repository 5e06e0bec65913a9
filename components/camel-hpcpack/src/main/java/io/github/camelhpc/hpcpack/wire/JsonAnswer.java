package io.github.camelhpc.hpcpack.wire;

import io.github.camelhpc.hpcpack.model.PropertyMap;
import io.github.camelhpc.support.json.JsonFormatException;
import io.github.camelhpc.support.json.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Reads one JSON answer from its stream, token by token. */
final class JsonAnswer {

  private final JsonReader json;

  private JsonAnswer(JsonReader json) {
    this.json = json;
  }

  /** Reads all of the answer: one value and nothing after it. */
  static <T> T read(InputStream in, Reading<T> reading) throws IOException {
    try {
      return JsonReader.answer(in, json -> reading.read(new JsonAnswer(json)));
    } catch (JsonFormatException e) {
      throw new WireFormatException(e.getMessage(), e);
    }
  }

  int id() throws IOException {
    return json.integer("an id, which is a whole number");
  }

  /** A scalar's text; empty for null. */
  String text() throws IOException {
    return json.text();
  }

  List<String> names() throws IOException {
    List<String> names = new ArrayList<>();
    eachItem(() -> names.add(text()));
    return names;
  }

  PropertyMap properties() throws IOException {
    return properties(new PropertyMap(), UnaryOperator.identity());
  }

  /**
   * @param names gives the String to use for a name
   */
  private PropertyMap properties(PropertyMap into, UnaryOperator<String> names) throws IOException {
    eachItem(() -> property(into, names));
    return into;
  }

  List<PropertyMap> objects() throws IOException {
    PropertyRows rows = new PropertyRows();
    eachItem(() -> rows.add(row(rows)));
    return rows.rows();
  }

  Map<String, Object> map() throws IOException {
    return json.object();
  }

  List<Map<String, Object>> maps() throws IOException {
    List<Map<String, Object>> maps = new ArrayList<>();
    eachItem(() -> maps.add(map()));
    return maps;
  }

  /** Whatever it is. */
  Object value() throws IOException {
    return json.value();
  }

  private PropertyMap row(PropertyRows rows) throws IOException {
    List<PropertyMap> found = new ArrayList<>(1);
    json.members(
        "an object with the member Properties",
        name -> {
          if (name.equalsIgnoreCase("Properties")) {
            found.add(properties(rows.newRow(), rows::name));
          } else {
            json.skip();
          }
        });
    return found.isEmpty() ? new PropertyMap() : found.get(found.size() - 1);
  }

  private void property(PropertyMap into, UnaryOperator<String> names) throws IOException {
    if (!json.isObject()) {
      throw json.wrong("an object with the members Name and Value");
    }
    String name = "";
    String value = "";
    for (String member = json.nextMember(); member != null; member = json.nextMember()) {
      if (member.equalsIgnoreCase("Name")) {
        String likely = into.expectedName();
        name = json.text(likely);
        // the very String makes that the map need not search
        name = name == likely ? name : names.apply(name);
      } else if (member.equalsIgnoreCase("Value")) {
        value = text();
      } else {
        json.skip();
      }
    }
    if (!name.isEmpty()) {
      into.put(name, value);
    }
  }

  /** Runs for each item of the array at hand that is not null; the array may be null instead. */
  private void eachItem(JsonReader.Step step) throws IOException {
    json.items(
        "an array",
        () -> {
          if (!json.isNull()) {
            step.read();
          }
        });
  }

  /** What is read of an answer. */
  interface Reading<T> {
    T read(JsonAnswer answer) throws IOException;
  }
}
