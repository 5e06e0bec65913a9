package io.github.camelhpc.hpcsoa.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Enumeration;
import org.junit.jupiter.api.Test;

/** Long streams are read in the memory of one response. */
class ResponseStreamTest {

  private static final int RESPONSES = 200_000;

  // more than a reader needs, less than 200,000 responses
  private static final long FLAT = 24 << 20;

  @Test
  void soapResponsesNeedNoMemoryTogether() {
    assertFlat(
        new SoapResponseReader(
            repeated("<a>", Samples.echo(1), Samples.soapEnd("" + RESPONSES, "Success") + "</a>")));
  }

  @Test
  void soapResponsesWithTheirBodiesNeedNoMemoryTogether() {
    assertFlat(
        new SoapResponseReader(
            repeated("<a>", Samples.echo(1), Samples.soapEnd("" + RESPONSES, "Success") + "</a>"),
            ResponseOptions.DEFAULT.withBody(true)));
  }

  @Test
  void genericResponsesNeedNoMemoryTogether() {
    assertFlat(
        new GenericResponseReader(
            repeated(
                "",
                Samples.item("action", "pong 1".repeat(100), "id-1"),
                Samples.genericEnd(RESPONSES, "Success"))));
  }

  private static void assertFlat(ResponseReader reader) {
    long before = used();
    long highest = 0;
    while (reader.hasNext()) {
      assertThat(reader.next().userData()).isEqualTo("id-1");
      if (reader.delivered() % 50_000 == 0) {
        highest = Math.max(highest, used() - before);
      }
    }
    assertThat(reader.delivered()).isEqualTo(RESPONSES);
    assertThat(reader.end().count()).isEqualTo(RESPONSES);
    assertThat(highest).isLessThan(FLAT);
  }

  private static long used() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  private static InputStream repeated(String before, String item, String after) {
    byte[] bytes = item.getBytes(StandardCharsets.UTF_8);
    return new SequenceInputStream(
        new Enumeration<>() {
          private int given = -1;

          @Override
          public boolean hasMoreElements() {
            return given <= RESPONSES;
          }

          @Override
          public InputStream nextElement() {
            int number = given++;
            return number < 0
                ? Samples.stream(before)
                : number < RESPONSES ? new ByteArrayInputStream(bytes) : Samples.stream(after);
          }
        });
  }
}
