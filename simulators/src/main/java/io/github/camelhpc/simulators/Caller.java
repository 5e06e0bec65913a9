package io.github.camelhpc.simulators;

import io.vertx.ext.web.RoutingContext;

/** Who sent a request, as the server's authentication found it. */
public final class Caller {

  private static final String KEY = Caller.class.getName();

  private Caller() {}

  /** The user whose credentials came with the request. */
  public static SimulatorUser of(RoutingContext context) {
    SimulatorUser user = context.get(KEY);
    if (user == null) {
      throw new IllegalStateException("The request has not been authenticated.");
    }
    return user;
  }

  static void remember(RoutingContext context, SimulatorUser user) {
    context.put(KEY, user);
  }

  static String nameOrNull(RoutingContext context) {
    SimulatorUser user = context.get(KEY);
    return user == null ? null : user.name();
  }
}
