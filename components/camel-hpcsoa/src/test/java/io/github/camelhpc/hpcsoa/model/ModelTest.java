package io.github.camelhpc.hpcsoa.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** States, ends and faults. */
class ModelTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | UNKNOWN",
        "1 | READY",
        "2 | PROCESSING",
        " 3 | FINISHED",
        "'\"3\"' | FINISHED",
        "finished | FINISHED",
        "'\"Ready\"' | READY",
        "<BrokerClientStatus xmlns='http://hpc.microsoft.com'>Processing</BrokerClientStatus> | PROCESSING",
        "<BrokerClientStatus>Processing</BrokerClientStatus> | PROCESSING",
        "<?xml version='1.0'?><x:BrokerClientStatus xmlns:x='urn:x'> 1 </x:BrokerClientStatus> | READY",
      })
  void readsAStatus(String text, BrokerClientStatus status) {
    assertThat(BrokerClientStatus.of(text)).isEqualTo(status);
    assertThat(BrokerClientStatus.of(status.serviceName())).isEqualTo(status);
    assertThat(BrokerClientStatus.of("" + status.number())).isEqualTo(status);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "4", "-1", "Done", "<a/>", "<!DOCTYPE a><a>1</a>", "null"})
  void refusesWhatIsNoStatus(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BrokerClientStatus.of(text))
        .withMessageContaining("Unknown, Ready, Processing or Finished");
  }

  @ParameterizedTest
  @CsvSource({
    "0,Success,false",
    "1,ClientPurged,true",
    "2,ClientTimeout,true",
    "ClientTimeout,ClientTimeout,true",
    "'',Success,false",
    "New,New,false"
  })
  void namesTheReasonOfAnEnd(String reason, String name, boolean premature) {
    EndOfResponses end = new EndOfResponses(1, reason);

    assertThat(end.reason()).isEqualTo(name);
    assertThat(end.premature()).isEqualTo(premature);
  }

  @Test
  void knowsTheCodesOfFaults() {
    assertThat(SoaFaults.name(16777241)).isEqualTo("Broker_EOMReject_EndRequests");
    assertThat(SoaFaults.name(267386880)).isNull();
    assertThat(SoaFaults.names()).hasSize(22);
    assertThat(SoaFaults.category(16777241)).isEqualTo("connection");
    assertThat(SoaFaults.category(67108864)).isEqualTo("application");
    assertThat(SoaFaults.category(251723775)).isEqualTo("unknown");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{0} and {1} | a and {0}",
        "{1}{0} | {0}a",
        "{2} {x} {} {-1} {9999} { | {2} {x} {} {-1} {9999} {",
        "plain | plain",
      })
  void fillsMessages(String message, String filled) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("first", "a");
    values.put("second", "{0}");

    assertThat(new WebServiceFault(1L, message, values).message()).isEqualTo(filled);
  }
}
