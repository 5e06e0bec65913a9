package io.github.camelhpc.support.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class JsonWriterTest {

  private static String json(Object value) {
    return new String(JsonWriter.bytes(value), UTF_8);
  }

  @Test
  void valuesAreWrittenAsTheyAre() {
    assertThat(json(Map.of("a", List.of(1, "x", true)))).isEqualTo("{\"a\":[1,\"x\",true]}");
    assertThat(json(null)).isEqualTo("null");
    assertThat(json(Collections.singletonMap("a", null))).isEqualTo("{\"a\":null}");
    assertThat(json("\u20ac \"q\" \n")).isEqualTo("\"\u20ac \\\"q\\\" \\n\"");
    assertThat(json(new int[] {1, 2})).isEqualTo("[1,2]");
    assertThat(json(new Object[] {'c', new StringBuilder("s")})).isEqualTo("[\"c\",\"s\"]");
    assertThat(json(List.of("a", "b").iterator())).isEqualTo("[\"a\",\"b\"]");
    assertThat(json(Map.of(1, 2))).isEqualTo("{\"1\":2}");
  }

  @Test
  void evenHalfACharacterIsKept() throws IOException {
    String text = "\ud83d\ude00 \ud83d";

    assertThat(JsonReader.<String>body(json(text), JsonReader::text)).isEqualTo(text);
  }

  @Test
  void numbersOfAnySizeAreKept() {
    List<Number> numbers =
        List.of(
            Long.MIN_VALUE,
            (short) 3,
            0.5,
            1.5f,
            new BigDecimal("1e400"),
            new BigInteger("9".repeat(30)));

    assertThat(json(numbers))
        .isEqualTo("[-9223372036854775808,3,0.5,1.5,1E+400," + "9".repeat(30) + "]");
  }

  @Test
  void timesAreIso8601() {
    Instant time = Instant.parse("2026-01-31T12:00:00Z");

    assertThat(
            json(
                List.of(
                    time,
                    Date.from(time),
                    new java.sql.Date(time.toEpochMilli()),
                    Duration.ofMinutes(15))))
        .isEqualTo(
            "[\"2026-01-31T12:00:00Z\",\"2026-01-31T12:00:00Z\",\"2026-01-31T12:00:00Z\",\"PT15M\"]");
  }

  @Test
  void otherValuesThatHaveATextAreText() {
    UUID id = UUID.fromString("9c4d50ee-2d56-4cd3-8152-34347dc9f2b0");

    assertThat(json(List.of(TimeUnit.DAYS, id))).isEqualTo("[\"DAYS\",\"" + id + "\"]");
  }

  @Test
  void anObjectOfAServiceIsItsMembers() {
    JsonObject object = () -> Map.of("id", "t1");

    assertThat(json(List.of(object))).isEqualTo("[{\"id\":\"t1\"}]");
  }

  @Test
  void whatCannotBeWrittenIsExplained() {
    assertThatThrownBy(() -> json(Map.of("a", new Object())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "a java.lang.Object cannot be written as JSON: use a Map, a List, text, a number,"
                + " true or false");
    assertThatThrownBy(() -> json(Double.NaN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the number NaN cannot be written as JSON: leave it out");
    assertThatThrownBy(() -> json(Collections.singletonMap(null, 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a member without a name cannot be written as JSON");
  }

  @Test
  void whatHoldsItselfIsRefused() {
    List<Object> endless = new ArrayList<>();
    endless.add(endless);

    assertThatThrownBy(() -> json(endless))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("nesting depth (65)");
  }

  @Test
  void whatFailedHalfwayDoesNotLookComplete() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    assertThatThrownBy(() -> JsonWriter.write(Arrays.asList(1, new Object()), out))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(out.toString(UTF_8)).doesNotContain("]");
  }

  @Test
  void theStreamStaysOpen() throws IOException {
    ByteArrayOutputStream out =
        new ByteArrayOutputStream() {
          @Override
          public void close() {
            throw new AssertionError("closed");
          }
        };
    JsonWriter.write(List.of(), out);

    assertThat(out.toString(UTF_8)).isEqualTo("[]");
  }
}
