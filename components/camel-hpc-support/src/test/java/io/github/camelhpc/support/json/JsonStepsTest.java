package io.github.camelhpc.support.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that are read step by step, and arrays of numbers. */
class JsonStepsTest {

  private static JsonReader opened(String json) throws IOException {
    return JsonReader.opened(new ByteArrayInputStream(json.getBytes(UTF_8)));
  }

  private static double[] numbers(String json) throws IOException {
    try (JsonReader answer = opened(json)) {
      return answer.step(
          in -> {
            in.begin();
            double[] numbers = in.numbers("a number");
            in.end();
            return numbers;
          });
    }
  }

  @Test
  void anAnswerIsReadStepByStep() throws IOException {
    List<Object> read = new ArrayList<>();
    try (JsonReader answer = opened("{\"a\":[1,{\"b\":NaN}],\"c\":null}")) {
      answer.step(
          in -> {
            in.begin();
            return read.add(in.nextMember());
          });
      answer.step(in -> read.add(in.isArray() && in.nextItem() ? in.value() : null));
      answer.step(in -> read.add(in.nextItem() && in.isObject() ? in.value() : null));
      answer.step(in -> read.add(in.nextItem()));
      answer.step(in -> read.add(in.nextMember() + in.isNull()));
      answer.step(in -> read.add(in.nextMember()));
      answer.step(
          in -> {
            in.end();
            return null;
          });
    }
    assertThat(read).hasToString("[a, 1, {b=NaN}, false, ctrue, null]");
  }

  @Test
  void aStepThatFailsSaysWhy() throws IOException {
    try (JsonReader answer = opened("[1")) {
      assertThatThrownBy(
              () ->
                  answer.step(
                      in -> {
                        in.begin();
                        return in.nextItem() && in.nextItem();
                      }))
          .isInstanceOf(JsonFormatException.class)
          .hasMessageStartingWith("the answer is not valid JSON at line 1, column 3: ");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-0.0",
        "24.00",
        "0.1",
        "-123.456",
        "9007199254740993",
        "9007199254740992.5",
        "999999999999999999",
        "9223372036854775808",
        "0.000000000000000001",
        "0.00000000000000000000001",
        "1e3",
        "-2.5E-7",
        "1e999",
        "4.9e-324",
        "1.7976931348623157e308",
        "123456789012345678901234567890.123",
      })
  void aNumberIsTheNearestDouble(String text) throws IOException {
    assertThat(numbers("[" + text + "]")).containsExactly(Double.parseDouble(text));
  }

  @Test
  void anyNumberIsTheNearestDouble() throws IOException {
    Random random = new Random(1);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      double scale = Math.pow(10, random.nextInt(18));
      String format = "%." + random.nextInt(19) + "f";
      texts.add(String.format(Locale.ROOT, format, random.nextGaussian() * scale));
    }
    double[] expected = texts.stream().mapToDouble(Double::parseDouble).toArray();

    assertThat(numbers("[" + String.join(",", texts) + "]")).isEqualTo(expected);
  }

  @Test
  void nullIsNoNumberNorIsTextUnlessItIsOne() throws IOException {
    assertThat(numbers("[null,\"24.5\",\"x\",\"\",NaN,\"-Infinity\"]"))
        .containsExactly(
            Double.NaN, 24.5, Double.NaN, Double.NaN, Double.NaN, Double.NEGATIVE_INFINITY);
    assertThat(numbers("[]")).isEmpty();
  }

  @Test
  void theRoomIsUsedAgain() throws IOException {
    try (JsonReader answer = opened("[[1,2,3],[4]]")) {
      List<double[]> read = new ArrayList<>();
      answer.step(
          in -> {
            in.begin();
            in.items("an array", () -> read.add(in.numbers("a number")));
            return null;
          });
      assertThat(read).extracting(Arrays::toString).containsExactly("[1.0, 2.0, 3.0]", "[4.0]");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"[1,true]", "[[1]]", "[{}]", "{}", "7"})
  void whatIsNoArrayOfNumbersIsAnError(String json) {
    assertThatThrownBy(() -> numbers(json))
        .isInstanceOf(JsonFormatException.class)
        .hasMessageEndingWith("a number was expected");
  }
}
