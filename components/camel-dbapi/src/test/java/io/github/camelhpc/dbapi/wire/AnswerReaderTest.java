package io.github.camelhpc.dbapi.wire;

import static io.github.camelhpc.dbapi.wire.Answers.reader;
import static io.github.camelhpc.dbapi.wire.Answers.resource;
import static io.github.camelhpc.dbapi.wire.Answers.results;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelhpc.dbapi.model.RequestStatus;
import io.github.camelhpc.dbapi.model.ResourceResult;
import io.github.camelhpc.dbapi.model.ScalarAttribute;
import io.github.camelhpc.dbapi.model.SeriesAttribute;
import io.github.camelhpc.dbapi.model.SeriesBlock;
import io.github.camelhpc.support.json.JsonReader;
import io.github.camelhpc.support.json.JsonWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What answers with status and results are read as, the documented one and others. */
class AnswerReaderTest {

  private static final String STATUS =
      "\"status\":{\"total\":2,\"matched\":1,\"processed\":1,\"completed\":false,"
          + "\"aborted\":false,\"hasErrors\":\"true\"}";

  private static SeriesBlock block(ResourceResult resource, String attribute) {
    return ((SeriesAttribute) resource.attributes().get(attribute)).blocks().get(0);
  }

  private static SeriesBlock block(String json) {
    return block(resource("{\"a\":[" + json + "]}"), "a");
  }

  @Test
  void theDocumentedExample() {
    AnswerReader answer = reader(Answers.DOCUMENTED);

    assertThat(answer.statusSoFar())
        .contains(new RequestStatus(10, 1, 10, true, false, false, Map.of()));
    ResourceResult resource = answer.next();
    assertThat(resource)
        .isEqualTo(
            new ResourceResult(
                "vm#cumulus1-lab-vm2",
                "cumulus-lab-vm2",
                Map.of(
                    "memory",
                    new ScalarAttribute("scalar", "Memory", "", "204800", Map.of()),
                    "cpu Usage",
                    new SeriesAttribute(
                        List.of(
                            new SeriesBlock(
                                "timeseries",
                                "cpu usage",
                                "",
                                60,
                                Instant.parse("2014-07-13T23:01:00Z"),
                                ZoneOffset.UTC,
                                new double[] {24, 33, 68, Double.NaN, 4},
                                Map.of())))),
                Map.of()));
    assertThat(resource.attributes().keySet()).containsExactly("memory", "cpu Usage");
    assertThat(answer.hasNext()).isFalse();
    assertThat(answer.status()).isEqualTo(answer.statusSoFar().orElseThrow());
    assertThat(answer.otherMembers()).isEmpty();
    assertThat(answer.requestId()).isNull();
  }

  @Test
  void theDocumentedExampleIsWrittenAsItWas() throws IOException {
    Map<String, Object> sent = JsonReader.body(Answers.DOCUMENTED, JsonReader::object);
    AnswerReader answer = reader(Answers.DOCUMENTED);
    RequestStatus status = answer.statusSoFar().orElseThrow();

    Object written = Map.of("status", status, "result", List.of(answer.next()));

    Object read =
        JsonReader.answer(new ByteArrayInputStream(JsonWriter.bytes(written)), JsonReader::value);
    assertThat(read).isEqualTo(sent);
  }

