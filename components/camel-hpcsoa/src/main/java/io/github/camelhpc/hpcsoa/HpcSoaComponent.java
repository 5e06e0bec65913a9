package io.github.camelhpc.hpcsoa;

import io.github.camelhpc.support.camel.OperationCatalog;
import io.github.camelhpc.support.camel.ServiceComponent;
import io.github.camelhpc.support.camel.ServiceEndpoint;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.annotations.Component;

/** SOA sessions and batches of Microsoft HPC Pack. */
@Component("hpcsoa")
public class HpcSoaComponent
    extends ServiceComponent<SoaOperation, HpcSoaConfiguration, HpcSoaService> {

  static final OperationCatalog<SoaOperation> CATALOG =
      new OperationCatalog<>("hpcsoa", SoaOperation.values());

  @Metadata(description = "The settings that all endpoints start from.")
  private HpcSoaConfiguration configuration = new HpcSoaConfiguration();

  public HpcSoaComponent() {
    super(CATALOG);
  }

  public HpcSoaComponent(CamelContext context) {
    super(CATALOG, context);
  }

  @Override
  protected HpcSoaConfiguration configurationCopy() {
    return configuration.copy();
  }

  @Override
  protected ServiceEndpoint<SoaOperation, HpcSoaConfiguration, HpcSoaService> newEndpoint(
      String uri, SoaOperation operation, HpcSoaConfiguration settings) {
    return new HpcSoaEndpoint(uri, this, operation, settings);
  }

  public HpcSoaConfiguration getConfiguration() {
    return configuration;
  }

  public void setConfiguration(HpcSoaConfiguration configuration) {
    this.configuration = configuration;
  }
}
