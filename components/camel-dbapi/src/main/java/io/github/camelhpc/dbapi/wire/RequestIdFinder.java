package io.github.camelhpc.dbapi.wire;

import java.util.List;
import java.util.Locale;

/** Finds the id of a request, for which the service has several names (facts/dbapi.md §4). */
final class RequestIdFinder {

  /** In lower case, the one that says most first. */
  private static final List<String> NAMES = List.of("requestid", "id");

  private int rank = NAMES.size();
  private String found;

  /** Looks at a member; tells whether it is an id. */
  boolean take(String name, Object value) {
    int nameRank = NAMES.indexOf(name.toLowerCase(Locale.ROOT));
    boolean isId = nameRank >= 0 && (value instanceof Number || value instanceof String);
    if (isId && nameRank < rank && !value.toString().isBlank()) {
      rank = nameRank;
      found = value.toString();
    }
    return isId;
  }

  /** The id, or null. */
  String found() {
    return found;
  }
}
