package io.github.camelhpc.dbapi;

import io.github.camelhpc.support.camel.ServiceEndpoint;
import org.apache.camel.Category;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriPath;

/** Ask Hitachi Ops Center Analyzer detail view for metrics. */
@UriEndpoint(
    firstVersion = "0.1.0",
    scheme = "dbapi",
    title = "Ops Center Analyzer",
    syntax = "dbapi:operation",
    category = {Category.MONITORING},
    headersClass = DbapiConstants.class)
public class DbapiEndpoint
    extends ServiceEndpoint<DbapiOperation, DbapiConfiguration, DbapiService> {

  @UriPath(description = "What the endpoint does.")
  @Metadata(required = true)
  private DbapiOperation operation;

  @UriParam private DbapiConfiguration configuration;

  DbapiEndpoint(
      String uri,
      DbapiComponent component,
      DbapiOperation operation,
      DbapiConfiguration configuration) {
    super(uri, component);
    this.operation = operation;
    this.configuration = configuration;
  }

  /** The results of a request come bit by bit. */
  @Override
  public Consumer createConsumer(Processor processor) throws Exception {
    if (operation != DbapiOperation.GET_STATUS) {
      return super.createConsumer(processor);
    }
    IncrementConsumer consumer = new IncrementConsumer(this, processor);
    configureConsumer(consumer);
    return consumer;
  }

  @Override
  public DbapiOperation getOperation() {
    return operation;
  }

  public void setOperation(DbapiOperation operation) {
    this.operation = operation;
  }

  @Override
  public DbapiConfiguration getConfiguration() {
    return configuration;
  }

  public void setConfiguration(DbapiConfiguration configuration) {
    this.configuration = configuration;
  }

  @Override
  protected DbapiService connect() throws Exception {
    return DbapiConnection.open(getCamelContext(), configuration);
  }

  @Override
  protected String eventIdHeader() {
    return DbapiConstants.EVENT_ID;
  }

  @Override
  protected String completeHeader() {
    return DbapiConstants.COMPLETE;
  }
}
