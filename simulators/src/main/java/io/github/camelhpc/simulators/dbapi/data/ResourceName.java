package io.github.camelhpc.simulators.dbapi.data;

import java.util.Objects;
import java.util.Set;

/**
 * A resource of a type.
 *
 * @param instance what follows the {@code #} in its signature
 * @param name its name
 * @param relations the signatures of what it belongs to
 */
public record ResourceName(String instance, String name, Set<String> relations) {

  public ResourceName {
    Objects.requireNonNull(instance, "A resource needs an instance.");
    Objects.requireNonNull(name, "A resource needs a name.");
    relations = Set.copyOf(relations);
  }
}
