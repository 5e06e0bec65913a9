package io.github.camelhpc.azbatch.model;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelhpc.support.json.JsonFormatException;
import io.github.camelhpc.support.json.JsonReader;
import io.github.camelhpc.support.paging.Page;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON that says something twice, and numbers that are long or long to calculate with. */
@Timeout(value = 5, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileJsonTest {

  private static final String DIGITS = "7".repeat(100_000);

  private static InputStream in(String text) {
    return new ByteArrayInputStream(text.replace('\'', '"').getBytes(US_ASCII));
  }

  @Test
  void ofAMemberThatComesTwiceTheLastCounts() throws IOException {
    assertThat(BatchJson.readObject(in("{'id':'a','state':'active','id':'b'}")))
        .isEqualTo(Map.of("id", "b", "state", "active"));
  }

  @Test
  void aPageHasOneListAndItsLastLinkCounts() throws IOException {
    Page<Map<String, Object>> page =
        BatchJson.readPage(
            in("{'odata.nextLink':'http://a','value':[{'id':'1'}],'odata.nextLink':'http://b'}"),
            item -> item);

    assertThat(page.items()).containsExactly(Map.of("id", "1"));
    assertThat(page.next()).isEqualTo("http://b");
    assertThatThrownBy(() -> BatchJson.readItems(in("{'value':[{'id':'1'}],'value':[]}")))
        .isInstanceOf(JsonFormatException.class)
        .hasMessage("the answer has no single member value with a list");
  }

  @Test
  void ofAStatusMembersThatComeTwiceTheLastCount() throws IOException {
    JobPreparationAndReleaseTaskExecutionInformation status =
        JsonReader.answer(
            in(
                "{'poolId':'a','jobPreparationTaskExecutionInfo':{'exitCode':1,'exitCode':2},"
                    + "'poolId':'b'}"),
            JobPreparationAndReleaseTaskExecutionInformation::readFrom);

    assertThat(status.poolId()).isEqualTo("b");
    assertThat(status.jobPreparationTaskExecutionInfo().exitCode()).isEqualTo(2);
  }

  @Test
  void aLargeExponentIsNoExitCode() throws IOException {
    JobPreparationAndReleaseTaskExecutionInformation status =
        JsonReader.answer(
            in("{'jobPreparationTaskExecutionInfo':{'exitCode':1e999999999}}"),
            JobPreparationAndReleaseTaskExecutionInformation::readFrom);

    assertThat(status.jobPreparationTaskExecutionInfo().exitCode()).isNull();
    assertThat(BatchJson.readObject(in("{'exitCode':1e999999999}")))
        .isEqualTo(Map.of("exitCode", new BigDecimal("1E+999999999")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{'value':[{'exitCode':#}]}", "{'value':[],'other':#}", "{'value':[#]}"})
  void aNumberOfManyDigitsIsRefused(String json) {
    assertThatThrownBy(() -> BatchJson.readItems(in(json.replace("#", DIGITS))))
        .isInstanceOf(JsonFormatException.class)
        .hasMessageContaining("Number value length (")
        .message()
        .hasSizeLessThan(500);
  }

  @Test
  void anErrorOfManyDigitsIsNone() {
    byte[] body = ("{\"code\":" + DIGITS + "}").getBytes(US_ASCII);

    assertThat(BatchError.readOrNull(body)).isNull();
  }
}
