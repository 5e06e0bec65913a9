package io.github.camelhpc.support.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTest {

  private static InputStream in(String json) {
    return new ByteArrayInputStream(json.getBytes(UTF_8));
  }

  private static Object answer(String json) throws IOException {
    return JsonReader.answer(in(json), JsonReader::value);
  }

  @Test
  @SuppressWarnings("unchecked")
  void anObjectIsAMapInItsOrder() throws IOException {
    Map<String, Object> object =
        JsonReader.answer(
            in("{\"b\":[1,\"x\",null,true,{}],\"a\":{\"c\":false}}"), JsonReader::object);

    assertThat(object).containsOnlyKeys("b", "a");
    assertThat(object.keySet()).containsExactly("b", "a");
    assertThat((List<Object>) object.get("b")).containsExactly(1, "x", null, true, Map.of());
    assertThat(object).containsEntry("a", Map.of("c", false));
  }

  @Test
  void ofANameThatComesTwiceTheLastCounts() throws IOException {
    assertThat(answer("{\"a\":1,\"b\":2,\"a\":3}")).isEqualTo(Map.of("a", 3, "b", 2));
  }

  @Test
  void numbersOfAnySizeAreKept() throws IOException {
    assertThat(answer("2147483647")).isEqualTo(Integer.MAX_VALUE);
    assertThat(answer("2147483648")).isEqualTo(2147483648L);
    assertThat(answer("9223372036854775808")).isEqualTo(new BigInteger("9223372036854775808"));
    assertThat(answer("0.0")).isEqualTo(0.0);
    assertThat(answer("-1.5e3")).isEqualTo(-1500.0);
    assertThat(answer("0.12345678901234567890"))
        .isEqualTo(new BigDecimal("0.12345678901234567890"));
    assertThat(answer("1e400")).isEqualTo(new BigDecimal("1e400"));
    assertThat(answer("1e-400")).isEqualTo(new BigDecimal("1e-400"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e99999999999", "[-1e-99999999999]"})
  void anExponentOfAnySizeIsNotKept(String json) {
    assertThatThrownBy(() -> answer(json))
        .isInstanceOf(JsonFormatException.class)
        .hasMessageEndingWith("a number with a smaller exponent was expected");
  }

  @Test
  void aWholeNumberMayBeText() throws IOException {
    assertThat(JsonReader.<Integer>answer(in("13"), json -> json.integer("a size"))).isEqualTo(13);
    assertThat(JsonReader.<Integer>answer(in("\"13\""), json -> json.integer("a size")))
        .isEqualTo(13);
    assertThatThrownBy(
            () -> JsonReader.<Integer>answer(in("\"x\""), json -> json.integer("a size")))
        .hasMessage("the answer at line 1, column 1 has a text, a size was expected");
  }

  @Test
  void itemsAndMembersAreReadOneByOne() throws IOException {
    List<String> read = new ArrayList<>();
    JsonReader.Reading<Void> reading =
        json -> {
          json.items(
              "an array",
              () ->
                  json.members(
                      "an object",
                      name -> {
                        if (name.equals("skipped")) {
                          json.skip();
                        } else {
                          read.add(name + "=" + json.text());
                        }
                      }));
          return null;
        };
    JsonReader.answer(in("[{\"a\":1,\"skipped\":[{}],\"b\":null},{\"c\":true}]"), reading);
    JsonReader.answer(in("null"), reading);

    assertThat(read).containsExactly("a=1", "b=", "c=true");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``       | the answer is empty, JSON was expected",
        "{\"a\":  | the answer is not valid JSON at line 1, column 6: Unexpected end-of-input",
        "{} [2]   | the answer at line 1, column 4 has an array, nothing more was expected",
        "[1]      | the answer at line 1, column 1 has an array, an object was expected",
        "<html/>  | the answer is not valid JSON at line 1, column",
        "{\"a\":1} x | the answer is not valid JSON at line 1, column",
      })
  void whatIsNoObjectIsExplained(String json, String message) {
    assertThatThrownBy(() -> JsonReader.answer(in(json), JsonReader::object))
        .isInstanceOf(JsonFormatException.class)
        .hasMessageStartingWith(message);
  }

  @Test
  void aBodyIsNotRepeatedInTheMessage() {
    assertThatThrownBy(() -> JsonReader.body("{\"password\":s3cr3t}", JsonReader::value))
        .isInstanceOf(JsonFormatException.class)
        .hasMessageStartingWith("the body is not valid JSON at line 1, column ")
        .hasMessageNotContaining("s3cr3t")
        .hasNoCause();
    assertThatThrownBy(() -> JsonReader.body(in("[7"), JsonReader::value))
        .hasMessage("the body is not valid JSON at line 1, column 3");
  }

  @Test
  void nestingIsBounded() throws IOException {
    assertThat(answer("[".repeat(64) + "]".repeat(64))).isInstanceOf(List.class);
    for (String opening : List.of("[", "{\"a\":")) {
      assertThatThrownBy(() -> answer(opening.repeat(100_000)))
          .isInstanceOf(JsonFormatException.class)
          .hasMessageContaining("nesting depth (65)");
    }
  }

  @Test
  void badBytesAreAnError() {
    byte[] latin = "[\"\u00e9\"]".getBytes(ISO_8859_1);

    assertThatThrownBy(() -> JsonReader.answer(new ByteArrayInputStream(latin), JsonReader::value))
        .isInstanceOf(JsonFormatException.class);
  }

  @Test
  void aFailureOfTheConnectionIsItsOwn() {
    InputStream reset =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("connection reset");
          }
        };

    assertThatThrownBy(
            () -> JsonReader.answer(new SequenceInputStream(in("[1,"), reset), JsonReader::value))
        .isNotInstanceOf(JsonFormatException.class)
        .hasMessage("connection reset");
  }

  @Test
  void theStreamStaysOpen() throws IOException {
    InputStream stream =
        new ByteArrayInputStream("[]".getBytes(UTF_8)) {
          @Override
          public void close() {
            throw new AssertionError("closed");
          }
        };

    assertThat(JsonReader.answer(stream, JsonReader::value)).isEqualTo(List.of());
  }
}
