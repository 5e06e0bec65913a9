package io.github.camelhpc.simulators.dbapi.query;

import io.github.camelhpc.simulators.dbapi.data.Resource;
import io.github.camelhpc.simulators.dbapi.data.ResourceStore;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A query: a path of types of resources. Its result are the resources of the last type that are
 * related to those before.
 */
public final class Query {

  private final String text;
  private final List<PathStep> steps;

  private Query(String text, List<PathStep> steps) {
    this.text = text;
    this.steps = steps;
  }

  /**
   * Reads a query.
   *
   * @throws io.github.camelhpc.simulators.dbapi.DbapiFault if it is not understood
   */
  public static Query of(String text) {
    return new Query(text, QueryParser.parse(text));
  }

  public String text() {
    return text;
  }

  /** The ids of the attributes that results have. The name is there anyway. */
  public List<String> attributes() {
    Set<String> ids = new LinkedHashSet<>();
    last().conditions().forEach(condition -> ids.add(condition.attribute()));
    ids.remove("name");
    return List.copyOf(ids);
  }

  private PathStep last() {
    return steps.get(steps.size() - 1);
  }

  /** What is to be looked at. */
  public Selection select(ResourceStore store) {
    Relations relations = null;
    for (PathStep step : steps.subList(0, steps.size() - 1)) {
      Relations before = relations;
      relations =
          Relations.to(
              store.ofType(step.type()).stream()
                  .filter(resource -> accepts(step, before, resource))
                  .toList());
    }
    Relations found = relations;
    return new Selection(
        List.copyOf(store.ofType(last().type())), resource -> accepts(last(), found, resource));
  }

  private static boolean accepts(PathStep step, Relations before, Resource resource) {
    return (before == null || before.include(resource)) && step.accepts(resource);
  }

  /** A relation is known to one of its two sides, whichever. */
  private record Relations(Set<String> signatures, Set<String> related) {

    static Relations to(List<Resource> resources) {
      return new Relations(
          resources.stream().map(Resource::signature).collect(Collectors.toSet()),
          resources.stream()
              .flatMap(resource -> resource.relations().stream())
              .collect(Collectors.toSet()));
    }

    boolean include(Resource resource) {
      return related.contains(resource.signature())
          || resource.relations().stream().anyMatch(signatures::contains);
    }
  }
}
