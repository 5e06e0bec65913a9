package io.github.camelhpc.simulators;

import io.vertx.ext.web.RoutingContext;

/** Who sent a request, as the server's authentication found it. */
public final class Caller {

  private static final String KEY = Caller.class.getName();

  private static final String NAME_KEY = KEY + ".name";

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
    remember(context, user.name());
  }

  /** Notes who sent a request that its service has authenticated, for the request log. */
  public static void remember(RoutingContext context, String name) {
    context.put(NAME_KEY, name);
  }

  static String nameOrNull(RoutingContext context) {
    return context.get(NAME_KEY);
  }
}
