package io.github.camelhpc.simulators.azbatch.account;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** The forms of values in answers (facts/azbatch.md §2.5). */
final class Wire {

  /** No limit. */
  static final String FOREVER = "P10675199DT2H48M5.4775807S";

  private static final Duration UNLIMITED = Duration.parse(FOREVER);
  private static final int TICK_NANOS = 100;

  private Wire() {}

  /** A time with up to 7 fraction digits, without trailing zeros. */
  static String time(Instant instant) {
    int nanos = instant.getNano();
    if (nanos == 0) {
      return instant.toString();
    }
    String whole = instant.truncatedTo(ChronoUnit.SECONDS).toString();
    String fraction = String.format("%07d", nanos / TICK_NANOS).replaceAll("0+$", "");
    return fraction.isEmpty()
        ? whole
        : whole.substring(0, whole.length() - 1) + "." + fraction + "Z";
  }

  /** The name of an enum constant: lower case, without separators. */
  static String name(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace("_", "");
  }

  /** The form by which ids are compared. */
  static String key(String id) {
    return id.toLowerCase(Locale.ROOT);
  }

  /** A segment of a path; slashes in it are encoded too (facts/azbatch.md §0). */
  static String segment(String raw) {
    return URLEncoder.encode(raw, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** A duration of a request; null if it is no limit. */
  static Duration limit(JsonObject holder, String member) {
    String text = holder == null ? null : holder.getString(member);
    Duration limit = text == null ? null : Duration.parse(text);
    return limit == null || limit.compareTo(UNLIMITED) >= 0 ? null : limit;
  }

  /** Puts a member only if there is a value. */
  static void putIfPresent(JsonObject target, String name, Object value) {
    if (value != null) {
      target.put(name, value);
    }
  }

  static void putTime(JsonObject target, String name, Instant instant) {
    if (instant != null) {
      target.put(name, time(instant));
    }
  }

  /** One entry of the lists of details, {@code name} and {@code value} (facts/azbatch.md §9). */
  static JsonObject nameValue(String name, String value) {
    return new JsonObject().put("name", name).put("value", value);
  }

  static JsonObject error(String code, String message, JsonObject... values) {
    JsonArray list = new JsonArray();
    for (JsonObject value : values) {
      list.add(value);
    }
    JsonObject error = new JsonObject().put("code", code).put("message", message);
    return list.isEmpty() ? error : error.put("values", list);
  }
}
