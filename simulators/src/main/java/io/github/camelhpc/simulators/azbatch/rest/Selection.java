package io.github.camelhpc.simulators.azbatch.rest;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The members of an entity that a client gets: only the selected ones, statistics only if they are
 * asked for, and addresses with the origin that the client uses.
 */
final class Selection {

  private final Set<String> selected;
  private final boolean withStatistics;
  private final String origin;

  private Selection(Set<String> selected, boolean withStatistics, String origin) {
    this.selected = selected;
    this.withStatistics = withStatistics;
    this.origin = origin;
  }

  /**
   * What a request asks for. Of a path like {@code executionInfo/exitCode} the first name counts,
   * because what the real service does with it is not known.
   */
  static Selection of(BatchCall call, String origin) {
    Set<String> names =
        call.query("$select")
            .map(list -> Arrays.stream(list.split(",")))
            .map(
                all ->
                    all.map(path -> path.trim().replaceFirst("/.*", ""))
                        .collect(Collectors.toSet()))
            .orElse(Set.of());
    return new Selection(names, call.query("$expand").isPresent(), origin);
  }

  /** Everything, as of an object that nothing can be selected of. */
  static Selection whole(String origin) {
    return new Selection(Set.of(), true, origin);
  }

  /** A copy of what is wanted. */
  JsonObject of(JsonObject members) {
    JsonObject wanted = new JsonObject();
    for (Map.Entry<String, Object> member : members) {
      String name = member.getKey();
      boolean asked = selected.isEmpty() || selected.contains(name);
      if (asked && (withStatistics || !name.equals("stats"))) {
        wanted.put(name, complete(name, member.getValue()));
      }
    }
    return wanted;
  }

  private Object complete(String name, Object value) {
    if (value instanceof JsonObject object) {
      JsonObject copy = new JsonObject();
      object.forEach(
          member -> copy.put(member.getKey(), complete(member.getKey(), member.getValue())));
      return copy;
    }
    if (value instanceof JsonArray array) {
      JsonArray copy = new JsonArray();
      array.forEach(element -> copy.add(complete("", element)));
      return copy;
    }
    return value instanceof String text && text.startsWith("/") && isAddress(name)
        ? origin + text
        : value;
  }

  private static boolean isAddress(String name) {
    return name.endsWith("Url")
        || Set.of("url", "location").contains(name.toLowerCase(Locale.ROOT));
  }
}
