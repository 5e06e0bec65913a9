package io.github.camelhpc.support.camel;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;

/** The services a component is connected with: one for all endpoints of the same settings. */
final class SharedServices<S extends RemoteService> {

  private static final class Shared<S> {
    private final S service;
    private final ServiceHealthCheck healthCheck;
    private int users;

    private Shared(S service, ServiceHealthCheck healthCheck) {
      this.service = service;
      this.healthCheck = healthCheck;
    }
  }

  private final Map<Object, Shared<S>> services = new HashMap<>();

  /**
   * The service with these settings; it is made if there is none.
   *
   * @param healthCheck makes the check of a new service, or answers null
   */
  synchronized S acquire(
      Object settings, Callable<S> factory, Function<S, ServiceHealthCheck> healthCheck)
      throws Exception {
    Shared<S> shared = services.get(settings);
    if (shared == null) {
      S service = factory.call();
      shared = new Shared<>(service, healthCheck.apply(service));
      services.put(settings, shared);
    }
    shared.users++;
    return shared.service;
  }

  /** Gives a service back; the last user's closes it. */
  synchronized void release(Object settings) {
    Shared<S> shared = services.get(settings);
    if (shared != null && --shared.users == 0) {
      services.remove(settings);
      if (shared.healthCheck != null) {
        shared.healthCheck.unregister();
      }
      shared.service.close();
    }
  }
}
