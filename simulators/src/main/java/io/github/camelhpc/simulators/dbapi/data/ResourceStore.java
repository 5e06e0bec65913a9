package io.github.camelhpc.simulators.dbapi.data;

import io.github.camelhpc.simulators.dbapi.DbapiFault;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The resources of one data set. To be used by one thread at a time. */
public final class ResourceStore {

  private final DataSet dataSet;
  private final Map<String, ResourceType> types = new LinkedHashMap<>();
  private final Map<String, List<Resource>> byType = new LinkedHashMap<>();
  private final Map<String, Resource> bySignature = new LinkedHashMap<>();

  public ResourceStore(DataSet dataSet) {
    this.dataSet = dataSet;
    for (ResourceType type : dataSet.types()) {
      types.put(type.id(), type);
      type.create().forEach(this::add);
    }
  }

  private void add(Resource resource) {
    byType.computeIfAbsent(resource.type(), type -> new ArrayList<>()).add(resource);
    bySignature.put(normal(resource.signature()), resource);
  }

  /** Clients write ^ for a colon, or the colon itself (facts/dbapi.md §5.2). */
  private static String normal(String signature) {
    return signature.replace('^', ':');
  }

  public DataSet dataSet() {
    return dataSet;
  }

  public int typeCount() {
    return types.size();
  }

  public int attributeCount() {
    return types.values().stream().mapToInt(type -> type.attributes().size()).sum();
  }

  public Collection<Resource> all() {
    return bySignature.values();
  }

  /** The resources of a type; none if there is no such type. */
  public List<Resource> ofType(String type) {
    return byType.getOrDefault(type, List.of());
  }

  public Optional<Resource> find(String signature) {
    return Optional.ofNullable(bySignature.get(normal(signature)));
  }

  /**
   * Takes what a client sent, all of it or nothing.
   *
   * @throws DbapiFault if samples do not fall on the interval of their series
   */
  public void apply(List<ResourceUpdate> updates) {
    for (ResourceUpdate update : updates) {
      find(update.signature())
          .orElseGet(() -> created(update))
          .misplaced(update)
          .ifPresent(
              id -> {
                throw DbapiFault.invalid(
                    "The samples of "
                        + id
                        + " of "
                        + update.signature()
                        + " do not fall on the interval that the series has.");
              });
    }
    updates.forEach(this::applyOne);
  }

  private void applyOne(ResourceUpdate update) {
    Optional<Resource> known = find(update.signature());
    Resource resource = known.orElseGet(() -> created(update));
    resource.apply(update);
    if (known.isEmpty()) {
      types.putIfAbsent(resource.type(), ResourceType.of(resource.type()));
      add(resource);
    }
  }

  private Resource created(ResourceUpdate update) {
    String signature = update.signature();
    int sharp = signature.indexOf('#');
    String id = signature.substring(0, sharp);
    ResourceType type = types.getOrDefault(id, ResourceType.of(id));
    return new Resource(type, signature, signature.substring(sharp + 1), Set.of());
  }
}
