package io.github.camelhpc.hpcsoa;

import io.github.camelhpc.hpcsoa.model.SoaRequest;
import io.github.camelhpc.support.operation.Parameter;
import io.github.camelhpc.test.hostile.ComponentValuesTest;
import io.github.camelhpc.test.server.MisbehavingServer.Reply;
import io.github.camelhpc.test.server.MisbehavingServer.Request;
import io.github.camelhpc.test.server.Replies;
import java.util.List;
import java.util.Map;
import org.apache.camel.Component;

/** The shared suite of hostile values. */
class HpcSoaValuesTest extends ComponentValuesTest<SoaOperation> {

  private static final String NO_RESPONSES =
      """
      <HPCServer2008_WebAPI_MessageArray>
        <s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope"
            xmlns:a="http://www.w3.org/2005/08/addressing">
          <s:Header>
            <a:Action>http://hpc.microsoft.com/EndOfGetResponse</a:Action>
          </s:Header>
          <s:Body>
            <EndOfResponses xmlns="http://tempuri.org/">
              <Count>0</Count><Reason>Success</Reason>
            </EndOfResponses>
          </s:Body>
        </s:Envelope>
      </HPCServer2008_WebAPI_MessageArray>
      """;

  HpcSoaValuesTest() {
    super(HpcSoaTestSupport.TESTED);
  }

  @Override
  protected Component component() {
    return HpcSoaTestSupport.component(null);
  }

  @Override
  protected Object body(SoaOperation operation) {
    return operation.spec().body() == HpcSoaBody.REQUESTS
        ? List.of(SoaRequest.soap(HpcSoaTestSupport.ECHO, "<Echo/>", "id-1"))
        : null;
  }

  @Override
  protected Map<String, Object> more(SoaOperation operation) {
    return switch (operation) {
      case CREATE_SESSION, RUN_BATCH -> Map.of(HpcSoaConstants.SERVICE_NAME, "CcpEchoSvc");
      default -> Map.of(HpcSoaConstants.BROKER_NODE, "127.0.0.1");
    };
  }

  @Override
  protected Reply good(SoaOperation operation, Request request) {
    String path = request.target().replaceFirst("[?].*", "");
    if (path.endsWith("/Status")) {
      return Replies.ok("\"Finished\"");
    }
    return path.endsWith("/Response")
        ? Replies.ok(NO_RESPONSES)
        : Replies.ok("{\"Id\":1,\"BrokerNode\":\"127.0.0.1\"}");
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
