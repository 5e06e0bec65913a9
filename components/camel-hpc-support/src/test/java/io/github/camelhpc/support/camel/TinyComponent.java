package io.github.camelhpc.support.camel;

import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.PropertyConfigurer;
import org.apache.camel.spi.PropertyConfigurerGetter;
import org.apache.camel.support.component.PropertyConfigurerSupport;

/** The test's own component, on a {@link TinyService}. */
final class TinyComponent extends ServiceComponent<TinyOperation, TinyConfiguration, TinyService> {

  static final OperationCatalog<TinyOperation> CATALOG =
      new OperationCatalog<>("tiny", TinyOperation.values());

  final TinyConfiguration configuration = new TinyConfiguration();
  final AtomicInteger connections = new AtomicInteger();
  final TinyService service;

  TinyComponent(TinyService service) {
    super(CATALOG);
    this.service = service;
  }

  @Override
  protected TinyConfiguration configurationCopy() {
    return configuration.copy();
  }

  @Override
  protected Endpoint newEndpoint(String uri, TinyOperation operation, TinyConfiguration settings) {
    return new Endpoint(uri, this, operation, settings);
  }

  @Override
  public PropertyConfigurer getEndpointPropertyConfigurer() {
    return new Configurer();
  }

  /** An endpoint of the component. */
  static final class Endpoint
      extends ServiceEndpoint<TinyOperation, TinyConfiguration, TinyService> {

    private final TinyComponent component;
    private final TinyOperation operation;
    private final TinyConfiguration configuration;

    Endpoint(
        String uri,
        TinyComponent component,
        TinyOperation operation,
        TinyConfiguration configuration) {
      super(uri, component);
      this.component = component;
      this.operation = operation;
      this.configuration = configuration;
    }

    @Override
    public TinyOperation getOperation() {
      return operation;
    }

    @Override
    public TinyConfiguration getConfiguration() {
      return configuration;
    }

    @Override
    protected TinyService connect() {
      component.connections.incrementAndGet();
      return component.service;
    }

    @Override
    protected String eventIdHeader() {
      return TinyOperation.EVENT_ID;
    }

    @Override
    protected String completeHeader() {
      return TinyOperation.COMPLETE;
    }
  }

  /** What the Camel build generates for a real component. */
  static final class Configurer extends PropertyConfigurerSupport
      implements PropertyConfigurer, PropertyConfigurerGetter {

    @Override
    public boolean configure(
        CamelContext context, Object target, String name, Object value, boolean ignoreCase) {
      Endpoint endpoint = (Endpoint) target;
      TinyConfiguration settings = endpoint.getConfiguration();
      switch (name) {
        case "thingId" -> settings.setThingId(property(context, Integer.class, value));
        case "filter" -> settings.setFilter(property(context, String.class, value));
        case "shard" -> settings.setShard(property(context, String.class, value));
        case "serviceUrl" -> settings.setServiceUrl(property(context, String.class, value));
        case "emit" -> settings.setEmit(property(context, Emit.class, value));
        case "startFrom" -> settings.setStartFrom(property(context, StartFrom.class, value));
        case "idempotentRepository" ->
            settings.setIdempotentRepository(
                property(context, org.apache.camel.spi.IdempotentRepository.class, value));
        case "maxMessagesPerPoll" ->
            endpoint.setMaxMessagesPerPoll(property(context, int.class, value));
        case "delay" -> endpoint.setDelay(property(context, long.class, value));
        case "initialDelay" -> endpoint.setInitialDelay(property(context, long.class, value));
        case "pollStrategy" ->
            endpoint.setPollStrategy(
                property(context, org.apache.camel.spi.PollingConsumerPollStrategy.class, value));
        default -> {
          return false;
        }
      }
      return true;
    }

    @Override
    public Class<?> getOptionType(String name, boolean ignoreCase) {
      return null;
    }

    @Override
    public Object getOptionValue(Object target, String name, boolean ignoreCase) {
      TinyConfiguration settings = ((Endpoint) target).getConfiguration();
      return switch (name) {
        case "thingId" -> settings.getThingId();
        case "filter" -> settings.getFilter();
        default -> null;
      };
    }
  }
}
