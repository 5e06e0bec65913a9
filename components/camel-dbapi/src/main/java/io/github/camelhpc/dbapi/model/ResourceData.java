package io.github.camelhpc.dbapi.model;

import io.github.camelhpc.support.json.JsonObject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The body of {@code createOrUpdateResourceData} (facts/dbapi.md §3.3), which differs from what
 * queries answer: scalars are plain text, and series have {@code from} instead of {@code start}.
 *
 * <pre>{@code
 * new ResourceData(ZoneOffset.UTC)
 *     .ts(now)
 *     .with(new ResourceData.Resource("vm#web01", "web01")
 *         .scalar("memory", "8192")
 *         .series("cpuUsage", start, 1, 10.5, 20, 30.25)
 *         .relationsCompleteList(List.of("h#host1")))
 * }</pre>
 */
public final class ResourceData implements JsonObject {

  private final ZoneOffset offset;
  private final Map<String, Object> meta = new LinkedHashMap<>();
  private final List<Resource> resources = new ArrayList<>();

  /**
   * @param offset the zone in which the service takes times here, which is not documented
   */
  public ResourceData(ZoneOffset offset) {
    this.offset = offset;
  }

  /** The time of the data. */
  public ResourceData ts(Instant time) {
    return meta("ts", ServerTime.format(time, offset));
  }

  /** The data subset, 2 to 32 letters, digits, {@code _} and {@code -}. */
  public ResourceData dataSubsetId(String id) {
    return meta("dataSubsetId", id);
  }

  /** Whether this is all of the subset. */
  public ResourceData fullSubsetData(boolean full) {
    return meta("fullSubsetData", full);
  }

  /** The resource types of which this is all. */
  public ResourceData fullSubsetFor(List<String> resourceTypes) {
    return meta("fullSubsetFor", List.copyOf(resourceTypes));
  }

  /** Sets a member of {@code meta} by its name; null takes it away. */
  public ResourceData meta(String member, Object value) {
    set(meta, member, value);
    return this;
  }

  /** Adds a resource. */
  public ResourceData with(Resource resource) {
    resources.add(resource);
    return this;
  }

  private static void set(Map<String, Object> members, String member, Object value) {
    if (value == null) {
      members.remove(member);
    } else {
      members.put(member, value);
    }
  }

  /** As the service takes it. */
  @Override
  public Map<String, Object> toMap() {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("meta", new LinkedHashMap<>(meta));
    members.put("resources", resources.stream().map(resource -> resource.toMap(offset)).toList());
    return members;
  }

  /** The number of resources. */
  @Override
  public String toString() {
    return "ResourceData[%d resources]".formatted(resources.size());
  }

  /** One resource and its data. */
  public static final class Resource {

    private final Map<String, Object> members = new LinkedHashMap<>();
    private final Map<String, List<Block>> series = new LinkedHashMap<>();

    private record Block(Instant from, long interval, double[] values) {}

    /**
     * @param signature as {@code vm#web01}
     * @param name its label, or null
     */
    public Resource(String signature, String name) {
      with("signature", signature);
      with("name", name);
    }

    /** Sets a scalar attribute. */
    public Resource scalar(String attribute, String value) {
      return with(attribute, value);
    }

    /**
     * Adds values to a time series attribute.
     *
     * @param from when the first value was
     * @param interval from one value to the next, in the unit of the service, which is not
     *     documented
     * @param values NaN where there is no sample
     * @throws IllegalArgumentException if a value is infinite
     */
    public Resource series(String attribute, Instant from, long interval, double... values) {
      for (double value : values) {
        if (Double.isInfinite(value)) {
          throw new IllegalArgumentException(
              "a value of " + attribute + " is infinite, which cannot be sent: leave it out");
        }
      }
      series
          .computeIfAbsent(attribute, key -> new ArrayList<>())
          .add(new Block(from, interval, values.clone()));
      return this;
    }

    /** The signatures of all resources it is related with, in place of those before. */
    public Resource relationsCompleteList(List<String> signatures) {
      return with("relationsCompleteList", List.copyOf(signatures));
    }

    /** The signatures of more resources it is related with. */
    public Resource relationsAdded(List<String> signatures) {
      return with("relationsAdded", List.copyOf(signatures));
    }

    /** Sets a member by its name; null takes it away. */
    public Resource with(String member, Object value) {
      set(members, member, value);
      return this;
    }

    private Map<String, Object> toMap(ZoneOffset offset) {
      Map<String, Object> all = new LinkedHashMap<>(members);
      series.forEach(
          (attribute, blocks) ->
              all.put(attribute, blocks.stream().map(block -> json(block, offset)).toList()));
      return all;
    }

    private static Map<String, Object> json(Block block, ZoneOffset offset) {
      return new Members()
          .with("from", ServerTime.format(block.from, offset))
          .with("interval", block.interval)
          .with("data", new SampleList(block.values))
          .and(Map.of());
    }
  }
}
