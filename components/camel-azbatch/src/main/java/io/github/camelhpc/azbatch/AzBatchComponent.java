package io.github.camelhpc.azbatch;

import io.github.camelhpc.support.camel.OperationCatalog;
import io.github.camelhpc.support.camel.ServiceComponent;
import io.github.camelhpc.support.camel.ServiceEndpoint;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.annotations.Component;

/** Runs and watches jobs, tasks and pools of Azure Batch. */
@Component("azbatch")
public class AzBatchComponent
    extends ServiceComponent<BatchOperation, AzBatchConfiguration, AzBatchService> {

  static final OperationCatalog<BatchOperation> CATALOG =
      new OperationCatalog<>("azbatch", BatchOperation.values());

  @Metadata(description = "The settings that all endpoints start from.")
  private AzBatchConfiguration configuration = new AzBatchConfiguration();

  public AzBatchComponent() {
    super(CATALOG);
  }

  public AzBatchComponent(CamelContext context) {
    super(CATALOG, context);
  }

  @Override
  protected AzBatchConfiguration configurationCopy() {
    return configuration.copy();
  }

  @Override
  protected ServiceEndpoint<BatchOperation, AzBatchConfiguration, AzBatchService> newEndpoint(
      String uri, BatchOperation operation, AzBatchConfiguration settings) {
    return new AzBatchEndpoint(uri, this, operation, settings);
  }

  public AzBatchConfiguration getConfiguration() {
    return configuration;
  }

  public void setConfiguration(AzBatchConfiguration configuration) {
    this.configuration = configuration;
  }
}
