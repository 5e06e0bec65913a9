package io.github.camelhpc.support.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelhpc.support.operation.InvalidParameterException;
import io.github.camelhpc.support.operation.OperationSpec;
import io.github.camelhpc.support.operation.Parameter;
import io.github.camelhpc.support.operation.ParameterValues;
import io.github.camelhpc.support.operation.QuotedValue;
import io.github.camelhpc.support.operation.ValueType;
import io.github.camelhpc.test.server.MisbehavingServer;
import io.github.camelhpc.test.server.Replies;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.apache.hc.core5.net.PercentCodec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestTargetTest extends ServiceClientTestSupport {

  private static final Parameter NAME = Parameter.path("name", "CamelXName", ValueType.TEXT);
  private static final Parameter FILTER =
      Parameter.query("filter", "CamelXFilter", ValueType.TEXT).as("$filter");
  private static final Parameter USER = Parameter.header("asUser", "CamelXAsUser", "x-as-user");
  private static final OperationSpec SPEC =
      OperationSpec.get("/nodes/{name}/state", NAME).with(FILTER, USER);

  @Test
  void everyCharacterIsEncodedAsByTheHttpClient() {
    IntStream.range(0, 0x250)
        .mapToObj(c -> "a" + (char) c)
        .forEach(
            text ->
                assertThat(RequestTarget.encoded(text))
                    .isEqualTo(PercentCodec.encode(text, StandardCharsets.UTF_8)));
  }

  @ParameterizedTest
  @CsvSource({
    "node1, node1",
    "../jobs, ..%2Fjobs",
    "..\\jobs, ..%5Cjobs",
    "a/b, a%2Fb",
    "a?b=c, a%3Fb%3Dc",
    "a#b, a%23b",
    "a%2Fb, a%252Fb",
    "%2e%2e, %252e%252e",
    "a+b, a%2Bb",
    "a b, a%20b",
    "a&b, a%26b",
    "a;b, a%3Bb",
    "{name}, %7Bname%7D",
    "$1, %241",
    "Zürich, Z%C3%BCrich",
    "😀, %F0%9F%98%80",
    "-._~, -._~"
  })
  void pathSegmentIsEncodedFromTheRawValue(String value, String encoded) {
    assertThat(RequestTarget.of(SPEC, values(NAME, value)))
        .isEqualTo("/nodes/" + encoded + "/state");
  }

  @Test
  void controlCharactersAreEncoded() {
    assertThat(RequestTarget.of(SPEC, values(NAME, "a\r\nHost: evil\0\t")))
        .isEqualTo("/nodes/a%0D%0AHost%3A%20evil%00%09/state");
  }

  @Test
  void queryIsEncodedFromTheRawValue() {
    ParameterValues values = values(NAME, "n").with(FILTER, "a eq 'b&c=d#+%'\r\n");

    assertThat(RequestTarget.of(SPEC, values))
        .isEqualTo("/nodes/n/state?%24filter=a%20eq%20%27b%26c%3Dd%23%2B%25%27%0D%0A");
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", "\t", ".", ".."})
  void valueThatWouldChangeThePathIsRefused(String value) {
    assertThatThrownBy(() -> RequestTarget.of(SPEC, values(NAME, value)))
        .isInstanceOf(InvalidParameterException.class)
        .hasMessage(
            "x:getState: name cannot be "
                + QuotedValue.of(value)
                + "; change the option name or the header CamelXName");
  }

  @Test
  void missingSegmentIsRefused() {
    assertThatThrownBy(() -> RequestTarget.of(SPEC, ParameterValues.none("x:getState")))
        .isInstanceOf(InvalidParameterException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\uD83D", "\uDE00a", "\uDE00\uD83D"})
  void halfACharacterIsRefused(String value) {
    assertThatThrownBy(() -> RequestTarget.of(SPEC, values(NAME, value)))
        .isInstanceOf(InvalidParameterException.class)
        .hasMessageContaining("name is not valid Unicode text");
    assertThatThrownBy(() -> RequestTarget.of(SPEC, values(NAME, "n").with(FILTER, value)))
        .isInstanceOf(InvalidParameterException.class)
        .hasMessageContaining("filter is not valid Unicode text");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a\r\nEvil: 1", "a\nb", "a\rb", "a\0b", "a\tb", "a\u007F", "a\u0085b", "a\u20ACb"})
  void headerValueThatCannotBeSentIsRefused(String value) {
    ParameterValues values = values(NAME, "n").with(USER, value);

    assertThatThrownBy(() -> RequestTarget.headers(SPEC, values))
        .isInstanceOf(InvalidParameterException.class)
        .hasMessage(
            "x:getState: asUser has a character that cannot stand in an HTTP header;"
                + " change the option asUser or the header CamelXAsUser");
  }

  @Test
  void headersAreTheParametersThatSaySo() {
    ParameterValues values = values(NAME, "n").with(USER, "LAB\\jürgen").with(FILTER, "f");

    assertThat(RequestTarget.headers(SPEC, values))
        .containsOnly(org.assertj.core.api.Assertions.entry("x-as-user", "LAB\\jürgen"));
    assertThat(RequestTarget.headers(SPEC, values(NAME, "n"))).isEmpty();
  }

  @Test
  void serverSeesTheEncodedValue() throws Exception {
    MisbehavingServer server = server(Replies.ok(""));
    String target = RequestTarget.of(SPEC, values(NAME, "../../x?y#z").with(FILTER, "a b+c"));

    client(server).execute(get(target)).close();

    assertThat(server.requests().get(0).target())
        .isEqualTo("/hpc/nodes/..%2F..%2Fx%3Fy%23z/state?%24filter=a%20b%2Bc");
  }

  private static ParameterValues values(Parameter parameter, String value) {
    return ParameterValues.none("x:getState").with(parameter, value);
  }
}
