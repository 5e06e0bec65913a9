package io.github.camelhpc.dbapi.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Passes on only what it did not pass on before: the service may answer everything so far, or only
 * what is new (facts/dbapi.md §4). Of a block that has grown it passes on the new values; a block
 * whose earlier values have changed comes whole, and so does a longer or changed block without a
 * start. What comes shorter than before is an old answer, and dropped. A scalar comes again when it
 * has changed, a resource without attributes once; one without a signature and a name always.
 *
 * <p>What it passed on counts when it is {@linkplain #accept accepted}. It remembers a few numbers
 * of each block, and no values. For one thread at a time.
 */
public final class IncrementFilter {

  /** A resource, or a scalar, another member or a block of it. */
  private record Key(String resource, String attribute, BlockKey block) {}

  /** So many values of a block were passed on, and their hash. */
  private record Passed(int count, long hash) {}

  private final Map<Key, Object> accepted = new HashMap<>();
  private final Map<Key, Object> offered = new HashMap<>();

  /** What is new of a result, with signature and name; null if nothing is. */
  public ResourceResult fresh(ResourceResult result) {
    String resource = result.identity();
    if (resource == null) {
      return result;
    }
    Map<String, Attribute> attributes = new LinkedHashMap<>();
    result
        .attributes()
        .forEach(
            (key, attribute) -> {
              Attribute fresh = fresh(resource, key, attribute);
              if (fresh != null) {
                attributes.put(key, fresh);
              }
            });
    Map<String, Object> others = new LinkedHashMap<>();
    result
        .additionalProperties()
        .forEach(
            (key, value) -> {
              if (isNew(new Key(resource, key, null), value)) {
                others.put(key, value);
              }
            });
    boolean seen = !isNew(new Key(resource, null, null), true);
    return seen && attributes.isEmpty() && others.isEmpty()
        ? null
        : new ResourceResult(result.signature(), result.name(), attributes, others);
  }

  /** What was passed on is not passed on again. */
  public void accept() {
    accepted.putAll(offered);
    offered.clear();
  }

  /** What was passed on since the last acceptance is passed on again when it comes again. */
  public void reject() {
    offered.clear();
  }

  private Attribute fresh(String resource, String key, Attribute attribute) {
    if (attribute instanceof ScalarAttribute) {
      return isNew(new Key(resource, key, null), attribute) ? attribute : null;
    }
    List<SeriesBlock> fresh = new ArrayList<>();
    for (SeriesBlock block : ((SeriesAttribute) attribute).blocks()) {
      SeriesBlock part = fresh(new Key(resource, key, BlockKey.of(block)), block);
      if (part != null) {
        fresh.add(part);
      }
    }
    return fresh.isEmpty() ? null : new SeriesAttribute(fresh);
  }

  private SeriesBlock fresh(Key key, SeriesBlock block) {
    double[] values = block.values();
    Passed before = (Passed) remembered(key);
    if (before != null && values.length < before.count) {
      return null;
    }
    int count = before == null ? 0 : before.count;
    long prefix = hash(1, values, 0, count);
    offered.put(key, new Passed(values.length, hash(prefix, values, count, values.length)));
    if (before == null || prefix != before.hash) {
      return block;
    }
    if (values.length == count) {
      return null;
    }
    return count == 0 || !block.isTimed() ? block : block.from(count);
  }

  private static long hash(long hash, double[] values, int from, int to) {
    long result = hash;
    for (int i = from; i < to; i++) {
      // the low bits of whole numbers are zero: turned, they do not get lost at the top
      result = result * 31 + Long.rotateLeft(Double.doubleToLongBits(values[i]), 17);
    }
    return result;
  }

  private boolean isNew(Key key, Object value) {
    Optional<Object> now = Optional.ofNullable(value);
    if (now.equals(remembered(key))) {
      return false;
    }
    offered.put(key, now);
    return true;
  }

  private Object remembered(Key key) {
    Object value = offered.get(key);
    return value == null ? accepted.get(key) : value;
  }
}
