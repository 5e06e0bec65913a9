package io.github.camelhpc.simulators.dbapi.data;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.function.LongToDoubleFunction;

/** A resource: what its type generates, and over it what clients have sent. */
public final class Resource {

  private final ResourceType type;
  private final String signature;
  private String name;
  private Set<String> relations;
  private Map<String, String> scalars = Map.of();
  private Map<String, StoredSamples> samples = Map.of();

  Resource(ResourceType type, String signature, String name, Set<String> relations) {
    this.type = type;
    this.signature = signature;
    this.name = name;
    this.relations = relations;
  }

  public String type() {
    return type.id();
  }

  public String signature() {
    return signature;
  }

  public String name() {
    return name;
  }

  /** The signatures of what it is related to, as far as this side knows. */
  public Set<String> relations() {
    return relations;
  }

  /** The ids of all attributes with one value. */
  public Set<String> scalarIds() {
    Set<String> ids = new LinkedHashSet<>();
    type.attributes()
        .forEach(
            (id, attribute) -> {
              if (attribute instanceof ScalarAttribute) {
                ids.add(id);
              }
            });
    ids.addAll(scalars.keySet());
    return ids;
  }

  /** One value, {@code name} included. */
  public Optional<String> text(String id) {
    return id.equals("name") ? Optional.of(name) : scalar(id).map(Scalar::data);
  }

  /** An attribute with one value. */
  public Optional<Scalar> scalar(String id) {
    String stored = scalars.get(id);
    if (type.attributes().get(id) instanceof ScalarAttribute known) {
      String data = stored == null ? known.value().apply(signature) : stored;
      return Optional.of(new Scalar(known.key(), known.label(), known.unit(), data));
    }
    return stored == null ? Optional.empty() : Optional.of(new Scalar(id, id, "", stored));
  }

  /** An attribute with samples. */
  public Optional<Series> series(String id) {
    StoredSamples stored = samples.get(id);
    if (type.attributes().get(id) instanceof SeriesAttribute known) {
      return Optional.of(stored == null ? generated(known) : merged(known, stored));
    }
    return stored == null
        ? Optional.empty()
        : Optional.of(
            new Series(id, id, "", stored.interval(), stored.phase(), stored::has, stored::at));
  }

  private Series generated(SeriesAttribute known) {
    return series(known, known::covers, known.metric().of(signature));
  }

  private Series merged(SeriesAttribute known, StoredSamples stored) {
    LongToDoubleFunction made = known.metric().of(signature);
    return series(
        known,
        second -> stored.has(second) || known.covers(second),
        second -> stored.has(second) ? stored.at(second) : made.applyAsDouble(second));
  }

  private static Series series(
      SeriesAttribute known, LongPredicate covered, LongToDoubleFunction value) {
    return new Series(
        known.key(), known.label(), known.unit(), known.interval().toSeconds(), 0, covered, value);
  }

  /** The first attribute whose new samples would not fall on its places. */
  Optional<String> misplaced(ResourceUpdate update) {
    return update.series().entrySet().stream()
        .filter(entry -> !places(entry.getKey(), entry.getValue()).takes(entry.getValue()))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  void apply(ResourceUpdate update) {
    if (update.name() != null) {
      name = update.name();
    }
    Map<String, String> newScalars = new LinkedHashMap<>(scalars);
    newScalars.putAll(update.scalars());
    scalars = newScalars;
    Set<String> newRelations = new LinkedHashSet<>(update.allRelations().orElse(relations));
    newRelations.addAll(update.addedRelations());
    relations = newRelations;
    store(update.series());
  }

  private void store(Map<String, List<SampleBlock>> series) {
    Map<String, StoredSamples> more = new LinkedHashMap<>(samples);
    series.forEach(
        (id, blocks) -> {
          StoredSamples stored = places(id, blocks);
          blocks.forEach(stored::put);
          more.put(id, stored);
        });
    samples = more;
  }

  /** The places of a series are given by its definition, or else by what came first. */
  private StoredSamples places(String id, List<SampleBlock> blocks) {
    StoredSamples stored = samples.get(id);
    if (stored != null) {
      return stored;
    }
    if (type.attributes().get(id) instanceof SeriesAttribute known) {
      return new StoredSamples(known.interval().toSeconds(), 0);
    }
    if (blocks.isEmpty()) {
      return new StoredSamples(1, 0);
    }
    SampleBlock first = blocks.get(0);
    return new StoredSamples(first.interval(), Math.floorMod(first.from(), first.interval()));
  }
}
