package io.github.camelhpc.hpcsoa.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelhpc.hpcsoa.model.WebServiceFault;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebServiceFaultReaderTest {

  @ParameterizedTest
  @ValueSource(strings = {"http", "https"})
  void readsTheFaultOfTheDocuments(String scheme) {
    String xml =
        """
        <HpcWebServiceFault xmlns="%s://schemas.microsoft.com/HPCS2008R2/common" xmlns:i="http://www.w3.org/2001/XMLSchema-instance">
          <Code>267386880</Code>
          <Message>Error message text.</Message>
          <Values i:nil="true" xmlns:a="http://schemas.datacontract.org/2004/07/System.Collections.Generic"/>
        </HpcWebServiceFault>
        """
            .formatted(scheme);

    assertThat(read(xml))
        .isEqualTo(new WebServiceFault(267386880L, "Error message text.", Map.of()));
  }

  @ParameterizedTest
  @CsvSource({"a:key,a:value", "Key,Value"})
  void fillsTheValuesIntoTheMessage(String key, String value) {
    String xml =
        """
        <HpcWebServiceFault xmlns="http://schemas.microsoft.com/HPCS2008R2/common" xmlns:i="http://www.w3.org/2001/XMLSchema-instance">
          <Code>50331649</Code><Message>The session id, {0}, is invalid.</Message>
          <Values xmlns:a="http://schemas.datacontract.org/2004/07/System.Collections.Generic"><a:KeyValuePairOfstringstring><%1$s>0</%1$s><%2$s>99</%2$s></a:KeyValuePairOfstringstring></Values>
        </HpcWebServiceFault>
        """
            .formatted(key, value);

    WebServiceFault fault = read(xml);

    assertThat(fault.message()).isEqualTo("The session id, 99, is invalid.");
    assertThat(fault.codeName()).isEqualTo("InvalidSessionId");
    assertThat(fault.values()).containsExactly(Map.entry("0", "99"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"Code\":50331649,\"Message\":\"The session id, {0}, is invalid.\",\"Values\":[{\"Key\":\"0\",\"Value\":\"99\"}]}",
        "{\"code\":\"50331649\",\"message\":\"The session id, {0}, is invalid.\",\"values\":[{\"key\":\"0\",\"value\":\"99\"}]}",
        "{\"Code\":50331649,\"Message\":\"The session id, {0}, is invalid.\",\"Values\":{\"0\":\"99\"}}",
        "{\"error\":{\"Code\":50331649,\"Message\":\"The session id, {0}, is invalid.\",\"Values\":{\"0\":\"99\"}}}",
      })
  void readsJson(String json) {
    assertThat(read(json))
        .isEqualTo(
            new WebServiceFault(50331649L, "The session id, 99, is invalid.", Map.of("0", "99")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"Code\":1,\"Message\":\"m\",\"Values\":null} | m",
        "{\"Code\":\"x\",\"Message\":\"m\"} | m",
        "'\"just text\"' | just text",
        "just text | just text",
        "<string xmlns='http://schemas.microsoft.com/2003/10/Serialization/'>just &lt;text&gt;</string> | just <text>",
        "<html><head><style>p {}</style></head><body><p>Service&nbsp;Unavailable<br></body></html> | Service Unavailable",
        "<!DOCTYPE html><html><body>403 - Forbidden</body></html> | 403 - Forbidden",
        "<html><!-- a > b --><SCRIPT>1 < 2</p></Script>a &amp; b<br>&lt;c | a & b <c",
        "'' | ''",
        "' ' | ''",
        "{\"a\":1} | {\"a\":1}",
      })
  void keepsTheWordsOfOtherAnswers(String answer, String message) {
    assertThat(read(answer).message()).isEqualTo(message);
  }

  @Test
  void readsAnEmptyAnswerAndBoundsALongOne() {
    assertThat(WebServiceFaultReader.read(null)).isEqualTo(WebServiceFault.ofMessage(""));
    assertThat(read("x".repeat(100_000)).message()).hasSize(WebServiceFault.MAX_LENGTH);
    assertThat(read("<p>" + "x ".repeat(100_000)).message()).hasSize(300).endsWith("…");
    assertThat(read("<".repeat(100_000)).message()).isEmpty();
  }

  private static WebServiceFault read(String body) {
    return WebServiceFaultReader.read(body.getBytes(StandardCharsets.UTF_8));
  }
}
