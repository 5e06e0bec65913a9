package io.github.camelhpc.hpcpack;

import io.github.camelhpc.support.camel.OperationCatalog;
import io.github.camelhpc.support.camel.ServiceComponent;
import io.github.camelhpc.support.camel.ServiceEndpoint;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.annotations.Component;

/** Runs and watches jobs on Microsoft HPC Pack clusters. */
@Component("hpcpack")
public class HpcPackComponent
    extends ServiceComponent<HpcPackOperation, HpcPackConfiguration, HpcPackService> {

  static final OperationCatalog<HpcPackOperation> CATALOG =
      new OperationCatalog<>("hpcpack", HpcPackOperation.values());

  @Metadata(description = "The settings that all endpoints start from.")
  private HpcPackConfiguration configuration = new HpcPackConfiguration();

  public HpcPackComponent() {
    super(CATALOG);
  }

  public HpcPackComponent(CamelContext context) {
    super(CATALOG, context);
  }

  @Override
  protected HpcPackConfiguration configurationCopy() {
    return configuration.copy();
  }

  @Override
  protected ServiceEndpoint<HpcPackOperation, HpcPackConfiguration, HpcPackService> newEndpoint(
      String uri, HpcPackOperation operation, HpcPackConfiguration settings) {
    return new HpcPackEndpoint(uri, this, operation, settings);
  }

  public HpcPackConfiguration getConfiguration() {
    return configuration;
  }

  public void setConfiguration(HpcPackConfiguration configuration) {
    this.configuration = configuration;
  }
}
