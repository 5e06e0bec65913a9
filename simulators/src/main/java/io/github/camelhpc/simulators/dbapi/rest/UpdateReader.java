package io.github.camelhpc.simulators.dbapi.rest;

import io.github.camelhpc.simulators.dbapi.DbapiFault;
import io.github.camelhpc.simulators.dbapi.data.DataTimes;
import io.github.camelhpc.simulators.dbapi.data.ResourceUpdate;
import io.github.camelhpc.simulators.dbapi.data.SampleBlock;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the body of createOrUpdateResourceData (facts/dbapi.md §3.3). */
final class UpdateReader {

  private static final Pattern SIGNATURE = Pattern.compile("[A-Za-z0-9_]{1,32}#.+");
  private static final Set<String> NO_ATTRIBUTES =
      Set.of("signature", "name", "relationsCompleteList", "relationsAdded");

  private final DataTimes times;
  private final Duration intervalUnit;

  UpdateReader(DataTimes times, Duration intervalUnit) {
    this.times = times;
    this.intervalUnit = intervalUnit;
  }

  /** Of meta only the time is looked at, because what the rest means is not known. */
  List<ResourceUpdate> read(JsonObject body) {
    JsonObject meta = member(body, "meta", JsonObject.class);
    times.parse("ts", member(meta, "ts", String.class));
    return objects("resources", member(body, "resources", JsonArray.class)).stream()
        .map(this::update)
        .toList();
  }

  private ResourceUpdate update(JsonObject resource) {
    String signature = member(resource, "signature", String.class);
    if (!SIGNATURE.matcher(signature).matches()) {
      throw DbapiFault.invalid("A signature must be like vm#web01.");
    }
    String name = resource.containsKey("name") ? member(resource, "name", String.class) : null;
    Map<String, String> scalars = new LinkedHashMap<>();
    Map<String, List<SampleBlock>> series = new LinkedHashMap<>();
    for (Map.Entry<String, Object> attribute : resource) {
      String id = attribute.getKey();
      if (NO_ATTRIBUTES.contains(id)) {
        continue;
      }
      Object value = attribute.getValue();
      if (value instanceof JsonArray blocks) {
        series.put(id, objects(id, blocks).stream().map(this::block).toList());
      } else if (value instanceof String || value instanceof Number || value instanceof Boolean) {
        scalars.put(id, value.toString());
      } else {
        throw DbapiFault.invalid(id + " must be a text or an array of samples.");
      }
    }
    return new ResourceUpdate(
        signature,
        name,
        scalars,
        series,
        relations(resource, "relationsCompleteList"),
        relations(resource, "relationsAdded").orElse(Set.of()));
  }

  private static Optional<Set<String>> relations(JsonObject resource, String name) {
    if (!resource.containsKey(name)) {
      return Optional.empty();
    }
    Set<String> signatures = new LinkedHashSet<>();
    for (Object signature : member(resource, name, JsonArray.class)) {
      signatures.add(as(name, signature, String.class));
    }
    return Optional.of(signatures);
  }

  private SampleBlock block(JsonObject block) {
    int interval = member(block, "interval", Integer.class);
    if (interval < 1) {
      throw DbapiFault.invalid("interval must be at least 1.");
    }
    List<Double> data = new ArrayList<>();
    for (Object value : member(block, "data", JsonArray.class)) {
      data.add(value == null ? Double.NaN : as("data", value, Number.class).doubleValue());
    }
    return new SampleBlock(
        times.parse("from", member(block, "from", String.class)).getEpochSecond(),
        interval * intervalUnit.toSeconds(),
        data);
  }

  private static List<JsonObject> objects(String name, JsonArray array) {
    return array.stream().map(value -> as(name, value, JsonObject.class)).toList();
  }

  private static <T> T member(JsonObject object, String name, Class<T> type) {
    Object value = object.getValue(name);
    if (value == null) {
      throw DbapiFault.missing(name);
    }
    return as(name, value, type);
  }

  private static <T> T as(String name, Object value, Class<T> type) {
    if (!type.isInstance(value)) {
      throw DbapiFault.invalid("In " + name + " there is a value of the wrong type.");
    }
    return type.cast(value);
  }
}
