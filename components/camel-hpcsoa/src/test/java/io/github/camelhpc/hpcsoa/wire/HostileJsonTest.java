package io.github.camelhpc.hpcsoa.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelhpc.hpcsoa.model.SessionInfo;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON that says something twice, and numbers that are long or long to calculate with. */
@Timeout(value = 5, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileJsonTest {

  private static final String DIGITS = "7".repeat(100_000);

  private static SessionInfo session(String json) throws IOException {
    return AnswerReader.readSessionInfo(Samples.stream(json));
  }

  @Test
  void ofAMemberThatComesTwiceTheLastCounts() throws IOException {
    SessionInfo session = session("{\"Id\":1,\"BrokerNode\":\"a\",\"Id\":2,\"BrokerNode\":\"b\"}");

    assertThat(session.id()).isEqualTo(2);
    assertThat(session.brokerNode()).isEqualTo("b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{\"Id\":1e999999999}", "{\"Id\":1,\"ServiceOperationTimeout\":1e999999999}"})
  void aLargeExponentIsNoWholeNumber(String json) {
    assertThatThrownBy(() -> session(json))
        .isInstanceOf(SoaFormatException.class)
        .hasMessageContaining("in the answer is not a whole number");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{'Id':#}", "{'Id':1,'other':#}", "{'Id':1,'ServiceVersion':{'Major':#}}"})
  void aNumberOfManyDigitsIsRefused(String json) {
    assertThatThrownBy(() -> session(json.replace('\'', '"').replace("#", DIGITS)))
        .isInstanceOf(SoaFormatException.class)
        .hasMessageContaining("Number value length (")
        .message()
        .hasSizeLessThan(500);
  }

  @Test
  void aStatusOfManyDigitsIsNone() {
    assertThatThrownBy(() -> AnswerReader.readStatus(Samples.stream(DIGITS)))
        .isInstanceOf(SoaFormatException.class);
  }

  @Test
  void aFaultIsToldAllTheSame() {
    String fault = "{\"Code\":1e999999999,\"Message\":\"a\",\"Message\":\"b\"}";
    String digits = "{\"Code\":" + DIGITS + ",\"Message\":\"b\"}";

    assertThat(WebServiceFaultReader.read(fault.getBytes(StandardCharsets.US_ASCII)).message())
        .isEqualTo("b");
    assertThat(WebServiceFaultReader.read(digits.getBytes(StandardCharsets.US_ASCII)).code())
        .isNull();
  }
}
