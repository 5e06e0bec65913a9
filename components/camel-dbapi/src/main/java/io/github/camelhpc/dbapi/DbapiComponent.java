package io.github.camelhpc.dbapi;

import io.github.camelhpc.support.camel.OperationCatalog;
import io.github.camelhpc.support.camel.ServiceComponent;
import io.github.camelhpc.support.camel.ServiceEndpoint;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.annotations.Component;

/** Asks Hitachi Ops Center Analyzer detail view for metrics. */
@Component("dbapi")
public class DbapiComponent
    extends ServiceComponent<DbapiOperation, DbapiConfiguration, DbapiService> {

  static final OperationCatalog<DbapiOperation> CATALOG =
      new OperationCatalog<>("dbapi", DbapiOperation.values());

  @Metadata(description = "The settings that all endpoints start from.")
  private DbapiConfiguration configuration = new DbapiConfiguration();

  public DbapiComponent() {
    super(CATALOG);
  }

  public DbapiComponent(CamelContext context) {
    super(CATALOG, context);
  }

  @Override
  protected DbapiConfiguration configurationCopy() {
    return configuration.copy();
  }

  @Override
  protected ServiceEndpoint<DbapiOperation, DbapiConfiguration, DbapiService> newEndpoint(
      String uri, DbapiOperation operation, DbapiConfiguration settings) {
    return new DbapiEndpoint(uri, this, operation, settings);
  }

  public DbapiConfiguration getConfiguration() {
    return configuration;
  }

  public void setConfiguration(DbapiConfiguration configuration) {
    this.configuration = configuration;
  }
}
