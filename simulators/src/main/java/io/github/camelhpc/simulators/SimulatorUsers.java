package io.github.camelhpc.simulators;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
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

  /**
   * The user whose name and password come by HTTP Basic, if there is one.
   *
   * @param authorization the header, or null
   */
  public Optional<SimulatorUser> authenticated(String authorization) {
    if (authorization == null || !authorization.regionMatches(true, 0, "Basic ", 0, 6)) {
      return Optional.empty();
    }
    try {
      String credentials =
          new String(
              Base64.getDecoder().decode(authorization.substring(6).trim()),
              StandardCharsets.UTF_8);
      int colon = credentials.indexOf(':');
      return colon < 0
          ? Optional.empty()
          : authenticated(credentials.substring(0, colon), credentials.substring(colon + 1));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }
}
