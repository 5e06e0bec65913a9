package io.github.camelhpc.dbapi.wire;

import io.github.camelhpc.dbapi.model.ScalarAttribute;
import io.github.camelhpc.dbapi.model.SeriesBlock;
import io.github.camelhpc.dbapi.model.ServerTime;
import io.github.camelhpc.support.json.JsonObject;
import io.github.camelhpc.support.json.JsonReader;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads one scalar or one block of a series; for one object. */
final class AttributeReader {

  private final ZoneOffset offset;
  private final Map<String, Object> rest = new LinkedHashMap<>();
  private double[] values;

  AttributeReader(ZoneOffset offset) {
    this.offset = offset;
  }

  /** A {@link ScalarAttribute}, a {@link SeriesBlock}, or a Map if it is neither. */
  Object read(JsonReader json) throws IOException {
    json.members(
        "an object",
        member -> {
          if (member.equals("data") && json.isArray()) {
            rest.remove(member);
            values = json.numbers("a number or null");
          } else if (member.equals("data") && !json.isObject() && !json.isNull()) {
            // as it is written: 24.00 stays so
            rest.put(member, json.text());
          } else {
            rest.put(member, json.value());
          }
        });
    if (values != null || "timeseries".equals(rest.get("type"))) {
      return block();
    }
    boolean scalar = isText(rest.get("data")) || "scalar".equals(rest.get("type"));
    return scalar ? scalar() : rest;
  }

  /** As it was read. */
  static Object plain(Object item) {
    return item instanceof JsonObject object ? object.toMap() : item;
  }

  private ScalarAttribute scalar() {
    return new ScalarAttribute(text("type"), text("name"), text("unit"), text("data"), rest);
  }

  private SeriesBlock block() {
    ZoneOffset zone = zone();
    return new SeriesBlock(
        text("type"),
        text("name"),
        text("unit"),
        interval(),
        start(zone),
        zone,
        values == null ? new double[0] : values,
        rest);
  }

  private static boolean isText(Object value) {
    return value instanceof String || value instanceof Number || value instanceof Boolean;
  }

  private String text(String member) {
    Object value = rest.get(member);
    if (value == null || isText(value)) {
      rest.remove(member);
      return value == null ? null : value.toString();
    }
    return null;
  }

  private long interval() {
    Object value = rest.get("interval");
    try {
      int seconds = value == null ? 0 : Integer.parseInt(value.toString().trim());
      if (seconds > 0) {
        rest.remove("interval");
        return seconds;
      }
    } catch (NumberFormatException e) {
      // stays with the rest, where its reader can see it
    }
    return 0;
  }

  private Instant start(ZoneOffset zone) {
    Object value = rest.get("start");
    try {
      Instant start = value instanceof String text ? ServerTime.parse(text.trim(), zone) : null;
      if (start != null) {
        rest.remove("start");
      }
      return start;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /** A block that we wrote tells the zone. */
  private ZoneOffset zone() {
    Object value = rest.get(SeriesBlock.UTC_OFFSET);
    try {
      if (value instanceof String text) {
        ZoneOffset zone = ServerTime.offset(text);
        rest.remove(SeriesBlock.UTC_OFFSET);
        return zone;
      }
    } catch (IllegalArgumentException e) {
      // stays with the rest, and the zone is that of the answer
    }
    return offset;
  }
}
