package io.github.camelhpc.hpcpack;

import io.github.camelhpc.support.camel.ServiceEndpoint;
import org.apache.camel.Category;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriPath;

/** Run and watch jobs on Microsoft HPC Pack clusters, through the job scheduler's REST API. */
@UriEndpoint(
    firstVersion = "0.1.0",
    scheme = "hpcpack",
    title = "HPC Pack",
    syntax = "hpcpack:operation",
    category = {Category.CLUSTERING, Category.SCHEDULING},
    headersClass = HpcPackConstants.class)
public class HpcPackEndpoint
    extends ServiceEndpoint<HpcPackOperation, HpcPackConfiguration, HpcPackService> {

  @UriPath(description = "What the endpoint does.")
  @Metadata(required = true)
  private HpcPackOperation operation;

  @UriParam private HpcPackConfiguration configuration;

  HpcPackEndpoint(
      String uri,
      HpcPackComponent component,
      HpcPackOperation operation,
      HpcPackConfiguration configuration) {
    super(uri, component);
    this.operation = operation;
    this.configuration = configuration;
  }

  @Override
  public HpcPackOperation getOperation() {
    return operation;
  }

  public void setOperation(HpcPackOperation operation) {
    this.operation = operation;
  }

  @Override
  public HpcPackConfiguration getConfiguration() {
    return configuration;
  }

  public void setConfiguration(HpcPackConfiguration configuration) {
    this.configuration = configuration;
  }

  @Override
  protected HpcPackService connect() throws Exception {
    return HpcPackConnection.open(getCamelContext(), configuration);
  }

  @Override
  protected String eventIdHeader() {
    return HpcPackConstants.EVENT_ID;
  }

  @Override
  protected String completeHeader() {
    return HpcPackConstants.COMPLETE;
  }
}
