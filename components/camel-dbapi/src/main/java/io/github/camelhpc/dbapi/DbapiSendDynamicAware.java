package io.github.camelhpc.dbapi;

import io.github.camelhpc.support.camel.OperationSendDynamicAware;
import org.apache.camel.spi.annotations.SendDynamic;

/** Lets {@code toD("dbapi:getStatus?requestId=${…}")} use one endpoint for all ids. */
@SendDynamic("dbapi")
public class DbapiSendDynamicAware extends OperationSendDynamicAware {

  public DbapiSendDynamicAware() {
    super(DbapiComponent.CATALOG);
  }
}
