package io.github.camelhpc.simulators;

import io.vertx.ext.web.Router;

/**
 * One service that the server offers below a path of its own.
 *
 * <p>Authentication, faults and the request log are in front of it; it finds the caller with {@link
 * Caller#of} and answers with {@link Answer#send}.
 */
public interface SimulatedService extends AutoCloseable {

  /** The path that all of its resources begin with, {@code /hpc} for example. */
  String basePath();

  /** Adds its routes. Called once, before the server listens. */
  void mount(Router router);

  /** Goes back to the state of a new service. */
  void reset();

  /** Ends everything that it started. */
  @Override
  void close();
}
