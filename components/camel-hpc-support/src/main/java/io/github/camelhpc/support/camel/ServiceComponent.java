package io.github.camelhpc.support.camel;

import io.github.camelhpc.support.operation.Operation;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.SSLContextParametersAware;
import org.apache.camel.spi.Metadata;
import org.apache.camel.support.HealthCheckComponent;

/**
 * A component for one service, whose endpoints are its operations.
 *
 * @param <O> the component's catalogue
 * @param <C> its configuration
 * @param <S> its connection to a service
 */
public abstract class ServiceComponent<
        O extends Operation, C extends ServiceConfiguration, S extends RemoteService>
    extends HealthCheckComponent implements SSLContextParametersAware {

  @Metadata(
      label = "security",
      defaultValue = "false",
      description = "Whether to use the TLS settings that the context has for all components.")
  private boolean useGlobalSslContextParameters;

  private final OperationCatalog<O> catalog;
  private final SharedServices<S> services = new SharedServices<>();

  protected ServiceComponent(OperationCatalog<O> catalog) {
    this.catalog = catalog;
  }

  protected ServiceComponent(OperationCatalog<O> catalog, CamelContext context) {
    super(context);
    this.catalog = catalog;
  }

  /** The settings that an endpoint starts from. */
  protected abstract C configurationCopy();

  /** A new endpoint, before its options are set. */
  protected abstract ServiceEndpoint<O, C, S> newEndpoint(String uri, O operation, C configuration);

  @Override
  protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters)
      throws Exception {
    O operation = catalog.named(remaining);
    Set<String> given = new TreeSet<>(parameters.keySet());
    catalog.checkNumbers(operation, parameters);
    C configuration = configurationCopy();
    ServiceEndpoint<O, C, S> endpoint = newEndpoint(uri, operation, configuration);
    setProperties(endpoint, parameters);
    if (configuration.getSslContextParameters() == null) {
      configuration.setSslContextParameters(retrieveGlobalSslContextParameters());
    }
    catalog.checkOptions(operation, given);
    return endpoint;
  }

  S acquire(Object settings, Callable<S> factory) throws Exception {
    return services.acquire(
        settings,
        factory,
        service ->
            isHealthCheckProducerEnabled()
                ? ServiceHealthCheck.register(getCamelContext(), catalog.scheme(), service)
                : null);
  }

  void release(Object settings) {
    services.release(settings);
  }

  /** All operations of the component. */
  public OperationCatalog<O> catalog() {
    return catalog;
  }

  @Override
  public boolean isUseGlobalSslContextParameters() {
    return useGlobalSslContextParameters;
  }

  @Override
  public void setUseGlobalSslContextParameters(boolean useGlobalSslContextParameters) {
    this.useGlobalSslContextParameters = useGlobalSslContextParameters;
  }
}
