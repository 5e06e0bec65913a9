package io.github.camelhpc.app.api;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.apache.camel.quarkus.main.events.AfterConfigure;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The password that a request needs, if there is one. */
@ApplicationScoped
class ApiPassword {

  /** When Camel is configured: before a simulator or anything else starts. */
  private static final int FIRST = 1;

  private static final int SHORTEST = 16;
  private static final String SCHEME = "Basic ";

  private final ApiSettings settings;
  private final String host;

  /** Null if nobody has to log in. */
  private final byte[] expected;

  @Inject
  ApiPassword(ApiSettings settings, @ConfigProperty(name = "quarkus.http.host") String host) {
    this.settings = settings;
    this.host = host;
    this.expected =
        settings
            .password()
            .map(password -> digest(basic(settings.username() + ":" + password)))
            .orElse(null);
  }

  private static String basic(String userAndPassword) {
    return Base64.getEncoder().encodeToString(userAndPassword.getBytes(StandardCharsets.UTF_8));
  }

  /** Of one length for all inputs, so that the time of a comparison tells nothing. */
  private static byte[] digest(String credentials) {
    try {
      return MessageDigest.getInstance("SHA-256")
          .digest(credentials.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Refuses to start where others could use the application without a password. */
  void require(@Observes @Priority(FIRST) AfterConfigure event) {
    if (!isRequired() && !isLoopback(host)) {
      throw new IllegalStateException(
          "quarkus.http.host="
              + host
              + " lets other machines run jobs here without a password: set app.api.password, or"
              + " quarkus.http.host=127.0.0.1");
    }
    if (settings.password().map(String::length).orElse(SHORTEST) < SHORTEST) {
      throw new IllegalStateException(
          "app.api.password is too short: it needs " + SHORTEST + " characters or more");
    }
    if (settings.username().contains(":")) {
      throw new IllegalStateException(
          "app.api.username must not contain a colon, which separates it from the password");
    }
  }

  /** Whether all addresses that the name has are this machine's own. */
  static boolean isLoopback(String host) {
    try {
      for (InetAddress address : InetAddress.getAllByName(host)) {
        if (!address.isLoopbackAddress()) {
          return false;
        }
      }
      return true;
    } catch (UnknownHostException e) {
      return false;
    }
  }

  /** Whether a request needs it. */
  boolean isRequired() {
    return expected != null;
  }

  /**
   * Whether a request may be served.
   *
   * @param authorization the header {@code Authorization}; null if there is none
   */
  boolean isIn(String authorization) {
    return authorization != null
        && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
        && MessageDigest.isEqual(
            expected, digest(authorization.substring(SCHEME.length()).strip()));
  }
}
