package io.github.camelhpc.simulators;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Objects;

/**
 * Somebody who can log in.
 *
 * @param name the login name, with or without a domain ({@code HPC\alice})
 * @param password the password; never written to a log or an answer
 * @param role what the user may do
 */
public record SimulatorUser(String name, String password, UserRole role) {

  public SimulatorUser {
    Objects.requireNonNull(role, "A user needs a role.");
    if (name == null || name.isBlank()) {
      throw new IllegalArgumentException("A user needs a name that is not blank.");
    }
    if (name.contains(":")) {
      throw new IllegalArgumentException(
          "The user name must not contain a colon, because HTTP Basic ends the name there.");
    }
    if (password == null || password.isEmpty()) {
      throw new IllegalArgumentException("The user " + name + " needs a password.");
    }
  }

  /**
   * Whether a login name means this user: letter case does not count, and a domain counts only when
   * both names have one, since clients send {@code DOMAIN\\user}, {@code user@domain} and plain
   * names (facts/hpcpack.md §7).
   */
  public boolean isNamed(String other) {
    return sameName(name, other);
  }

  /** Compares two user names as {@link #isNamed} does. */
  public static boolean sameName(String left, String right) {
    if (left.equalsIgnoreCase(right)) {
      return true;
    }
    boolean bothHaveDomains = hasDomain(left) && hasDomain(right);
    return !bothHaveDomains && withoutDomain(left).equalsIgnoreCase(withoutDomain(right));
  }

  boolean hasPassword(String candidate) {
    return MessageDigest.isEqual(
        password.getBytes(StandardCharsets.UTF_8), candidate.getBytes(StandardCharsets.UTF_8));
  }

  private static boolean hasDomain(String name) {
    return name.indexOf('\\') >= 0 || name.indexOf('@') >= 0;
  }

  private static String withoutDomain(String name) {
    int backslash = name.indexOf('\\');
    if (backslash >= 0) {
      return name.substring(backslash + 1);
    }
    int at = name.indexOf('@');
    return at >= 0 ? name.substring(0, at) : name;
  }

  @Override
  public String toString() {
    return "SimulatorUser[name=" + name + ", role=" + role + "]";
  }
}
