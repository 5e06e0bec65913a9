package io.github.camelhpc.hpcpack.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.github.camelhpc.hpcpack.model.PropertyMap;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonWireFormatTest {

  private static final String ROWS =
      """
      [ {"Properties":[ {"Name":"Id","Value":"14"}, {"Name":"Owner","Value":"HPC\\\\alice"} ]},
        {"Properties":[ {"Name":"Id","Value":"15"}, {"Name":"Owner","Value":"é\\u00e9"} ]} ]""";

  private final WireFormat json = new JsonWireFormat();

  private static InputStream in(String text) {
    return new ByteArrayInputStream(text.getBytes(UTF_8));
  }

  @Test
  void headers() {
    assertThat(json.contentType()).isEqualTo("application/json");
    assertThat(json.accept()).isEqualTo("application/json");
  }

  @Test
  void writesPropertiesInPascalCaseAndOrder() {
    Map<String, String> properties = new LinkedHashMap<>();
    properties.put("Name", "a \"b\" \\ é\u0001");
    properties.put("MinCores", "4");
    properties.put("Project", null);

    assertThat(new String(json.writeProperties(properties), UTF_8))
        .isEqualTo(
            "[{\"Name\":\"Name\",\"Value\":\"a \\\"b\\\" \\\\ é\\u0001\"},"
                + "{\"Name\":\"MinCores\",\"Value\":\"4\"},{\"Name\":\"Project\",\"Value\":\"\"}]");
    assertThat(json.writeProperties(Map.of())).asString().isEqualTo("[]");
  }

  @Test
  void writesTextAsOneString() {
    assertThat(json.writeText("<Job Name=\"Demo\">\n</Job>"))
        .asString()
        .isEqualTo("\"<Job Name=\\\"Demo\\\">\\n</Job>\"");
  }

  @Test
  void writesObjectsFromMapsAndText() {
    assertThat(json.writeObject(Map.of("NodeNames", List.of("CN1"))))
        .asString()
        .isEqualTo("{\"NodeNames\":[\"CN1\"]}");
    assertThat(json.writeObject(" {\"Name\": \"Big\"} "))
        .asString()
        .isEqualTo(" {\"Name\": \"Big\"} ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[]      | the body is JSON, but not a JSON object: write {…}",
        "7       | the body is JSON, but not a JSON object: write {…}",
        "{'a':   | the body is not valid JSON at line 1, column",
        "{} {}   | the body at line 1, column 4 has an object, nothing more was expected",
      },
      quoteCharacter = '`')
  void refusesTextThatIsNoObject(String text, String message) {
    assertThatThrownBy(() -> json.writeObject(text.replace('\'', '"')))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(message);
  }

  @Test
  void refusesObjectsOfOtherKinds() {
    assertThatThrownBy(() -> json.writeObject(null))
        .hasMessage("the body must be a Map or JSON text of an object, not empty");
    assertThatThrownBy(() -> json.writeObject(7))
        .hasMessage("the body must be a Map or JSON text of an object, not a java.lang.Integer");
    assertThatThrownBy(() -> json.writeObject("")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void readsScalars() throws IOException {
    assertThat(json.readId(in("19"))).isEqualTo(19);
    assertThat(json.readId(in(" \"19\"\n"))).isEqualTo(19);
    assertThat(json.readText(in("\"5.3.6420.0\""))).isEqualTo("5.3.6420.0");
    assertThat(json.readText(in("\ufeff\"headnode\""))).isEqualTo("headnode");
    assertThat(json.readText(in("null"))).isEmpty();
    assertThat(json.readNames(in("[\"Default\",null,\"x\"]"))).containsExactly("Default", "x");
    assertThat(json.readNames(in("null"))).isEmpty();
  }

  @Test
  void readsPropertiesInAnyCaseAndWithMore() throws IOException {
    String body =
        """
        [ {"Name":"Id","Value":"14"}, {"value":"n","Type":{"a":[1]},"name":"Name"},
          {"NAME":"MinCores","VALUE":4}, {"Name":"CanGrow","Value":true}, {"Name":"Pool"},
          {"Name":"Project","Value":null}, {"Value":"without a name"}, {}, null ]
        """;

    assertThat(json.readProperties(in(body)))
        .containsExactly(
            entry("Id", "14"),
            entry("Name", "n"),
            entry("MinCores", "4"),
            entry("CanGrow", "true"),
            entry("Pool", ""),
            entry("Project", ""));
    assertThat(json.readProperties(in("[]"))).isEmpty();
  }

  @Test
  void readsRows() throws IOException {
    List<PropertyMap> rows = json.readObjects(in(ROWS));

    assertThat(rows).hasSize(2);
    assertThat(rows.get(0)).containsExactly(entry("Id", "14"), entry("Owner", "HPC\\alice"));
    assertThat(rows.get(1)).containsExactly(entry("Id", "15"), entry("Owner", "éé"));
    assertThat(rows.get(0).keySet().iterator().next())
        .isSameAs(rows.get(1).keySet().iterator().next());
  }

  @Test
  void readsRowsInLowerCaseAndWithMore() throws IOException {
    String body =
        "[{\"x\":[{}],\"properties\":[{\"name\":\"Id\",\"value\":\"1\"}],\"y\":1},{},null,"
            + "{\"Properties\":null}]";

    assertThat(json.readObjects(in(body)))
        .containsExactly(new PropertyMap(Map.of("Id", "1")), new PropertyMap(), new PropertyMap());
    assertThat(json.readObjects(in("[]"))).isEmpty();
    assertThat(json.readObjects(in("null"))).isEmpty();
  }

  @Test
  void readsOtherEncodingsOfUnicode() throws IOException {
    assertThat(json.readObjects(new ByteArrayInputStream(ROWS.getBytes(StandardCharsets.UTF_16LE))))
        .isEqualTo(json.readObjects(in(ROWS)));
  }

  @Test
  void readsObjectsOf2019() throws IOException {
    String node =
        "{\"Name\":\"CN001\",\"Location\":null,\"Cores\":8,\"OnAzure\":false,"
            + "\"Groups\":[\"ComputeNodes\"],\"Metrics\":{\"HpcCpuUsage\":0.5}}";

    Map<String, Object> map = json.readMap(in(node));

    assertThat(map)
        .containsExactly(
            entry("Name", "CN001"),
            entry("Location", null),
            entry("Cores", 8),
            entry("OnAzure", false),
            entry("Groups", List.of("ComputeNodes")),
            entry("Metrics", Map.of("HpcCpuUsage", 0.5)));
    assertThat(json.readMaps(in("[" + node + ",null,{}]"))).containsExactly(map, Map.of());
  }

  @Test
  void aRowListCutOffAnywhereIsAnError() {
    for (int end = 0; end < ROWS.length(); end++) {
      String cut = ROWS.substring(0, end);
      assertThatThrownBy(() -> json.readObjects(in(cut)))
          .as("cut after %s characters", end)
          .isInstanceOf(WireFormatException.class);
      assertThatThrownBy(() -> json.readMaps(in(cut))).isInstanceOf(WireFormatException.class);
    }
  }

  @Test
  void aPropertyListCutOffAnywhereIsAnError() {
    String list = "[{\"Name\":\"Id\",\"Value\":\"14\",\"Type\":[{}]},{\"name\":\"A\"}]";
    for (int end = 0; end < list.length(); end++) {
      String cut = list.substring(0, end);
      assertThatThrownBy(() -> json.readProperties(in(cut)))
          .as("cut after %s characters", end)
          .isInstanceOf(WireFormatException.class);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[{'Properties':[]}] x | the answer is not valid JSON at line 1, column 2",
        "[] []       | the answer at line 1, column 4 has an array, nothing more was expected",
        "{'a':1}     | the answer at line 1, column 1 has an object, an array was expected",
        "[1]         | the answer at line 1, column 2 has a number, an object with the member"
            + " Properties was expected",
        "[{'Properties':{}}] | the answer at line 1, column 16 has an object, an array was expected",
        "[{'Properties':[{'Name':'a','Value':[]}]}] | the answer at line 1, column 37 has an array,"
            + " text was expected",
        "[{'Properties':['a']}] | the answer at line 1, column 17 has a text, an object with the"
            + " members Name and Value was expected",
        "[{'a':[    | the answer is not valid JSON at line 1, column 8: Unexpected end-of-input: expected"
            + " close marker for Array",
        "<html/>     | the answer is not valid JSON at line 1, column"
      })
  void malformedRowsNameThePlace(String body, String message) {
    assertThatThrownBy(() -> json.readObjects(in(body.replace('\'', '"'))))
        .isInstanceOf(WireFormatException.class)
        .hasMessageStartingWith(message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "null",
        "\"x\"",
        "\"\"",
        "1.5",
        "99999999999",
        "[19]",
        "{}",
        "true",
        "19 x"
      })
  void whatIsNoIdIsAnError(String body) {
    assertThatThrownBy(() -> json.readId(in(body))).isInstanceOf(WireFormatException.class);
  }

  @Test
  void anEmptyAnswerIsAnError() {
    assertThatThrownBy(() -> json.readProperties(in("")))
        .isInstanceOf(WireFormatException.class)
        .hasMessage("the answer is empty, JSON was expected");
    assertThatThrownBy(() -> json.readText(in("[]"))).isInstanceOf(WireFormatException.class);
    assertThatThrownBy(() -> json.readNames(in("[[]]"))).isInstanceOf(WireFormatException.class);
    assertThatThrownBy(() -> json.readMap(in("[]"))).isInstanceOf(WireFormatException.class);
    assertThatThrownBy(() -> json.readMaps(in("[1]"))).isInstanceOf(WireFormatException.class);
  }

  @Test
  void nestingWithoutEndIsAnError() {
    String deep = "[{\"Properties\":[{\"Name\":\"a\",\"Type\":" + "[".repeat(100_000);

    assertThatThrownBy(() -> json.readObjects(in(deep))).isInstanceOf(WireFormatException.class);
    assertThatThrownBy(() -> json.readMaps(in("[".repeat(100_000))))
        .isInstanceOf(WireFormatException.class);
  }

  @Test
  void badBytesAreAnError() {
    byte[] latin = "[\"\u00e9\"]".getBytes(StandardCharsets.ISO_8859_1);

    assertThatThrownBy(() -> json.readNames(new ByteArrayInputStream(latin)))
        .isInstanceOf(WireFormatException.class);
  }

  @Test
  void failureOfTheConnectionIsItsOwn() {
    InputStream broken =
        new InputStream() {
          private int sent;

          @Override
          public int read() throws IOException {
            if (sent++ == 0) {
              return '[';
            }
            throw new IOException("connection reset");
          }
        };

    assertThatThrownBy(() -> json.readObjects(broken))
        .isNotInstanceOf(WireFormatException.class)
        .isInstanceOf(IOException.class)
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

    assertThat(json.readObjects(stream)).isEmpty();
    assertThat(stream.read()).isEqualTo(-1);
  }

  @Test
  void whatIsWrittenIsRead() throws IOException {
    PropertyMap properties = new PropertyMap(Map.of("Name", "tab\t \"q\" \\ \u20ac \ud83d\ude00"));

    assertThat(json.readProperties(new ByteArrayInputStream(json.writeProperties(properties))))
        .isEqualTo(properties);
    assertThat(json.writeProperties(Collections.singletonMap("A", null)))
        .asString()
        .isEqualTo("[{\"Name\":\"A\",\"Value\":\"\"}]");
  }
}
