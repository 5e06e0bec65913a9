package io.github.camelhpc.support.camel;

import java.util.Collection;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.health.HealthCheckRegistry;
import org.apache.camel.health.HealthCheckRepository;
import org.apache.camel.impl.health.DefaultHealthCheckRegistry;
import org.apache.camel.test.junit5.CamelTestSupport;

/** A context with the test's own component. */
abstract class TinyTestSupport extends CamelTestSupport {

  final TinyService service = new TinyService();
  final TinyComponent component = new TinyComponent(service);

  @Override
  protected CamelContext createCamelContext() throws Exception {
    CamelContext camel = super.createCamelContext();
    HealthCheckRegistry registry = new DefaultHealthCheckRegistry();
    registry.setCamelContext(camel);
    for (String id : new String[] {"consumers", "producers"}) {
      HealthCheckRepository repository = (HealthCheckRepository) registry.resolveById(id);
      repository.setEnabled(true);
      registry.register(repository);
    }
    camel.getCamelContextExtension().addContextPlugin(HealthCheckRegistry.class, registry);
    camel.addComponent("tiny", component);
    return camel;
  }

  /** A route from there to {@code mock:end}. */
  MockEndpoint route(String id, String uri) throws Exception {
    context.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            from(uri).routeId(id).to("mock:end");
          }
        });
    return context.getEndpoint("mock:end", MockEndpoint.class);
  }

  /** What readiness says of the component and its consumers. */
  Collection<HealthCheck.Result> readiness() {
    return HealthCheckHelper.invokeReadiness(context);
  }
}
