package io.github.camelhpc.hpcpack;

import io.github.camelhpc.support.camel.OperationSendDynamicAware;
import org.apache.camel.spi.annotations.SendDynamic;

/** Lets {@code toD("hpcpack:getJob?jobId=${…}")} use one endpoint for all ids. */
@SendDynamic("hpcpack")
public class HpcPackSendDynamicAware extends OperationSendDynamicAware {

  public HpcPackSendDynamicAware() {
    super(HpcPackComponent.CATALOG);
  }
}
