package io.github.camelhpc.azbatch;

import io.github.camelhpc.support.camel.ServiceEndpoint;
import org.apache.camel.Category;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriPath;

/** Run and watch jobs, tasks and pools of Azure Batch. */
@UriEndpoint(
    firstVersion = "0.1.0",
    scheme = "azbatch",
    title = "Azure Batch",
    syntax = "azbatch:operation",
    category = {Category.CLOUD, Category.SCHEDULING},
    headersClass = AzBatchConstants.class)
public class AzBatchEndpoint
    extends ServiceEndpoint<BatchOperation, AzBatchConfiguration, AzBatchService> {

  @UriPath(description = "What the endpoint does.")
  @Metadata(required = true)
  private BatchOperation operation;

  @UriParam private AzBatchConfiguration configuration;

  AzBatchEndpoint(
      String uri,
      AzBatchComponent component,
      BatchOperation operation,
      AzBatchConfiguration configuration) {
    super(uri, component);
    this.operation = operation;
    this.configuration = configuration;
  }

  @Override
  public BatchOperation getOperation() {
    return operation;
  }

  public void setOperation(BatchOperation operation) {
    this.operation = operation;
  }

  @Override
  public AzBatchConfiguration getConfiguration() {
    return configuration;
  }

  public void setConfiguration(AzBatchConfiguration configuration) {
    this.configuration = configuration;
  }

  @Override
  protected AzBatchService connect() throws Exception {
    return AzBatchConnection.open(getCamelContext(), configuration);
  }

  @Override
  protected String eventIdHeader() {
    return AzBatchConstants.EVENT_ID;
  }

  @Override
  protected String completeHeader() {
    return AzBatchConstants.COMPLETE;
  }
}
