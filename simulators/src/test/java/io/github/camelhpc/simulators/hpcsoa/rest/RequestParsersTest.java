package io.github.camelhpc.simulators.hpcsoa.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelhpc.simulators.hpcsoa.SoaCall;
import io.github.camelhpc.simulators.hpcsoa.SoaFault;
import io.github.camelhpc.simulators.hpcsoa.session.BatchRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies in pieces, wherever they are cut. */
class RequestParsersTest {

  private static final String GENERIC = "grün\uFFFF€1\u0000\uFFFF\u0000𝒙\uFFFFend\u0000";
  private static final String SOAP =
      """
      <?xml version="1.0" encoding="utf-8"?>
      <!-- any root --><root xmlns:e="http://www.w3.org/2003/05/soap-envelope">
      <e:Envelope xmlns:w="http://www.w3.org/2005/08/addressing"><e:Header>
      <w:Action> urn:ask </w:Action><w:MessageID>urn:uuid:1</w:MessageID>
      <HPCPack2008_Broker_UserDataNS xmlns="http://www.microsoft.com/hpc">grün &amp; €</HPCPack2008_Broker_UserDataNS>
      <Other><Action>no</Action></Other></e:Header>
      <e:Body><ask xmlns="urn:q" a="&quot;">€ &lt;<![CDATA[<]]><?pi?><!-- c --><in/></ask></e:Body></e:Envelope>
      <e:Envelope xmlns:w="http://www.w3.org/2005/08/addressing"><e:Header><w:Action>urn:two</w:Action>
      </e:Header><e:Body> <p:two xmlns:p="urn:p"/> </e:Body></e:Envelope></root>
      """;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 1000})
  void genericRequestsInPieces(int size) {
    assertThat(parse(new GenericRequestParser(100), GENERIC, size))
        .extracting(BatchRequest::call)
        .containsExactly(
            new SoaCall(SoaCall.GENERIC_ACTION, "grün", "€1", true),
            new SoaCall(SoaCall.GENERIC_ACTION, "", "", true),
            new SoaCall(SoaCall.GENERIC_ACTION, "𝒙", "end", true));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 100_000})
  void soapRequestsInPieces(int size) {
    assertThat(parse(new SoapRequestParser(1000), SOAP, size))
        .containsExactly(
            new BatchRequest(
                new SoaCall(
                    "urn:ask",
                    "<ask xmlns=\"urn:q\" a=\"&quot;\">€ &lt;&lt;<in></in></ask>",
                    "grün & €",
                    false),
                "urn:uuid:1"),
            new BatchRequest(
                new SoaCall("urn:two", "<p:two xmlns:p=\"urn:p\"></p:two>", "", false), ""));
  }

  @Test
  void everyTruncationIsRefusedOrShort() {
    byte[] soap = SOAP.strip().getBytes(StandardCharsets.UTF_8);
    for (int length = 0; length < soap.length; length++) {
      byte[] part = Arrays.copyOf(soap, length);
      assertThatThrownBy(() -> feed(new SoapRequestParser(1000), part, 50, new ArrayList<>()))
          .as("length %d", length)
          .isInstanceOf(SoaFault.class);
    }
    GenericRequestParser open = new GenericRequestParser(100);
    open.feed("a\uFFFFb".getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(open::end).isInstanceOf(SoaFault.class);
  }

  @Test
  void bytesThatAreNotUtf8AreRefused() {
    byte[] broken = {'a', (byte) 0xC3, (byte) 0xEF, (byte) 0xBF, (byte) 0xBF, 0};

    assertThatThrownBy(() -> new GenericRequestParser(100).feed(broken))
        .hasMessage("The body is not UTF-8.");
  }

  private static List<BatchRequest> parse(RequestParser parser, String body, int size) {
    List<BatchRequest> requests = new ArrayList<>();
    feed(parser, body.getBytes(StandardCharsets.UTF_8), size, requests);
    return requests;
  }

  private static void feed(
      RequestParser parser, byte[] body, int size, List<BatchRequest> requests) {
    for (int i = 0; i < body.length; i += size) {
      requests.addAll(parser.feed(Arrays.copyOfRange(body, i, Math.min(body.length, i + size))));
    }
    parser.end();
  }
}
