package io.github.camelhpc.support.camel;

import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.health.WritableHealthCheckRepository;
import org.apache.camel.impl.health.AbstractHealthCheck;
import org.apache.camel.impl.health.ProducersHealthCheckRepository;
import org.apache.camel.spi.HttpResponseAware;

/** Whether a service can be reached with the component's credentials: a readiness check. */
final class ServiceHealthCheck extends AbstractHealthCheck {

  private static final String HTTP_STATUS = "http.response.code";

  private final RemoteService service;

  private ServiceHealthCheck(CamelContext context, String scheme, RemoteService service) {
    super("camel", scheme + "-" + service.identity());
    setCamelContext(context);
    this.service = service;
  }

  /** Registers the check, if the context has the repository of the producers' checks. */
  static ServiceHealthCheck register(CamelContext context, String scheme, RemoteService service) {
    ServiceHealthCheck check = new ServiceHealthCheck(context, scheme, service);
    WritableHealthCheckRepository repository = repository(context);
    if (repository != null) {
      repository.addHealthCheck(check);
    }
    return check;
  }

  void unregister() {
    WritableHealthCheckRepository repository = repository(getCamelContext());
    if (repository != null) {
      repository.removeHealthCheck(this);
    }
  }

  private static WritableHealthCheckRepository repository(CamelContext context) {
    return HealthCheckHelper.getHealthCheckRepository(
        context, ProducersHealthCheckRepository.REPOSITORY_ID, WritableHealthCheckRepository.class);
  }

  @Override
  public boolean isLiveness() {
    return false;
  }

  @Override
  protected void doCall(HealthCheckResultBuilder builder, Map<String, Object> options) {
    try {
      service.ping();
      builder.up();
    } catch (Exception e) {
      builder.down().message(e.getMessage()).error(e);
      if (e instanceof HttpResponseAware answered) {
        builder.detail(HTTP_STATUS, answered.getHttpResponseCode());
      }
    }
  }
}
