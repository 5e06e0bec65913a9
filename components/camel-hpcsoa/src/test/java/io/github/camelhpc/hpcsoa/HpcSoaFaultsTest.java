package io.github.camelhpc.hpcsoa;

import io.github.camelhpc.test.fault.Answer;
import io.github.camelhpc.test.fault.Call;
import io.github.camelhpc.test.fault.ComponentFaultsTest;
import io.github.camelhpc.test.fault.FaultyService;
import io.github.camelhpc.test.fault.TestedCall;
import io.github.camelhpc.test.server.MisbehavingServer.Request;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.camel.Component;

/** The shared suite of faults. */
class HpcSoaFaultsTest extends ComponentFaultsTest {

  private static final String RESPONSES = ".*/Response([?].*)?";
  private static final String BATCH = "sessionId=1&batch=b&brokerNode=127.0.0.1";

  HpcSoaFaultsTest() {
    super(FaultyService.HPCSOA);
  }

  @Override
  protected Component component() {
    HpcSoaComponent component = new HpcSoaComponent();
    component.getConfiguration().setUsername("hpcuser");
    component.getConfiguration().setPassword(SECRET);
    return component;
  }

  @Override
  protected TestedCall call(Call call) {
    return switch (call) {
      case READ ->
          TestedCall.of(
              "hpcsoa:getRequestStatus?batch=b&brokerNode=127.0.0.1",
              "before",
              Map.of(HpcSoaConstants.SESSION_ID, 1));
      case CHANGE ->
          TestedCall.of("hpcsoa:createSession?serviceName=CcpEchoSvc", null, Map.of("kept", "yes"));
      case LIST -> TestedCall.list("hpcsoa:getResponses?" + BATCH, RESPONSES, -1, 4);
      case POLL -> TestedCall.list("hpcsoa:getResponses?" + BATCH, RESPONSES, -1, 4);
    };
  }

  @Override
  protected Answer forgotten() {
    return Answer.of(
        400, "application/json", "{\"Code\":16777230,\"Message\":\"The batch does not exist\"}");
  }

  @Override
  protected Answer good(Request request) {
    if (request.target().matches(RESPONSES)) {
      return responses();
    }
    return request.target().contains("/Status") ? status() : session();
  }

  private static Answer status() {
    return Answer.json("\"Finished\"");
  }

  private static Answer session() {
    return Answer.json("{\"Id\":1,\"BrokerNode\":\"127.0.0.1\"}");
  }

  private static Answer responses() {
    return Answer.xml(
        IntStream.rangeClosed(1, 4)
            .mapToObj(HpcSoaFaultsTest::response)
            .collect(
                Collectors.joining(
                    "",
                    "<HPCServer2008_WebAPI_MessageArray>",
                    end() + "</HPCServer2008_WebAPI_MessageArray>")));
  }

  private static String response(int number) {
    return envelope(
        "<a:Action>http://tempuri.org/IEcho/EchoResponse</a:Action><a:RelatesTo>urn:uuid:"
            + number
            + "</a:RelatesTo>",
        "<EchoResponse xmlns=\"http://tempuri.org/\"><EchoResult>für 7 € %d</EchoResult>"
                .formatted(number)
            + "</EchoResponse>");
  }

  private static String end() {
    return envelope(
        "<a:Action>http://hpc.microsoft.com/EndOfGetResponse</a:Action>",
        "<EndOfResponses xmlns=\"http://tempuri.org/\"><Count>4</Count><Reason>Success</Reason>"
            + "</EndOfResponses>");
  }

  private static String envelope(String header, String body) {
    return "<s:Envelope xmlns:s=\"http://www.w3.org/2003/05/soap-envelope\""
        + " xmlns:a=\"http://www.w3.org/2005/08/addressing\"><s:Header>%s</s:Header>"
            .formatted(header)
        + "<s:Body>%s</s:Body></s:Envelope>".formatted(body);
  }
}
