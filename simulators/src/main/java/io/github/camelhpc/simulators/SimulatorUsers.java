package io.github.camelhpc.simulators;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The users who can log in; the first one is the administrator that the embedding code uses. */
public record SimulatorUsers(List<SimulatorUser> all) {

  public SimulatorUsers {
    all = List.copyOf(all);
    if (all.isEmpty()) {
      throw new IllegalArgumentException("The simulator needs at least one user.");
    }
    Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    for (SimulatorUser user : all) {
      if (!names.add(user.name())) {
        throw new IllegalArgumentException(
            "There are two users of the name " + user.name() + "; give them different names.");
      }
    }
  }

  /** The first user. */
  public SimulatorUser first() {
    return all.get(0);
  }

  /** The user whom this login name means, if there is one. */
  public Optional<SimulatorUser> named(String name) {
    return all.stream()
        .filter(user -> user.name().equalsIgnoreCase(name))
        .findFirst()
        .or(() -> all.stream().filter(user -> user.isNamed(name)).findFirst());
  }

  /** The user who has this name and password, if there is one. */
  public Optional<SimulatorUser> authenticated(String name, String password) {
    return named(name).filter(user -> user.hasPassword(password));
  }
}
