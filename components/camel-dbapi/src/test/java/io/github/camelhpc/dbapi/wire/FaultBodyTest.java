package io.github.camelhpc.dbapi.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelhpc.dbapi.model.FaultKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What refusals say, and what kind of failure that is. */
class FaultBodyTest {

  private static FaultBody read(String body) {
    return FaultBody.read(body.getBytes(UTF_8));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"code\":\"720000E9\",\"error\":\"License is not valid.\"}",
        "{\"code\":720000E9,\"error\":\"License is not valid.\"}",
        "{\"errorCode\":\"720000E9\",\"message\":\" License is not valid. \",\"x\":[{}]}",
        "{\"Code\":\"720000E9\",\"errorMessage\":\"License is not valid.\"}",
        "{\"error\":{\"code\":\"720000E9\",\"message\":\"License is not valid.\"}}",
      })
  void codeAndWordsHaveSeveralSpellings(String body) {
    assertThat(read(body)).isEqualTo(new FaultBody("720000E9", "License is not valid."));
  }

  @Test
  void aCodeOfDigitsIsText() {
    assertThat(read("{\"code\":72020008}")).isEqualTo(new FaultBody("72020008", null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "<html><body>502</body></html>",
        "[]",
        "7",
        "{}",
        "{\"code\":null,\"error\":\"\"}",
        "{\"code\":\"72",
      })
  void anotherBodySaysNothing(String body) {
    assertThat(read(body)).isEqualTo(new FaultBody(null, null));
    assertThat(FaultBody.read(null)).isEqualTo(new FaultBody(null, null));
  }

  // the table of the documentation, the other functions' codes, and what statuses say
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "400|72020008|Mandatory parameter {requestId} not specified.|MISSING_PARAMETER",
        "404|720600E6|Response is not present in the cache for the given requestId.|NOT_IN_CACHE",
        "400|720600E6|Response is not present in the cache for the given requestId.|NOT_IN_CACHE",
        "401|720000E9|License is not valid.|LICENCE",
        "401|720000E9|Authorization needed.|AUTHORIZATION",
        "500|720600E2|Application encountered an internal error.|INTERNAL",
        "400|B5020008|Mandatory parameter requestId not specified|MISSING_PARAMETER",
        "404|B5040016|Response is not present in cache for the given requestId '1_2'.|NOT_IN_CACHE",
        "400|B5040018|Request is already aborted.|ALREADY_ABORTED",
        "405|C60100E0|-|WRONG_METHOD",
        "400|C60100E0|-|WRONG_METHOD",
        "400|C60100E9|-|AUTHORIZATION",
        "401|-|-|AUTHORIZATION",
        "403|-|-|AUTHORIZATION",
        "500|-|-|INTERNAL",
        "500|7206FFFF|The disk is full.|INTERNAL",
        "502|-|-|OTHER",
        "404|-|-|OTHER",
        "400|720000E9|The query cannot be parsed.|OTHER",
      })
  void theKindIsFoundFromStatusAndWords(int status, String code, String error, FaultKind kind) {
    assertThat(FaultKind.of(status, code, error)).isEqualTo(kind);
  }
}
