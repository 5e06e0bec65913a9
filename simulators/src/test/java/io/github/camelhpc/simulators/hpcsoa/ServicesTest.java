package io.github.camelhpc.simulators.hpcsoa;

import static io.github.camelhpc.simulators.hpcsoa.SoaClient.batch;
import static io.github.camelhpc.simulators.hpcsoa.SoaClient.echo;
import static io.github.camelhpc.simulators.hpcsoa.SoaClient.envelope;
import static io.github.camelhpc.simulators.hpcsoa.SoaClient.soap;
import static io.github.camelhpc.simulators.hpcsoa.SoaClient.startInfo;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelhpc.simulators.RunningSimulators;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The services that ship, and services that fail. */
@Timeout(60)
class ServicesTest {

  private static final String GENERIC_RESPONSE =
      "http://hpc.microsoft.com/GenericService/IGenericService/GenericOperationResponse";

  @RegisterExtension
  static final RunningSimulators SIMULATORS =
      new RunningSimulators(
          builder ->
              builder
                  .soaService("Null", request -> null)
                  .soaService("Long", request -> "x".repeat(1000))
                  .soaService(
                      "Failing",
                      request -> {
                        throw new IllegalStateException("no <luck> with " + request.userData());
                      }));

  private SoaClient client;

  @BeforeEach
  void client() {
    client = SoaClient.of(SIMULATORS.get());
  }

  @Test
  void genericServiceIsCalledBySoapToo() {
    int session = client.createSession("PricingService");
    String call =
        "<GenericOperation xmlns=\"http://hpc.microsoft.com/GenericService\"><args>"
            + "call,100,100,1,0.05,0.2</args></GenericOperation>";
    client.sendRaw(
        session, "b", "?commit=true", soap(envelope(SoaCall.GENERIC_ACTION, "m", "u", call)));

    assertThat(client.post(batch(session, "b") + "/Response").body())
        .contains("<a:Action s:mustUnderstand=\"1\">" + GENERIC_RESPONSE)
        .contains(
            "<GenericOperationResponse xmlns=\"http://hpc.microsoft.com/GenericService\">"
                + "<GenericOperationResult>10.450584</GenericOperationResult>");
    assertThat(client.responses(session, "b", "reset=true").get(0))
        .containsExactly(GENERIC_RESPONSE, "10.450584", "u");
  }

  @Test
  void optionsArePriced() {
    int session = client.createSession("PricingService");
    String soapRow =
        "<Price xmlns=\"urn:p\"><type>put</type><spot>100</spot><strike>100</strike>"
            + "<years>1</years><rate>0.05</rate><volatility>0.2</volatility></Price>";
    client.sendRaw(session, "b", "?commit=true", soap(envelope("urn:price", "", "soap", soapRow)));
    client.sendGeneric(session, "g", "put;42;40;0.5;0.1;0.2", "call,1,2", "call,-1,1,1,1,1");

    assertThat(client.post(batch(session, "b") + "/Response").body())
        .contains("<PriceResponse xmlns=\"urn:p\"><PriceResult>5.573526</PriceResult>");
    assertThat(client.responses(session, "g", ""))
        .hasSize(4)
        .contains(List.of(GENERIC_RESPONSE, "0.808599", "put;42;40;0.5;0.1;0.2"))
        .anySatisfy(item -> assertThat(item.get(1)).startsWith("A row must have 6 parameters"))
        .anySatisfy(item -> assertThat(item.get(1)).isEqualTo("The spot must be above 0, not -1."));
  }

  @Test
  void failingRequestsGiveFaultEnvelopes() {
    int session = client.createSession("Failing");
    client.sendRaw(session, "b", "?commit=true", soap(echo("urn:uuid:1", "me", "x")));

    assertThat(client.post(batch(session, "b") + "/Response").body())
        .contains(
            "http://www.w3.org/2005/08/addressing/soap/fault</a:Action>"
                + "<a:RelatesTo>urn:uuid:1</a:RelatesTo>")
        .contains(
            "<s:Fault><s:Code><s:Value>s:Receiver</s:Value></s:Code><s:Reason>"
                + "<s:Text xml:lang=\"en-US\">no &lt;luck&gt; with me</s:Text></s:Reason>")
        .contains("<Count>1</Count>");
    assertThat(client.responses(session, "b", "reset=true").get(0))
        .containsExactly(
            "http://www.w3.org/2005/08/addressing/soap/fault", "no <luck> with me", "me");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Null", "Long"})
  void responsesThatCannotBeAreFaults(String service) {
    int session = client.createSession(startInfo(service).put("MaxMessageSize", 100));
    client.sendGeneric(session, "b", "x");

    assertThat(client.responses(session, "b", "").get(0).get(0)).endsWith("soap/fault");
  }
}
