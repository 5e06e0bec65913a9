package io.github.camelhpc.simulators.dbapi.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A type of resources, what it has, and the resources of it.
 *
 * @param id {@code vm} for example
 * @param resources the resources
 * @param attributes the attributes by their ids
 */
public record ResourceType(
    String id, List<ResourceName> resources, Map<String, Attribute> attributes) {

  public ResourceType {
    if (!id.matches("[A-Za-z0-9_]{1,32}")) {
      throw new IllegalArgumentException(
          "A type of resources is named by 1 to 32 letters, digits and _, not '" + id + "'.");
    }
    resources = List.copyOf(resources);
  }

  /** A type without resources and attributes. */
  public static ResourceType of(String id) {
    return new ResourceType(id, List.of(), Map.of());
  }

  /**
   * The same with more resources whose names are made of their numbers.
   *
   * @param count how many
   * @param pattern the name and the instance, {@code web%02d} for example; the numbers begin with 1
   */
  public ResourceType resources(int count, String pattern) {
    return resources(
        IntStream.rangeClosed(1, count)
            .mapToObj(pattern::formatted)
            .map(name -> new ResourceName(name, name, Set.of()))
            .toList());
  }

  /** The same with one more resource, {@code resource("web01", "Web server 1", "h#host1")}. */
  public ResourceType resource(String instance, String name, String... relations) {
    return resources(List.of(new ResourceName(instance, name, Set.of(relations))));
  }

  /** The same with more resources. */
  public ResourceType resources(List<ResourceName> more) {
    return new ResourceType(
        id, Stream.concat(resources.stream(), more.stream()).toList(), attributes);
  }

  /** The same with one more attribute. */
  public ResourceType attribute(Attribute attribute) {
    Map<String, Attribute> more = new LinkedHashMap<>(attributes);
    more.put(attribute.id(), attribute);
    return new ResourceType(id, resources, more);
  }

  List<Resource> create() {
    List<Resource> created = new ArrayList<>(resources.size());
    for (ResourceName resource : resources) {
      created.add(
          new Resource(
              this, id + "#" + resource.instance(), resource.name(), resource.relations()));
    }
    return created;
  }
}
