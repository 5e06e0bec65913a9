package io.github.camelhpc.support.json;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelhpc.support.json.JsonReader.Reading;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers that are short to write and long to calculate with, and very long ones. */
@Timeout(value = 5, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileNumbersTest {

  private static final String DIGITS = "7".repeat(100_000);

  private static InputStream in(String json) {
    return new ByteArrayInputStream(json.getBytes(US_ASCII));
  }

  private static double[] series(String number) throws IOException {
    try (JsonReader json = JsonReader.opened(in("[1.5," + number + ",2]"))) {
      return json.step(
          reader -> {
            reader.begin();
            return reader.numbers("a number");
          });
    }
  }

  @Test
  void aValueWithALargeExponentStaysShort() throws IOException {
    assertThat(JsonReader.<Object>answer(in("1e999999999"), JsonReader::value))
        .isEqualTo(new BigDecimal("1E+999999999"))
        .hasToString("1E+999999999");
    assertThat(new String(JsonWriter.bytes(new BigDecimal("1E+999999999")), US_ASCII))
        .isEqualTo("1E+999999999");
    assertThat(JsonReader.<String>answer(in("1e999999999"), JsonReader::text))
        .isEqualTo("1e999999999");
    assertThatThrownBy(
            () -> JsonReader.<Integer>answer(in("1e999999999"), json -> json.integer("a size")))
        .isInstanceOf(JsonFormatException.class)
        .hasMessageEndingWith("has a number, a size was expected");
  }

  @Test
  void inASeriesItIsInfiniteOrZero() throws IOException {
    assertThat(series("1e999999999")).containsExactly(1.5, Double.POSITIVE_INFINITY, 2);
    assertThat(series("-1e999999999")).containsExactly(1.5, Double.NEGATIVE_INFINITY, 2);
    assertThat(series("1e-999999999")).containsExactly(1.5, 0, 2);
    assertThat(series("\"" + DIGITS + "\"")).containsExactly(1.5, Double.POSITIVE_INFINITY, 2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-", "0.", "1e"})
  void aNumberOfManyDigitsIsRefused(String start) {
    String number = start + DIGITS;

    refused(() -> JsonReader::value, number);
    refused(() -> JsonReader::value, "{\"a\":[" + number + "]}");
    refused(() -> JsonReader::text, number);
    refused(() -> json -> json.integer("a size"), number);
    assertThatThrownBy(() -> series(number)).isInstanceOf(JsonFormatException.class);
  }

  @Test
  void andSoIsOneThatIsSkipped() {
    refused(
        () ->
            json -> {
              json.members("an object", name -> json.skip());
              return null;
            },
        "{\"a\":{\"b\":" + DIGITS + "}}");
  }

  private static void refused(Supplier<Reading<Object>> reading, String json) {
    assertThatThrownBy(() -> JsonReader.answer(in(json), reading.get()))
        .isInstanceOf(JsonFormatException.class)
        .hasMessageContaining("Number value length (")
        .message()
        .hasSizeLessThan(500);
  }
}
