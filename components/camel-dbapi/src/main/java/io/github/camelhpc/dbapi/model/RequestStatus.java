package io.github.camelhpc.dbapi.model;

import io.github.camelhpc.support.json.JsonObject;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * How far a request is (facts/dbapi.md §2.1). The service does not explain the three numbers; by
 * their names they count resources.
 *
 * @param total how many it has to look at; 0 if it does not say
 * @param matched how many of these match the query; 0 if it does not say
 * @param processed how many it has looked at; 0 if it does not say
 * @param completed whether it is finished; false if it does not say
 * @param aborted whether it was aborted; false if it does not say
 * @param hasErrors whether it had errors; false if it does not say
 * @param additionalProperties what else the service says, and what is not of these kinds
 */
public record RequestStatus(
    long total,
    long matched,
    long processed,
    boolean completed,
    boolean aborted,
    boolean hasErrors,
    Map<String, Object> additionalProperties)
    implements JsonObject {

  private static final int LONGEST_NUMBER = 100;

  public RequestStatus {
    additionalProperties = Members.copy(additionalProperties);
  }

  /** Reads it: numbers may be text; true and false may be text in any case, or 1 and 0. */
  public static RequestStatus of(Map<?, ?> members) {
    Map<String, Object> rest = new LinkedHashMap<>();
    members.forEach((name, value) -> rest.put(String.valueOf(name), value));
    return new RequestStatus(
        number(rest, "total"),
        number(rest, "matched"),
        number(rest, "processed"),
        flag(rest, "completed"),
        flag(rest, "aborted"),
        flag(rest, "hasErrors"),
        rest);
  }

  private static long number(Map<String, Object> rest, String name) {
    Object value = rest.get(name);
    if (value == null) {
      rest.remove(name);
      return 0;
    }
    String text = value.toString().trim();
    if (text.length() > LONGEST_NUMBER) {
      // a million digits would be calculated with for seconds
      return 0;
    }
    try {
      long number = new BigDecimal(text).longValueExact();
      rest.remove(name);
      return number;
    } catch (ArithmeticException | NumberFormatException e) {
      return 0;
    }
  }

  private static boolean flag(Map<String, Object> rest, String name) {
    String text = String.valueOf(rest.get(name)).trim().toLowerCase(Locale.ROOT);
    return switch (text) {
      case "true", "1", "yes" -> {
        rest.remove(name);
        yield true;
      }
      case "false", "0", "no", "", "null" -> {
        rest.remove(name);
        yield false;
      }
      default -> false;
    };
  }

  /** As the service writes it, which has hasErrors as text. */
  @Override
  public Map<String, Object> toMap() {
    // what could not be read stands under its name once more, and is the truth
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("total", total);
    members.put("matched", matched);
    members.put("processed", processed);
    members.put("completed", completed);
    members.put("aborted", aborted);
    members.put("hasErrors", String.valueOf(hasErrors));
    members.putAll(additionalProperties);
    return members;
  }
}
