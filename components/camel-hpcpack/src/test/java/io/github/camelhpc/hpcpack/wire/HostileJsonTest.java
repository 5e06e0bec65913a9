package io.github.camelhpc.hpcpack.wire;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelhpc.hpcpack.model.JobDescription;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON that says something twice, and numbers that are long or long to calculate with. */
@Timeout(value = 5, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileJsonTest {

  private static final String DIGITS = "7".repeat(100_000);

  private final WireFormat json = new JsonWireFormat();

  private static InputStream in(String text) {
    return new ByteArrayInputStream(text.replace('\'', '"').getBytes(US_ASCII));
  }

  @Test
  void ofAPropertyThatComesTwiceTheLastCounts() throws IOException {
    assertThat(
            json.readProperties(
                in(
                    "[{'Name':'State','Value':'Running'},"
                        + "{'Name':'Id','Value':'1','Value':'2'},"
                        + "{'Name':'x','Name':'state','Value':'Failed'}]")))
        .isEqualTo(Map.of("State", "Failed", "Id", "2"));
  }

  @Test
  void ofTheRowsPropertiesTheLastCount() throws IOException {
    assertThat(
            json.readObjects(
                in(
                    "[{'Properties':[{'Name':'Id','Value':'1'},{'Name':'Name','Value':'a'}],"
                        + "'Properties':[{'Name':'Id','Value':'2'}]}]")))
        .singleElement()
        .isEqualTo(Map.of("Id", "2"));
  }

  @Test
  void aPropertyWithALargeExponentIsItsText() throws IOException {
    assertThat(json.readProperties(in("[{'Name':'Id','Value':1e999999999}]")))
        .isEqualTo(Map.of("Id", "1e999999999"));
    assertThatThrownBy(() -> json.readId(in("1e999999999")))
        .isInstanceOf(WireFormatException.class)
        .hasMessageEndingWith("an id, which is a whole number was expected");
  }

  @Test
  void aNumberOfManyDigitsIsRefused() {
    assertRefused(() -> json.readId(in(DIGITS)));
    assertRefused(() -> json.readText(in(DIGITS)));
    assertRefused(() -> json.readNames(in("[" + DIGITS + "]")));
    assertRefused(() -> json.readMap(in("{'a':" + DIGITS + "}")));
    assertRefused(() -> json.readProperties(in("[{'Name':'a','Value':" + DIGITS + "}]")));
    assertRefused(() -> json.readObjects(in("[{'other':" + DIGITS + "}]")));
  }

  private static void assertRefused(ThrowingCallable read) {
    assertThatThrownBy(read)
        .isInstanceOf(WireFormatException.class)
        .hasMessageContaining("Number value length (")
        .message()
        .hasSizeLessThan(500);
  }

  /** Written out it would have a gigabyte. */
  @ParameterizedTest
  @ValueSource(strings = {"1e999999999", "1e-999999999", "[1e999999999]"})
  void aNumberOfABodyIsNotWrittenOut(String number) {
    String name = number.startsWith("[") ? "NodeGroups" : "MinCores";

    assertThatThrownBy(() -> JobDescription.of("{\"" + name + "\":" + number + "}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the body has a number with an exponent beyond 1000; write it as text");
  }

  @Test
  void aNumberOfABodyCanBeLarge() {
    assertThat(JobDescription.of("{\"MinCores\":1e3}").properties())
        .containsEntry("MinCores", "1000");
  }
}
