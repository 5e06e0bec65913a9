package io.github.camelhpc.dbapi.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Joins results of several answers, each resource once, whether the answers repeat one another or
 * not (facts/dbapi.md §4). Resources are the same by signature, blocks of an attribute by start and
 * interval. Of the same block the longest counts, and of the same length the last; of scalars and
 * other members the last. Holds all results in memory; for one thread.
 */
public final class ResourceMerger {

  private final Map<String, Joined> bySignature = new LinkedHashMap<>();
  private final List<Joined> all = new ArrayList<>();

  /** Adds a result. One without a signature and a name is not joined with others. */
  public void add(ResourceResult result) {
    String identity = result.identity();
    Joined joined = identity == null ? null : bySignature.get(identity);
    if (joined == null) {
      joined = new Joined();
      all.add(joined);
      if (identity != null) {
        bySignature.put(identity, joined);
      }
    }
    joined.add(result);
  }

  /** Whether nothing was added. */
  public boolean isEmpty() {
    return all.isEmpty();
  }

  /** The results, in the order in which their resources came first. */
  public List<ResourceResult> results() {
    List<ResourceResult> results = new ArrayList<>(all.size());
    all.forEach(joined -> results.add(joined.result()));
    return results;
  }

  /** One resource. */
  private static final class Joined {

    private final Map<String, Attribute> attributes = new LinkedHashMap<>();
    private final Map<String, Map<BlockKey, SeriesBlock>> blocks = new HashMap<>();
    private final Map<String, Object> others = new LinkedHashMap<>();
    private String signature;
    private String name;

    private void add(ResourceResult result) {
      signature = result.signature() == null ? signature : result.signature();
      name = result.name() == null ? name : result.name();
      others.keySet().removeAll(result.attributes().keySet());
      attributes.keySet().removeAll(result.additionalProperties().keySet());
      others.putAll(result.additionalProperties());
      attributes.putAll(result.attributes());
      result.attributes().forEach(this::addBlocks);
    }

    private void addBlocks(String key, Attribute attribute) {
      if (attribute instanceof SeriesAttribute series) {
        Map<BlockKey, SeriesBlock> there =
            blocks.computeIfAbsent(key, name -> new LinkedHashMap<>());
        series.blocks().forEach(block -> there.merge(BlockKey.of(block), block, Joined::longer));
      }
    }

    private static SeriesBlock longer(SeriesBlock old, SeriesBlock added) {
      return added.values().length >= old.values().length ? added : old;
    }

    private ResourceResult result() {
      Map<String, Attribute> joined = new LinkedHashMap<>(attributes);
      joined.replaceAll((key, last) -> last instanceof SeriesAttribute ? series(key) : last);
      return new ResourceResult(signature, name, joined, others);
    }

    private SeriesAttribute series(String key) {
      return new SeriesAttribute(List.copyOf(blocks.get(key).values()));
    }
  }
}
