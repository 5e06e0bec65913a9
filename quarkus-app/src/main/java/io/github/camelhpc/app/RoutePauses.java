package io.github.camelhpc.app;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import org.apache.camel.CamelContext;
import org.apache.camel.throttling.ThrottlingExceptionRoutePolicy;

/**
 * After a failure a route pauses for {@code app.pause-millis}: else each file would be tried again
 * at every poll. Each route has a pause of its own.
 *
 * <p>As beans in YAML the five would take a third of the time in which an executable starts.
 */
@Singleton
class RoutePauses {

  private final CamelContext context;
  private final long millis;

  @Inject
  RoutePauses(CamelContext context, AppSettings settings) {
    this.context = context;
    this.millis = settings.pauseMillis();
  }

  @Produces
  @Singleton
  @Named("inboxPause")
  ThrottlingExceptionRoutePolicy inbox() {
    return pause();
  }

  @Produces
  @Singleton
  @Named("pricingPause")
  ThrottlingExceptionRoutePolicy pricing() {
    return pause();
  }

  @Produces
  @Singleton
  @Named("runningPause")
  ThrottlingExceptionRoutePolicy running() {
    return pause();
  }

  @Produces
  @Singleton
  @Named("azureSubmitPause")
  ThrottlingExceptionRoutePolicy azureSubmit() {
    return pause();
  }

  @Produces
  @Singleton
  @Named("azureRunningPause")
  ThrottlingExceptionRoutePolicy azureRunning() {
    return pause();
  }

  private ThrottlingExceptionRoutePolicy pause() {
    ThrottlingExceptionRoutePolicy policy = new ThrottlingExceptionRoutePolicy();
    policy.setCamelContext(context);
    policy.setFailureThreshold(1);
    policy.setFailureWindow(millis);
    policy.setHalfOpenAfter(millis);
    return policy;
  }
}
