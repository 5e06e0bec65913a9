package io.github.camelhpc.app.api;

import io.smallrye.health.SmallRyeHealth;
import io.smallrye.health.SmallRyeHealthReporter;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.function.Function;

/**
 * What a probe of Kubernetes gets, which has no password: whether the application is up, without
 * the details, which name the cluster and its failures.
 */
@ApplicationScoped
class ProbeAnswers {

  private static final Map<String, Function<SmallRyeHealthReporter, Uni<SmallRyeHealth>>> PROBES =
      Map.of(
          "/q/health/live", SmallRyeHealthReporter::getLivenessAsync,
          "/q/health/ready", SmallRyeHealthReporter::getReadinessAsync,
          "/q/health/started", SmallRyeHealthReporter::getStartupAsync);

  private final SmallRyeHealthReporter reporter;

  @Inject
  ProbeAnswers(SmallRyeHealthReporter reporter) {
    this.reporter = reporter;
  }

  /** Whether it asks for nothing but that, and names nobody. */
  boolean isProbe(RoutingContext request) {
    return PROBES.containsKey(request.request().path())
        && !request.request().headers().contains(HttpHeaders.AUTHORIZATION);
  }

  void answer(RoutingContext request) {
    Context context = request.vertx().getOrCreateContext();
    PROBES
        .get(request.request().path())
        .apply(reporter)
        .subscribe()
        .with(
            health -> context.runOnContext(go -> answer(request, health)),
            failure -> context.runOnContext(go -> request.fail(failure)));
  }

  private static void answer(RoutingContext request, SmallRyeHealth health) {
    request
        .response()
        .setStatusCode(health.isDown() ? 503 : 200)
        .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
        .end("{\"status\":\"" + (health.isDown() ? "DOWN" : "UP") + "\"}");
  }
}