  @Test
  void theStatusMayStandBehindTheResults() {
    AnswerReader answer = reader("{\"result\":[{\"name\":\"a\"}]," + STATUS + "}");

    assertThat(answer.statusSoFar()).isEmpty();
    assertThat(answer.status()).isNull();
    assertThat(answer.next().name()).isEqualTo("a");
    assertThat(answer.hasNext()).isFalse();
    assertThat(answer.status().hasErrors()).isTrue();
    assertThat(answer.statusSoFar()).contains(answer.status());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"result\":null}",
        "{\"result\":[]}",
        "{\"result\":[null,null]}",
        "{" + STATUS + "}"
      })
  void thereMayBeNoResults(String json) {
    AnswerReader answer = reader(json);

    assertThat(answer.hasNext()).isFalse();
    assertThat(answer.hasResult()).isEqualTo(json.contains("result"));
    assertThatThrownBy(answer::next).isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void oneResultMayStandWithoutAnArray() {
    assertThat(results("{\"result\":{\"signature\":\"vm#a\"}," + STATUS + "}"))
        .extracting(ResourceResult::signature)
        .containsExactly("vm#a");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"requestId\":\"204817_3\"}|204817_3",
        "{\"requestID\":12344}|12344",
        "{\"id\":\"7\",\"requestId\":\"8\"}|8",
        "{\"status\":{\"requestId\":\"9_1\",\"completed\":false}}|9_1",
        "{\"id\":\" \",\"status\":{\"id\":10}}|10",
      })
  void theRequestIdHasSeveralNamesAndPlaces(String json, String id) {
    assertThat(reader(json).requestId()).isEqualTo(id);
  }

  @Test
  void theRequestIdMayStandBehindTheResults() {
    AnswerReader answer = reader("{\"result\":[{}],\"id\":\"1_1\"}");

    assertThat(answer.requestId()).isNull();
    answer.forEachRemaining(resource -> {});
    assertThat(answer.requestId()).isEqualTo("1_1");
  }

  @Test
  void whatElseThereIsIsKept() {
    AnswerReader answer =
        reader("{\"failed\":[{\"code\":\"32040005\"}],\"status\":\"accepted\",\"id\":\"1\"}");

    assertThat(answer.otherMembers())
        .isEqualTo(Map.of("failed", List.of(Map.of("code", "32040005")), "status", "accepted"));
    assertThat(answer.statusSoFar()).isEmpty();
  }

  @Test
  void numbersMayBeTextAndNoneAtAll() {
    SeriesBlock block =
        block(
            "{\"interval\":\"60\",\"start\":\"20240105_230100\",\"data\":[\"24.50\",\"NaN\","
                + "\"Infinity\",\"-Infinity\",NaN,Infinity,-Infinity,\"\",\"n/a\",null,-0.0,"
                + "123456789012345678901234567890,0.1,1e3,5]}");

    assertThat(block.intervalSeconds()).isEqualTo(60);
    assertThat(block.values())
        .containsExactly(
            24.5,
            Double.NaN,
            Double.POSITIVE_INFINITY,
            Double.NEGATIVE_INFINITY,
            Double.NaN,
            Double.POSITIVE_INFINITY,
            Double.NEGATIVE_INFINITY,
            Double.NaN,
            Double.NaN,
            Double.NaN,
            -0.0,
            123456789012345678901234567890d,
            0.1,
            1000,
            5);
  }

  @Test
  void startIsInTheZoneOfTheAnswerAndWrittenSo() {
    String json =
        "{\"result\":[{\"a\":[{\"start\":\"20240105_080000\",\"interval\":60,\"data\":[1,2]}]}]}";
    ResourceResult resource = reader(json, ZoneOffset.ofHours(9)).next();

    assertThat(block(resource, "a").start()).isEqualTo("2024-01-04T23:00:00Z");
    assertThat(block(resource, "a").time(1)).isEqualTo("2024-01-04T23:01:00Z");
    assertThat(block(resource, "a").toMap())
        .containsEntry("start", "20240105_080000")
        .containsEntry("utcOffset", "UTC+09:00");
    assertThat(resource(new String(JsonWriter.bytes(resource), UTF_8))).isEqualTo(resource);
  }

  @Test
  void anAttributeMayHaveSeveralBlocksOrNone() {
    ResourceResult resource =
        resource(
            "{\"cpu\":[{\"start\":\"20240105_000000\",\"interval\":60,\"data\":[1]},"
                + "{\"start\":\"20240105_010000\",\"interval\":60,\"data\":[2,3]}],\"none\":[],"
                + "\"single\":{\"type\":\"timeseries\",\"data\":[4]}}");

    assertThat(((SeriesAttribute) resource.attributes().get("cpu")).blocks())
        .extracting(block -> block.values().length)
        .containsExactly(1, 2);
    assertThat(((SeriesAttribute) resource.attributes().get("none")).blocks()).isEmpty();
    assertThat(block(resource, "single").values()).containsExactly(4);
  }

  @Test
  void aScalarIsTextHoweverItIsWritten() {
    ResourceResult resource =
        resource(
            "{\"a\":{\"data\":24.00,\"unit\":null},\"b\":{\"data\":true,\"more\":[1]},"
                + "\"c\":{\"type\":\"scalar\",\"data\":null}}");

    assertThat(resource.attributes())
        .containsEntry("a", new ScalarAttribute(null, null, null, "24.00", Map.of()))
        .containsEntry(
            "b", new ScalarAttribute(null, null, null, "true", Map.of("more", List.of(1))))
        .containsEntry("c", new ScalarAttribute("scalar", null, null, null, Map.of()));
  }

  @Test
  void whatIsNeitherAScalarNorASeriesIsKeptAsItIs() {
    ResourceResult resource =
        resource(
            "{\"signature\":5,\"name\":null,\"memory\":\"8192\",\"relations\":[\"h#host1\"],"
                + "\"mixed\":[{\"data\":[1.5]},7],\"object\":{\"x\":{}}}");

    assertThat(resource.signature()).isEqualTo("5");
    assertThat(resource.attributes()).isEmpty();
    assertThat(resource.additionalProperties())
        .containsEntry("memory", "8192")
        .containsEntry("relations", List.of("h#host1"))
        .containsEntry("mixed", List.of(Map.of("data", List.of(1.5)), 7))
        .containsEntry("object", Map.of("x", Map.of()));
  }

  @Test
  void aBlockKeepsWhatCannotBeRead() {
    SeriesBlock block =
        block("{\"interval\":\"1min\",\"start\":\"2024-01-05\",\"data\":[1],\"name\":[2],\"x\":3}");

    assertThat(block.intervalSeconds()).isZero();
    assertThat(block.start()).isNull();
    assertThat(block.additionalProperties())
        .isEqualTo(Map.of("interval", "1min", "start", "2024-01-05", "name", List.of(2), "x", 3));
    assertThat(block.toMap()).containsEntry("interval", "1min");
  }

  @Test
  void aCutOffAnswerIsAnErrorEachTime() {
    AnswerReader answer =
        reader("{\"id\":\"1\",\"result\":[{\"name\":\"a\"},{\"cpu\":[{\"data\":[1,2");

    assertThat(answer.next().name()).isEqualTo("a");
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> answer.forEachRemaining(resource -> {}))
          .isInstanceOf(AnswerReadException.class)
          .hasMessageStartingWith("the answer is cut off after 1 results: ");
    }
    assertThat(answer.requestId()).isEqualTo("1");
    assertThat(answer.status()).isNull();
  }

  @Test
  void anAnswerCutOffBehindItsResultsIsAnError() {
    AnswerReader answer = reader("{\"result\":[]");

    assertThatThrownBy(answer::hasNext).hasMessageStartingWith("the answer is cut off: ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|the answer is empty, JSON was expected",
        "<html>|the answer is not valid JSON at line 1, column 1",
        "[]|the answer at line 1, column 1 has an array, an object with status and result was",
        "{\"result\":7}|has a number, an object for a resource was expected",
        "{\"result\":[\"a\"]}|has a text, an object for a resource was expected",
        "{} {}|has an object, nothing more was expected",
        "{\"result\":[{\"a\":[{\"data\":[1,[2]]}]}]}|has an array, a number or null was expected",
      })
  void whatIsNoAnswerIsAnError(String json, String message) {
    assertThatThrownBy(() -> results(json))
        .isInstanceOf(AnswerReadException.class)
        .hasMessageContaining(message);
  }

  @Test
  void nestingIsBounded() {
    String deep = "{\"result\":[{\"a\":" + "[".repeat(61) + "]".repeat(61) + "}]}";
    assertThat(results(deep)).hasSize(1);

    assertThatThrownBy(() -> results("{\"result\":[{\"a\":" + "[".repeat(100_000)))
        .isInstanceOf(AnswerReadException.class)
        .hasMessageContaining("nesting depth (65)");
  }

  @Test
  void aFailureOfTheConnectionSaysWhatItWas() {
    InputStream reset =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("connection reset");
          }
        };
    InputStream in =
        new SequenceInputStream(
            new ByteArrayInputStream("{\"result\":[{},".getBytes(UTF_8)), reset);
    AnswerReader answer = new AnswerReader(in, ZoneOffset.UTC);

    assertThatThrownBy(() -> answer.forEachRemaining(resource -> {}))
        .isInstanceOf(AnswerReadException.class)
        .hasMessage("connection reset");
  }

  @Test
  void aClosedAnswerHasNoSilentEnd() throws IOException {
    boolean[] closed = new boolean[1];
    InputStream in =
        new ByteArrayInputStream("{\"result\":[{},{}]}".getBytes(UTF_8)) {
          @Override
          public void close() {
            closed[0] = true;
          }
        };
    AnswerReader answer = new AnswerReader(in, ZoneOffset.UTC);
    answer.next();

    answer.close();

    assertThat(closed).containsExactly(true);
    assertThatThrownBy(answer::hasNext).hasMessage("the answer was closed before its end");
  }

  @Test
  void nothingIsReadBeforeItIsAskedFor() throws IOException {
    InputStream in = new ByteArrayInputStream("{}".getBytes(UTF_8));

    new AnswerReader(in, ZoneOffset.UTC);

    assertThat(in.available()).isEqualTo(2);
  }
}
