package io.github.camelhpc.hpcsoa.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.camelhpc.hpcsoa.model.EndOfResponses;
import io.github.camelhpc.hpcsoa.model.SoaFault;
import io.github.camelhpc.hpcsoa.model.SoaResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SoapResponseReaderTest {

  private static final ResponseOptions WITH_BODY = ResponseOptions.DEFAULT.withBody(true);

  @Test
  void readsTheAnswerOfTheDocument() {
    ResponseReader reader =
        new SoapResponseReader(new ByteArrayInputStream(Samples.resource("seed-responses.xml")));

    assertThat(all(reader))
        .containsExactly(
            new SoaResponse(
                "http://tempuri.org/service_interface_name/service_reply_action_name",
                "http://tempuri.org/service_interface_name/service_operation_name",
                "urn:uuid:b1cc0d55-db71-4379-a3df-a2c42c28573d",
                "SOA_response1_user_data",
                "SOA_response1_output_string",
                null,
                null),
            new SoaResponse(
                "http://tempuri.org/service_interface_name/service_reply_action_name",
                "http://tempuri.org/service_interface_name/service_operation_name",
                "urn:uuid:be93034b-e28b-42cc-8338-1efbb1199aa1",
                "SOA_response2_user_data",
                "SOA_response2_output_string",
                null,
                null));
    assertThat(reader.end()).isEqualTo(new EndOfResponses(2, "Success"));
    assertThat(reader.delivered()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"HPCServer2008_", "HPCPack2008_", "Other_"})
  void readsEitherPrefixOfTheNamesAndAnyRoot(String prefix) {
    String xml =
        Samples.array(Samples.echo(7), Samples.soapEnd("1", "Success"))
            .replace("HPCServer2008_WebAPI_MessageArray", "x:any")
            .replace("<x:any>", "<x:any xmlns:x='urn:x'>")
            .replace("HPCServer2008_", prefix);

    assertThat(all(reader(xml)))
        .singleElement()
        .satisfies(
            response -> {
              assertThat(response.userData()).isEqualTo("id-7");
              assertThat(response.requestAction()).isEqualTo("http://tempuri.org/IEcho/Echo");
              assertThat(response.output()).isEqualTo("pong 7");
            });
  }

  @Test
  void anEmptyBatchHasItsEndOnly() {
    ResponseReader reader = reader(Samples.array(Samples.soapEnd("0", "Success")));

    assertThat(all(reader)).isEmpty();
    assertThat(reader.end()).isEqualTo(new EndOfResponses(0, "Success"));
    assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(reader::next);
  }

  @Test
  void theEndIsNotKnownBeforeItWasRead() {
    ResponseReader reader = reader(Samples.array(Samples.echo(1), Samples.soapEnd("1", "Success")));
    reader.next();

    assertThatIllegalStateException().isThrownBy(reader::end);
    assertThat(reader.hasNext()).isFalse();
    assertThat(reader.end().count()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<R><A>1</A></R> | 1",
        "<R> <A> 1 </A> </R> | ' 1 '",
        "<R><A>1</A><B>2</B></R> | 1",
        "<R><A><X>1</X><Y>2</Y></A><B>3</B></R> | 12",
        "<R>1</R> | 1",
        "<R>1<!-- c -->2<![CDATA[<3>]]>&amp;&#x34;</R> | 12<3>&4",
        "<R><A>1<!-- c -->2<![CDATA[<3>]]></A></R> | 12<3>",
        "<R/> | ''",
        "<R><A/></R> | ''",
        "<R xmlns:i='http://www.w3.org/2001/XMLSchema-instance'><A i:nil='true'/></R> |",
        "'' | ''",
      })
  void theOutputIsTheTextOfTheResult(String body, String output) {
    String xml = Samples.array(Samples.response(1, body), Samples.soapEnd("1", "Success"));

    assertThat(all(reader(xml))).extracting(SoaResponse::output).containsExactly(output);
  }

  @Test
  void givesTheBodyOnRequestWithTheNamespacesAroundIt() {
    String xml =
        Samples.array(
                Samples.response(
                    1,
                    "<R xmlns=\"http://tempuri.org/\" x:a=\"1 &lt; 2\"><A i:type=\"x:Price\">1 &amp; 2</A>"
                        + "<s:B xmlns=\"\">&#13;</s:B></R>"),
                Samples.soapEnd("1", "Success"))
            .replace("<s:Body>", "<s:Body xmlns:i='http://www.w3.org/2001/XMLSchema-instance'>")
            .replace("MessageArray><", "MessageArray xmlns:x='urn:x'><");

    assertThat(all(new SoapResponseReader(Samples.stream(xml), WITH_BODY)))
        .singleElement()
        .satisfies(
            response -> {
              assertThat(response.output()).isEqualTo("1 & 2");
              assertThat(response.body())
                  .isEqualTo(
                      "<R xmlns=\"http://tempuri.org/\" xmlns:i=\"http://www.w3.org/2001/XMLSchema-instance\""
                          + " xmlns:x=\"urn:x\" x:a=\"1 &lt; 2\"><A i:type=\"x:Price\">1 &amp; 2</A>"
                          + "<s:B xmlns=\"\" xmlns:s=\"http://www.w3.org/2003/05/soap-envelope\">&#xd;</s:B></R>");
            });
  }

  @Test
  void aFaultIsAResponse() {
    String fault =
        "<s:Fault><s:Code><s:Value>s:Sender</s:Value><s:Subcode><s:Value xmlns:x='urn:x'>x:BadPrice</s:Value>"
            + "</s:Subcode></s:Code><s:Reason><s:Text xml:lang='en'>no such price</s:Text>"
            + "<s:Text xml:lang='de'>kein Preis</s:Text></s:Reason>"
            + "<s:Detail xmlns:p='urn:p'> <p:Price code='7'>-1</p:Price><p:More/></s:Detail></s:Fault>";
    String xml =
        Samples.array(Samples.response(1, fault), Samples.echo(2), Samples.soapEnd("2", "Success"));

    List<SoaResponse> responses = all(reader(xml));

    assertThat(responses).extracting(SoaResponse::failed).containsExactly(true, false);
    assertThat(responses.get(0).output()).isNull();
    assertThat(responses.get(0).userData()).isEqualTo("id-1");
    assertThat(responses.get(0).fault())
        .isEqualTo(
            new SoaFault(
                "Sender",
                "BadPrice",
                "no such price",
                "<p:Price xmlns:p=\"urn:p\" code=\"7\">-1</p:Price>"));
  }

  @Test
  void anOlderFaultIsAResponseToo() {
    String fault =
        "<e:Fault xmlns:e='http://schemas.xmlsoap.org/soap/envelope/'><faultcode>e:Server</faultcode>"
            + "<faultstring>broken</faultstring></e:Fault>";
    String xml = Samples.array(Samples.response(1, fault), Samples.soapEnd("1", "Success"));

    assertThat(all(reader(xml)))
        .extracting(SoaResponse::fault)
        .containsExactly(new SoaFault("Server", null, "broken", null));
  }

  @ParameterizedTest
  @CsvSource({
    "ClientPurged,ClientPurged",
    "1,ClientPurged",
    "ClientTimeout,ClientTimeout",
    "2,ClientTimeout"
  })
  void aPrematureEndIsAnErrorThatKeepsWhatWasRead(String reason, String name) {
    ResponseReader reader = reader(Samples.array(Samples.echo(1), Samples.soapEnd("1", reason)));

    assertThat(reader.next().userData()).isEqualTo("id-1");
    assertThatExceptionOfType(SoaReadException.class)
        .isThrownBy(reader::hasNext)
        .withMessageContaining("after the first 1")
        .satisfies(e -> assertThat(e.delivered()).isEqualTo(1))
        .havingCause()
        .isInstanceOfSatisfying(
            ResponsesCutShortException.class,
            e -> assertThat(e.end()).isEqualTo(new EndOfResponses(1, name)));
    assertThat(reader.end().reason()).isEqualTo(name);
    assertThatExceptionOfType(SoaReadException.class).isThrownBy(reader::hasNext);
  }

  @ParameterizedTest
  @CsvSource({"0,Success", "Success,Success", "Other,Other"})
  void acceptsNumbersAndUnknownReasons(String reason, String name) {
    ResponseReader reader = reader(Samples.array(Samples.soapEnd("3", reason)));

    assertThat(all(reader)).isEmpty();
    assertThat(reader.end()).isEqualTo(new EndOfResponses(3, name));
  }

  @Test
  void aBrokerThatIsDownEndsTheReading() {
    String down =
        Samples.echo(2)
            .replace(Samples.ECHO_RESPONSE, "http://hpc.microsoft.com/BrokerInstanceUnavailable");
    ResponseReader reader = reader(Samples.array(Samples.echo(1), down));
    reader.next();

    assertThatExceptionOfType(SoaReadException.class)
        .isThrownBy(reader::hasNext)
        .withCauseInstanceOf(BrokerUnavailableException.class)
        .withMessageContaining("attach to the session");
  }

  @Test
  void withoutTheEndMessageItIsAnErrorUnlessTheCountWasReached() {
    String xml = Samples.array(Samples.echo(1), Samples.echo(2));

    assertThat(failure(xml).getMessage()).contains("break off without the message that ends them");
    assertThat(failure(xml).offset()).isEqualTo(xml.length());
    ResponseReader limited =
        new SoapResponseReader(Samples.stream(xml), ResponseOptions.DEFAULT.withCount(2));
    assertThat(all(limited)).hasSize(2);
    assertThat(limited.end()).isEqualTo(new EndOfResponses(2, "Success"));
    ResponseReader lacking =
        new SoapResponseReader(Samples.stream(xml), ResponseOptions.DEFAULT.withCount(3));
    assertThatExceptionOfType(SoaReadException.class).isThrownBy(() -> all(lacking));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | not XML",
        "plain | genericService=true",
        "<!DOCTYPE a [<!ENTITY x 'y'>]><a/> | document types",
        "<!DOCTYPE a SYSTEM 'http://127.0.0.1:9/x'><a/> | document types",
        "<a>&x;</a> | malformed",
        "<a><b/></a> | an Envelope was expected",
        "<a>text</a> | text is not allowed",
        "<a><Envelope/></a> | has no Body",
        "<a><Envelope><Body/><Body/></Envelope></a> | two bodies",
        "<a><Envelope><Header><x:Action xmlns:x='http://www.w3.org/2005/08/addressing'><b/></x:Action></Header></Envelope></a> | text was expected",
        "<HpcWebServiceFault><Code>1</Code></HpcWebServiceFault> | element Code",
      })
  void refuses(String xml, String message) {
    assertThat(failure(xml).getMessage()).contains(message).contains("at byte");
  }

  @Test
  void refusesWhatFollowsTheEnd() {
    assertThat(failure(Samples.array(Samples.soapEnd("0", "Success"), Samples.echo(1))))
        .hasMessageContaining("follows the end");
    assertThat(failure(Samples.array(Samples.soapEnd("0", "Success")) + "more"))
        .hasMessageContaining("malformed");
    assertThat(failure(Samples.array(Samples.soapEnd("many", "Success"))))
        .hasMessageContaining("not a number");
  }

  @Test
  void boundsWhatOneResponseMayHold() {
    String large = Samples.response(1, "<R>" + "x".repeat(100_000) + "</R>");
    String manyAttributes = "<a " + "x".repeat(100_000) + "='1'/>";
    String deep = "<a>".repeat(2000);

    ResponseOptions limited = ResponseOptions.DEFAULT.withMaxItemSize(50_000);
    assertThat(failure(new SoapResponseReader(Samples.stream(Samples.array(large)), limited)))
        .hasMessageContaining("more than 50000 bytes");
    assertThat(failure(new SoapResponseReader(Samples.stream(manyAttributes), limited)))
        .hasMessageContaining("more than 50000 bytes");
    assertThat(failure(Samples.array(Samples.response(1, deep))))
        .hasMessageContaining("nested deeper");
    String small = Samples.array(Samples.echo(1), Samples.echo(2), Samples.soapEnd("2", "Success"));
    assertThat(all(new SoapResponseReader(Samples.stream(small.repeat(1)), limited))).hasSize(2);
  }

  @Test
  void aFailureOfTheConnectionIsTheCauseItself() {
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new SocketTimeoutException("Read timed out");
          }
        };
    InputStream in =
        new SequenceInputStream(
            Samples.stream("<a>" + Samples.echo(1) + Samples.echo(2).substring(0, 100)), broken);
    ResponseReader reader = new SoapResponseReader(in);

    assertThat(reader.next().output()).isEqualTo("pong 1");
    assertThatExceptionOfType(SoaReadException.class)
        .isThrownBy(reader::hasNext)
        .withCauseInstanceOf(SocketTimeoutException.class);
  }

  @Test
  void closesItsStreamAtTheEndAtAFailureAndWhenClosed() throws IOException {
    for (String xml :
        List.of(Samples.array(Samples.soapEnd("0", "Success")), "<a>", Samples.echo(1))) {
      boolean[] closed = new boolean[1];
      ResponseReader reader =
          new SoapResponseReader(
              new ByteArrayInputStream(xml.getBytes()) {
                @Override
                public void close() {
                  closed[0] = true;
                }
              });
      if (xml.startsWith("<s:")) {
        reader.close();
        assertThatExceptionOfType(SoaReadException.class)
            .isThrownBy(reader::hasNext)
            .withMessageContaining("closed before the end");
      } else if (xml.length() < 10) {
        assertThatExceptionOfType(SoaReadException.class).isThrownBy(reader::hasNext);
      } else {
        assertThat(reader.hasNext()).isFalse();
      }
      assertThat(closed[0]).isTrue();
    }
  }

  @Test
  void handsOutAResponseBeforeTheNextIsThere() {
    String first = "<a>" + Samples.echo(1);
    InputStream waiting =
        new InputStream() {
          @Override
          public int read() {
            throw new AssertionError("read on before the first response was handed out");
          }
        };

    ResponseReader reader =
        new SoapResponseReader(new SequenceInputStream(Samples.stream(first), waiting));

    assertThat(reader.next().output()).isEqualTo("pong 1");
  }

  private static ResponseReader reader(String xml) {
    return new SoapResponseReader(Samples.stream(xml));
  }

  private static List<SoaResponse> all(ResponseReader reader) {
    List<SoaResponse> responses = new ArrayList<>();
    reader.forEachRemaining(responses::add);
    return responses;
  }

  private static SoaFormatException failure(String xml) {
    return failure(reader(xml));
  }

  private static SoaFormatException failure(ResponseReader reader) {
    try {
      List<SoaResponse> responses = all(reader);
      throw new AssertionError("read without a failure: " + responses.size());
    } catch (SoaReadException e) {
      assertThat(e.getCause()).isInstanceOf(SoaFormatException.class);
      return (SoaFormatException) e.getCause();
    }
  }
}
