package io.github.camelhpc.dbapi.model;

import java.time.Instant;
import java.util.Arrays;

/**
 * What tells a block from others of the same attribute: when it begins, and its resolution
 * (facts/dbapi.md §4). One that says no start is known by its values.
 */
record BlockKey(Instant start, long interval, int values) {

  static BlockKey of(SeriesBlock block) {
    int values = block.start() == null ? Arrays.hashCode(block.values()) : 0;
    return new BlockKey(block.start(), block.intervalSeconds(), values);
  }
}
