package io.github.camelhpc.hpcsoa;

import io.github.camelhpc.hpcsoa.model.SoaRequest;
import io.github.camelhpc.support.operation.Parameter;
import io.github.camelhpc.test.hostile.ComponentValuesTest;
import java.util.List;
import java.util.Map;
import org.apache.camel.Component;

/** The shared suite of hostile values. */
class HpcSoaValuesTest extends ComponentValuesTest<SoaOperation> {

  HpcSoaValuesTest() {
    super(HpcSoaTestSupport.TESTED);
  }

  @Override
  protected Component component() {
    return HpcSoaTestSupport.component(null);
  }

  @Override
  protected Object body(SoaOperation operation) {
    return operation == SoaOperation.SEND_REQUESTS
        ? List.of(SoaRequest.soap(HpcSoaTestSupport.ECHO, "<Echo/>", "id-1"))
        : null;
  }

  @Override
  protected Map<String, Object> more(SoaOperation operation) {
    return operation == SoaOperation.CREATE_SESSION
        ? Map.of(HpcSoaConstants.SERVICE_NAME, "CcpEchoSvc")
        : Map.of(HpcSoaConstants.BROKER_NODE, "127.0.0.1");
  }

  @Override
  protected Object harmless(Parameter parameter) {
    return switch (parameter.option()) {
      case "brokerNode" -> "127.0.0.1";
      case "sessionSettings" -> "{\"MinUnits\":1}";
      default -> null;
    };
  }
}
