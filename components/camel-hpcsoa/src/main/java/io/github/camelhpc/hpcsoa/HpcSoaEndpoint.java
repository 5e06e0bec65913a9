package io.github.camelhpc.hpcsoa;

import io.github.camelhpc.support.camel.ServiceEndpoint;
import org.apache.camel.Category;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriPath;

/** Send batches of requests to SOA services of Microsoft HPC Pack, and read the responses. */
@UriEndpoint(
    firstVersion = "0.1.0",
    scheme = "hpcsoa",
    title = "HPC Pack SOA",
    syntax = "hpcsoa:operation",
    category = {Category.CLUSTERING},
    headersClass = HpcSoaConstants.class)
public class HpcSoaEndpoint
    extends ServiceEndpoint<SoaOperation, HpcSoaConfiguration, HpcSoaService> {

  @UriPath(description = "What the endpoint does.")
  @Metadata(required = true)
  private SoaOperation operation;

  @UriParam private HpcSoaConfiguration configuration;

  HpcSoaEndpoint(
      String uri,
      HpcSoaComponent component,
      SoaOperation operation,
      HpcSoaConfiguration configuration) {
    super(uri, component);
    this.operation = operation;
    this.configuration = configuration;
  }

  /** Responses are read with a cursor; what else can be consumed from is polled for changes. */
  @Override
  public Consumer createConsumer(Processor processor) throws Exception {
    if (operation != SoaOperation.GET_RESPONSES) {
      return super.createConsumer(processor);
    }
    ResponsesConsumer consumer = new ResponsesConsumer(this, processor);
    configureConsumer(consumer);
    consumer.setMaxMessagesPerPoll(getMaxMessagesPerPoll());
    return consumer;
  }

  @Override
  public SoaOperation getOperation() {
    return operation;
  }

  public void setOperation(SoaOperation operation) {
    this.operation = operation;
  }

  @Override
  public HpcSoaConfiguration getConfiguration() {
    return configuration;
  }

  public void setConfiguration(HpcSoaConfiguration configuration) {
    this.configuration = configuration;
  }

  @Override
  protected HpcSoaService connect() throws Exception {
    return HpcSoaService.open(getCamelContext(), configuration);
  }

  @Override
  protected String eventIdHeader() {
    return HpcSoaConstants.EVENT_ID;
  }

  @Override
  protected String completeHeader() {
    return HpcSoaConstants.COMPLETE;
  }
}
