package io.github.camelhpc.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.apache.camel.CamelContext;
import org.apache.camel.health.HealthCheck.Result;
import org.apache.camel.health.HealthCheck.State;
import org.apache.camel.health.HealthCheckHelper;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * What Camel's own readiness checks say: of the consumers, and of the cluster. It stands in for
 * camel-quarkus-microprofile-health, which asks the cluster on Vert.x's event loop, where waiting
 * for a dead one stops all of HTTP, and which answers with stack traces.
 */
@Readiness
@ApplicationScoped
public class CamelReadiness implements HealthCheck {

  private static final String HTTP_STATUS = "http.response.code";

  private final CamelContext context;

  @Inject
  CamelReadiness(CamelContext context) {
    this.context = context;
  }

  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder answer = HealthCheckResponse.named("camel");
    boolean up = true;
    for (Result result : HealthCheckHelper.invokeReadiness(context, "full")) {
      up &= result.getState() != State.DOWN;
      describe(result, answer);
    }
    return answer.status(up).build();
  }

  private static void describe(Result result, HealthCheckResponseBuilder answer) {
    String id = result.getCheck().getId();
    answer.withData(id, result.getState().name());
    Object status = result.getDetails().get(HTTP_STATUS);
    if (status != null) {
      answer.withData(id + "." + HTTP_STATUS, Long.parseLong(status.toString()));
    }
    result
        .getError()
        .map(Throwable::getMessage)
        .or(result::getMessage)
        .ifPresent(message -> answer.withData(id + ".error", message));
  }
}
