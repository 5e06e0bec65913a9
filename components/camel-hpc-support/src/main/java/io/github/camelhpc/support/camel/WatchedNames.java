package io.github.camelhpc.support.camel;

import io.github.camelhpc.support.operation.Watch;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/**
 * What tells one entry, and one state of it, from others. Made for long lists of which little
 * changed: it makes as few objects as it can for each entry.
 *
 * @param watch names the properties
 */
record WatchedNames(Watch watch) {

  String id(Map<String, ?> entry) {
    return text(entry, watch.id());
  }

  /**
   * The same for the same state of the same entry.
   *
   * @param prefix which service, which operation
   * @param id the entry's {@link #id}
   */
  String eventId(String prefix, String id, Map<String, ?> entry) {
    String state = text(entry, watch.state());
    String occurrence = text(entry, watch.occurrence());
    return occurrence.isEmpty()
        ? prefix + id + "/" + state
        : prefix + id + "/" + state + "/" + occurrence;
  }

  private static String text(Map<String, ?> entry, List<String> names) {
    return switch (names.size()) {
      case 0 -> "";
      case 1 -> text(entry, names.get(0));
      default -> {
        StringJoiner all = new StringJoiner(".");
        for (String name : names) {
          all.add(text(entry, name));
        }
        yield all.toString();
      }
    };
  }

  private static String text(Map<String, ?> entry, String name) {
    Object value = entry.get(name);
    return value == null ? "" : value.toString();
  }

  /** Whether nothing follows the entry's state. */
  boolean isLast(Map<String, ?> entry) {
    return watch.isFinite() && watch.isTerminal(text(entry, watch.state()));
  }
}
