package io.github.camelhpc.azbatch;

import io.github.camelhpc.support.camel.OperationSendDynamicAware;
import org.apache.camel.spi.annotations.SendDynamic;

/** Lets {@code toD("azbatch:getJob?jobId=${…}")} use one endpoint for all ids. */
@SendDynamic("azbatch")
public class AzBatchSendDynamicAware extends OperationSendDynamicAware {

  public AzBatchSendDynamicAware() {
    super(AzBatchComponent.CATALOG);
  }
}
