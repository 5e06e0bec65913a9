package io.github.camelhpc.simulators;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/**
 * One service that the server offers at paths of its own.
 *
 * <p>Authentication, faults and the request log are in front of it; it finds the caller with {@link
 * Caller#of} and answers with {@link Answer#send}.
 */
public interface SimulatedService extends AutoCloseable {

  /** The path that all of its resources begin with, {@code /hpc} for example. */
  String basePath();

  /** Whether a path belongs to it: it begins with the base path, in any letter case. */
  default boolean serves(String path) {
    String base = basePath();
    return path.regionMatches(true, 0, base, 0, base.length())
        && (path.length() == base.length() || path.charAt(base.length()) == '/');
  }

  /**
   * Whether it reads the body of this request itself, as it comes, whatever its size. Then the
   * request is paused, and its body is neither limited nor logged. Otherwise the body is there
   * before the service sees the request.
   */
  default boolean readsBodyOf(RoutingContext context) {
    return false;
  }

  /**
   * Whether it checks the credentials of this request itself. Then the request comes to it whoever
   * sent it, and {@link Caller#of} knows nobody.
   */
  default boolean authenticates(RoutingContext context) {
    return false;
  }

  /** The answer to a request with wrong credentials; empty for a plain 401. */
  default Optional<Answer> wrongCredentials(RoutingContext context) {
    return Optional.empty();
  }

  /** Adds its routes. Called once, before the server listens. */
  void mount(Router router);

  /** Goes back to the state of a new service. */
  void reset();

  /** Ends everything that it started. */
  @Override
  void close();
}
