package io.github.camelhpc.reliability.cluster;

import io.github.camelhpc.hpcpack.HpcPackComponent;
import io.github.camelhpc.hpcpack.HpcPackConfiguration;
import io.github.camelhpc.simulators.HpcSimulators;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.health.HealthCheckRegistry;
import org.apache.camel.health.HealthCheckRepository;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.impl.health.DefaultHealthCheckRegistry;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;

/** One of several instances: a context of its own, which is connected with the simulator. */
final class Instance implements AutoCloseable {

  static final String USER = "hpcuser";
  static final String PASSWORD = "secret";

  final DefaultCamelContext context = new DefaultCamelContext();
  private final String name;

  Instance(String name, HpcSimulators simulator) {
    this.name = name;
    HpcPackComponent component = new HpcPackComponent();
    HpcPackConfiguration configuration = component.getConfiguration();
    configuration.setServiceUrl(simulator.hpcPackUrl());
    configuration.setUsername(USER);
    configuration.setPassword(PASSWORD);
    configuration.setRetryDelay(10);
    context.addComponent("hpcpack", component);
    context.getCamelContextExtension().setName(name);
    context.getShutdownStrategy().setTimeout(20);
    checkConsumers();
  }

  private void checkConsumers() {
    HealthCheckRegistry registry = new DefaultHealthCheckRegistry();
    registry.setCamelContext(context);
    HealthCheckRepository consumers = (HealthCheckRepository) registry.resolveById("consumers");
    consumers.setEnabled(true);
    registry.register(consumers);
    context.getCamelContextExtension().addContextPlugin(HealthCheckRegistry.class, registry);
  }

  String name() {
    return name;
  }

  /** Adds a bean. */
  Instance with(String id, Object bean) {
    context.getRegistry().bind(id, bean);
    return this;
  }

  /** Adds a route. */
  Instance with(RouteBuilder route) throws Exception {
    context.addRoutes(route);
    return this;
  }

  /** Adds routes in YAML. */
  Instance with(String yaml) throws Exception {
    PluginHelper.getRoutesLoader(context)
        .loadRoutes(ResourceHelper.fromString(name + ".yaml", yaml));
    return this;
  }

  Instance start() {
    context.start();
    return this;
  }

  /** Whether all consumers are UP. */
  boolean isHealthy() {
    return HealthCheckHelper.invokeReadiness(context).stream()
        .allMatch(result -> result.getState() == HealthCheck.State.UP);
  }

  @Override
  public void close() {
    context.stop();
  }
}
