package io.github.camelhpc.app;

import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.health.HealthCheckResultStrategy;

/** Leaves of a failed health check its message and HTTP code; a stack trace is for nobody there. */
@ApplicationScoped
@Unremovable
public class HealthWithoutStackTrace implements HealthCheckResultStrategy {

  @Override
  public void processResult(
      HealthCheck check, Map<String, Object> options, HealthCheckResultBuilder result) {
    Throwable error = result.error();
    if (error != null) {
      result.detail("error.message", String.valueOf(error.getMessage()));
      result.error(null);
    }
  }
}
