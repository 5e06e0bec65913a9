package io.github.camelhpc.hpcpack.wire;

import io.github.camelhpc.hpcpack.model.PropertyMap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Collects the rows of a listing, with each name once in memory: 100,000 rows share their names.
 */
final class PropertyRows {

  private final Map<String, String> names = new HashMap<>();
  private final List<PropertyMap> rows = new ArrayList<>();

  /** The one String of a name. */
  String name(String name) {
    String known = names.putIfAbsent(name, name);
    return known == null ? name : known;
  }

  PropertyMap newRow() {
    return rows.isEmpty() ? new PropertyMap() : PropertyMap.expecting(rows.get(rows.size() - 1));
  }

  void add(PropertyMap row) {
    rows.add(row.compact());
  }

  List<PropertyMap> rows() {
    return rows;
  }
}
