package io.github.camelhpc.hpcsoa;

import io.github.camelhpc.support.camel.OperationSendDynamicAware;
import org.apache.camel.spi.annotations.SendDynamic;

/** Lets {@code toD("hpcsoa:getResponses?sessionId=${…}")} use one endpoint for all ids. */
@SendDynamic("hpcsoa")
public class HpcSoaSendDynamicAware extends OperationSendDynamicAware {

  public HpcSoaSendDynamicAware() {
    super(HpcSoaComponent.CATALOG);
  }
}
