package io.github.camelhpc.hpcsoa.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.camelhpc.hpcsoa.model.BrokerClientStatus;
import io.github.camelhpc.hpcsoa.model.SessionInfo;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerReaderTest {

  private static final SessionInfo SESSION =
      new SessionInfo("svc1.example.net", 4711, false, 65536, 86400000, null);

  private static final String XML =
      """
      <WebSessionInfo xmlns="http://hpc.microsoft.com/" xmlns:i="http://www.w3.org/2001/XMLSchema-instance">
        <BrokerNode>svc1.example.net</BrokerNode><Id>4711</Id><IsDurable>false</IsDurable>
        <MaxMessageSize>65536</MaxMessageSize><ServiceOperationTimeout>86400000</ServiceOperationTimeout>
        <ServiceVersion i:nil="true" xmlns:a="http://schemas.datacontract.org/2004/07/System"/>
      </WebSessionInfo>
      """;

  @Test
  void readsASessionInJson() throws IOException {
    assertThat(
            AnswerReader.readSessionInfo(
                Samples.stream(
                    "{\"BrokerNode\":\"svc1.example.net\",\"Id\":4711,\"IsDurable\":false,"
                        + "\"MaxMessageSize\":65536,\"ServiceOperationTimeout\":86400000,"
                        + "\"ServiceVersion\":null}")))
        .isEqualTo(SESSION);
  }

  @Test
  void readsASessionInXmlWhateverIsInFrontOfIt() throws IOException {
    String declared = "<?xml version=\"1.0\" encoding=\"utf-8\"?>" + XML;
    for (String xml : new String[] {XML, declared, "\uFEFF" + declared, "\r\n " + declared}) {
      assertThat(AnswerReader.readSessionInfo(Samples.stream(xml))).isEqualTo(SESSION);
    }
    String utf16 = "\uFEFF" + XML;
    assertThat(
            AnswerReader.readSessionInfo(
                new ByteArrayInputStream(utf16.getBytes(StandardCharsets.UTF_16LE))))
        .isEqualTo(SESSION);
  }

  @Test
  void readsASessionByNamesNotByOrder() throws IOException {
    String xml =
        "<x:S xmlns:x='urn:x'><x:Secure>true</x:Secure><x:Id> 4711 </x:Id><x:isdurable>True</x:isdurable>"
            + "<x:ServiceOperationTimeout>5</x:ServiceOperationTimeout><x:TransportScheme>Http</x:TransportScheme>"
            + "<x:BrokerNode/></x:S>";

    assertThat(AnswerReader.readSessionInfo(Samples.stream(xml)))
        .isEqualTo(new SessionInfo(null, 4711, true, 0, 5, null));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<ServiceVersion>1.0</ServiceVersion> | 1.0",
        "<ServiceVersion><_Build>-1</_Build><_Major>2</_Major><_Minor>1</_Minor><_Revision>-1</_Revision></ServiceVersion> | 2.1",
        "<ServiceVersion xmlns:a='urn:a'><a:_Build>3</a:_Build><a:_Major>2</a:_Major><a:_Minor>1</a:_Minor></ServiceVersion> | 2.1.3",
        "<ServiceVersion/> |",
        "'' |",
      })
  void readsTheServicesVersion(String element, String version) throws IOException {
    assertThat(
            AnswerReader.readSessionInfo(Samples.stream("<S><Id>1</Id>" + element + "</S>"))
                .serviceVersion())
        .isEqualTo(version);
  }

  @Test
  void readsTheServicesVersionInJson() throws IOException {
    assertThat(
            AnswerReader.readSessionInfo(
                    Samples.stream(
                        "{\"Id\":1,\"ServiceVersion\":{\"_Build\":-1,\"_Major\":1,\"_Minor\":0,\"_Revision\":-1}}"))
                .serviceVersion())
        .isEqualTo("1.0");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "[]",
        "{\"Id\":",
        "{\"Id\":1} x",
        "{\"Id\":\"x\"}",
        "{\"Id\":99999999999}",
        "<S/>",
        "<S><Id>1</Id>",
        "<!DOCTYPE S><S><Id>1</Id></S>",
        "nonsense",
      })
  void refusesWhatIsNoSession(String answer) {
    assertThatExceptionOfType(SoaFormatException.class)
        .isThrownBy(() -> AnswerReader.readSessionInfo(Samples.stream(answer)))
        .withMessageContaining("at byte");
  }

  @Test
  void readsTheStateOfABatch() throws IOException {
    String xml =
        "<BrokerClientStatus xmlns=\"http://hpc.microsoft.com\">Processing</BrokerClientStatus>";
    for (String answer : new String[] {"2", "\"Processing\"", xml, "<x:y xmlns:x='z'>2</x:y>"}) {
      assertThat(AnswerReader.readStatus(Samples.stream(answer)))
          .isEqualTo(BrokerClientStatus.PROCESSING);
    }
    assertThatExceptionOfType(SoaFormatException.class)
        .isThrownBy(() -> AnswerReader.readStatus(Samples.stream("<html>4</html>")))
        .withMessageContaining("'4' is no status of a batch");
  }

  @Test
  void readsTheNamesOfClusters() throws IOException {
    String xml =
        "<ArrayOfObject xmlns=\"http://schemas.microsoft.com/HPCS2008R2/common\""
            + " xmlns:i=\"http://www.w3.org/2001/XMLSchema-instance\"><Object><Properties><Property>"
            + "<Name>Name</Name><Value>HPCCluster</Value></Property><Property><Name>Other</Name>"
            + "<Value>x</Value></Property></Properties></Object></ArrayOfObject>";

    assertThat(AnswerReader.readClusters(Samples.stream(xml))).containsExactly("HPCCluster");
    assertThat(
            AnswerReader.readClusters(
                Samples.stream(
                    "[[{\"Name\":\"Name\",\"Value\":\"a\"}],[{\"Name\":\"Name\",\"Value\":\"b\"}]]")))
        .containsExactly("a", "b");
    assertThat(AnswerReader.readClusters(Samples.stream("<ArrayOfObject/>"))).isEmpty();
  }
}
