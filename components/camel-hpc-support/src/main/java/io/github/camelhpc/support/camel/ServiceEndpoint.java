package io.github.camelhpc.support.camel;

import io.github.camelhpc.support.operation.Operation;
import io.github.camelhpc.support.operation.ParameterValues;
import io.github.camelhpc.support.status.SeenEvents;
import java.time.Clock;
import org.apache.camel.AsyncEndpoint;
import org.apache.camel.Consumer;
import org.apache.camel.Message;
import org.apache.camel.PollingConsumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.spi.EndpointServiceLocation;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.spi.PropertyConfigurer;
import org.apache.camel.spi.PropertyConfigurerGetter;
import org.apache.camel.spi.UriParam;
import org.apache.camel.support.ScheduledPollEndpoint;

/**
 * One operation of a service.
 *
 * @param <O> the component's catalogue
 * @param <C> its configuration
 * @param <S> its connection to a service
 */
public abstract class ServiceEndpoint<
        O extends Operation, C extends ServiceConfiguration, S extends RemoteService>
    extends ScheduledPollEndpoint implements AsyncEndpoint, EndpointServiceLocation {

  private static final long DEFAULT_DELAY = 10_000;

  @UriParam(
      label = "consumer",
      description =
          "How many entries are emitted at one poll at most; the others follow at the next. 0 for"
              + " all.")
  private int maxMessagesPerPoll;

  private final ServiceComponent<O, C, S> serviceComponent;
  private volatile S service;
  private ConnectionSettings settings;

  protected ServiceEndpoint(String uri, ServiceComponent<O, C, S> component) {
    super(uri, component);
    this.serviceComponent = component;
    setDelay(DEFAULT_DELAY);
  }

  /** What the endpoint does. */
  public abstract O getOperation();

  /** Its options. */
  public abstract C getConfiguration();

  /**
   * Connects with the service.
   *
   * @throws IllegalArgumentException if a setting is missing or wrong; the message names the option
   */
  protected abstract S connect() throws Exception;

  /** The header with the id that is the same for a repeated event. */
  protected abstract String eventIdHeader();

  /** The header that says that nothing follows. */
  protected abstract String completeHeader();

  /** How messages name the operation, for example {@code hpcpack:getJob}. */
  public String operationText() {
    return serviceComponent.catalog().scheme() + ":" + getOperation().operationName();
  }

  /** A header's value in the type that the header has. */
  Object headerValue(String header, Object value) {
    return serviceComponent.catalog().headerValue(header, value);
  }

  /** The connection, once the endpoint is started. */
  public S service() {
    S connected = service;
    if (connected == null) {
      throw new IllegalStateException(operationText() + " is not started, or was stopped");
    }
    return connected;
  }

  /**
   * The parameters' values, from the message's headers and the endpoint's options.
   *
   * @param message the message, or null for a consumer
   */
  public ParameterValues parameterValues(Message message) {
    PropertyConfigurerGetter options =
        (PropertyConfigurerGetter) configurer(serviceComponent.getEndpointPropertyConfigurer());
    return ParameterValues.resolve(
        operationText(),
        getOperation().spec(),
        parameter -> message == null ? null : message.getHeader(parameter.header()),
        parameter -> options.getOptionValue(this, parameter.option(), false));
  }

  private PropertyConfigurer configurer(PropertyConfigurer generated) {
    if (generated instanceof PropertyConfigurerGetter) {
      return generated;
    }
    throw new IllegalStateException(
        "The generated configurer of " + getClass().getName() + " is not on the class path");
  }

  @Override
  protected void doStart() throws Exception {
    startRepository();
    settings = getConfiguration().connectionSettings();
    service = serviceComponent.acquire(settings, this::connect);
    super.doStart();
  }

  /** One from the registry is not started by Camel, and the memory one has no memory before. */
  private void startRepository() throws Exception {
    IdempotentRepository repository = getConfiguration().getIdempotentRepository();
    if (repository != null && !getCamelContext().hasService(repository)) {
      getCamelContext().addService(repository, true, true);
    }
  }

  /** What was completed, as the {@code idempotentRepository} remembers it. */
  public SeenEvents seenEvents() {
    IdempotentRepository repository = getConfiguration().getIdempotentRepository();
    return repository == null ? SeenEvents.NONE : new RepositorySeenEvents(repository);
  }

  @Override
  protected void doStop() throws Exception {
    super.doStop();
    if (service != null) {
      service = null;
      serviceComponent.release(settings);
    }
  }

  @Override
  public Producer createProducer() throws Exception {
    return new ServiceProducer(this);
  }

  @Override
  public Consumer createConsumer(Processor processor) throws Exception {
    checkWatchable();
    checkShard();
    StatusConsumer consumer = new StatusConsumer(this, processor, statusPoll(startFrom()));
    configureConsumer(consumer);
    consumer.setMaxMessagesPerPoll(getMaxMessagesPerPoll());
    return consumer;
  }

  @Override
  public PollingConsumer createPollingConsumer() throws Exception {
    if (!getOperation().spec().isWatchable()) {
      throw new IllegalArgumentException(
          operationText() + " cannot be asked by pollEnrich or poll; use it with to:");
    }
    PollingConsumer consumer = new StatusPollingConsumer(this, statusPoll(StartFrom.BEGINNING));
    configurePollingConsumer(consumer);
    return consumer;
  }

  private StartFrom startFrom() {
    return getOperation().spec().watch().isFinite()
        ? StartFrom.BEGINNING
        : getConfiguration().watching().startFrom();
  }

  private StatusPoll statusPoll(StartFrom startFrom) {
    return new StatusPoll(this, startFrom, Clock.systemUTC());
  }

  private void checkWatchable() {
    if (!getOperation().spec().isWatchable()) {
      throw new IllegalArgumentException(
          operationText()
              + " cannot be consumed from, since nothing of it changes by itself; use it with to:,"
              + " or consume from one of the operations that docs/"
              + serviceComponent.catalog().scheme()
              + ".md marks as pollable");
    }
  }

  private void checkShard() {
    Shard shard = getConfiguration().watching().shard();
    if (!shard.isAll() && getOperation().spec().watch().isFinite()) {
      throw new IllegalArgumentException(
          operationText()
              + " watches one thing, of which there are no shards: remove shard="
              + shard
              + " here, or set it at the endpoints of lists instead of the component");
    }
  }

  @Override
  public boolean isLenientProperties() {
    return false;
  }

  @Override
  public String getServiceUrl() {
    return getConfiguration().getServiceUrl();
  }

  @Override
  public String getServiceProtocol() {
    return "rest";
  }

  public int getMaxMessagesPerPoll() {
    return maxMessagesPerPoll;
  }

  public void setMaxMessagesPerPoll(int maxMessagesPerPoll) {
    this.maxMessagesPerPoll = maxMessagesPerPoll;
  }
}
