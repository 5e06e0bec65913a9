package io.github.camelhpc.simulators.azbatch.account.body;

import io.github.camelhpc.simulators.azbatch.BatchFault;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.regex.Pattern;

/** The kinds of values that requests hold (facts/azbatch.md §2.5, §3.2). */
final class Kinds {

  private static final Pattern ID_PATTERN = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  static final Kind TEXT = (name, value) -> text(name, value);

  static final Kind NOT_EMPTY =
      (name, value) -> {
        if (text(name, value).isBlank()) {
          throw refused(name, value, "It must not be empty.");
        }
        return value;
      };

  static final Kind ID =
      (name, value) -> {
        if (!ID_PATTERN.matcher(text(name, value)).matches()) {
          throw refused(
              name, value, "It has 1 to 64 characters: letters, digits, hyphens and underscores.");
        }
        return value;
      };

  static final Kind DISPLAY_NAME =
      (name, value) -> {
        if (text(name, value).length() > 1024) {
          throw refused(name, value, "It has at most 1024 characters.");
        }
        return value;
      };

  static final Kind BOOLEAN =
      (name, value) -> {
        if (!(value instanceof Boolean)) {
          throw refused(name, value, "It must be true or false.");
        }
        return value;
      };

  static final Kind TIME =
      (name, value) -> {
        try {
          OffsetDateTime.parse(text(name, value));
          return value;
        } catch (DateTimeException e) {
          throw refused(name, value, "It must be a time as 2024-11-05T09:00:00Z.");
        }
      };

  /** An object or list that is kept and given out as it is. */
  static final Kind KEPT_OBJECT =
      (name, value) -> {
        if (!(value instanceof JsonObject)) {
          throw refused(name, value, "It must be an object.");
        }
        return value;
      };

  static final Kind KEPT_LIST =
      (name, value) -> {
        if (!(value instanceof JsonArray)) {
          throw refused(name, value, "It must be a list.");
        }
        return value;
      };

  private Kinds() {}

  /** Whole numbers of this range. */
  static Kind number(int least, int most) {
    return (name, value) -> {
      boolean whole = value instanceof Integer || value instanceof Long;
      if (!whole || ((Number) value).longValue() < least || ((Number) value).longValue() > most) {
        throw refused(name, value, "It must be a whole number from " + least + " to " + most + ".");
      }
      return ((Number) value).intValue();
    };
  }

  /** Durations of this range; null for no limit. */
  static Kind duration(Duration least, Duration most) {
    return (name, value) -> {
      Duration duration = parse(name, text(name, value));
      boolean tooShort = least != null && duration.compareTo(least) < 0;
      boolean tooLong = most != null && duration.compareTo(most) > 0;
      if (tooShort || tooLong || duration.isNegative()) {
        throw refused(
            name,
            value,
            "It must be " + (tooLong ? "at most " + most : "at least " + limit(least)) + ".");
      }
      return value;
    };
  }

  private static Duration limit(Duration least) {
    return least == null ? Duration.ZERO : least;
  }

  private static Duration parse(String name, String text) {
    try {
      return Duration.parse(text);
    } catch (DateTimeException e) {
      throw refused(name, text, "It must be a duration as PT15M or P7D.");
    }
  }

  /** One of these words, in any letter case. */
  static Kind oneOf(String... words) {
    return (name, value) -> {
      String given = text(name, value);
      for (String word : words) {
        if (word.equalsIgnoreCase(given)) {
          return word;
        }
      }
      throw refused(name, value, "It must be one of " + String.join(", ", words) + ".");
    };
  }

  static Kind object(Shape shape) {
    return (name, value) -> {
      if (value instanceof JsonObject object) {
        return shape.check(object);
      }
      throw refused(name, value, "It must be an object.");
    };
  }

  static Kind listOf(Kind kind) {
    return (name, value) -> {
      if (!(value instanceof JsonArray list)) {
        throw refused(name, value, "It must be a list.");
      }
      JsonArray checked = new JsonArray();
      list.forEach(entry -> checked.add(kind.check(name, entry)));
      return checked;
    };
  }

  /** A list of objects with the text members name and value. */
  static Kind namesAndValues() {
    Shape pair = new Shape().required("name", NOT_EMPTY).optional("value", TEXT);
    return listOf(object(pair));
  }

  private static String text(String name, Object value) {
    if (value instanceof String text) {
      return text;
    }
    throw refused(name, value, "It must be a text.");
  }

  private static BatchFault refused(String name, Object value, String reason) {
    // a whole object would flood the message
    boolean whole = value instanceof JsonObject || value instanceof JsonArray;
    Object shown = whole ? "(an object or a list)" : value;
    return BatchFault.invalidProperty(name, shown, reason);
  }
}
