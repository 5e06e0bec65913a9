package io.github.camelhpc.hpcsoa.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.camelhpc.hpcsoa.model.SoaResponse;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Damaged answers end in an error that says where, or in all responses; never in fewer of them. */
class ResponseFuzzTest {

  private static final int RESPONSES = 3;
  private static final Duration QUICK = Duration.ofSeconds(30);

  static Stream<Arguments> formats() {
    String fault =
        "<s:Fault><s:Code><s:Value>s:Sender</s:Value></s:Code><s:Reason><s:Text>ä</s:Text></s:Reason>"
            + "<s:Detail><p xmlns='urn:p'>1</p></s:Detail></s:Fault>";
    String soap =
        "<?xml version='1.0' encoding='utf-8'?>"
            + Samples.array(
                Samples.echo(1),
                Samples.response(2, fault),
                Samples.response(
                    3, "<R xmlns='urn:r'><A b='c'>ü&lt;<![CDATA[x]]></A><!-- c --></R>"),
                Samples.soapEnd("3", "Success"));
    String generic =
        Samples.item("action", "pong ä", "id-1")
            + Samples.item("action", "", "id-2")
            + Samples.item("action", "pong 😀", "")
            + Samples.genericEnd(3, "Success");
    Function<InputStream, ResponseReader> soapReader =
        in -> new SoapResponseReader(in, ResponseOptions.DEFAULT.withBody(true));
    Function<InputStream, ResponseReader> genericReader = GenericResponseReader::new;
    return Stream.of(
        Arguments.of(Named.of("SOAP", soap), Named.of("with body", soapReader)),
        Arguments.of(Named.of("generic", generic), Named.of("parts", genericReader)));
  }

  @ParameterizedTest
  @MethodSource("formats")
  void truncatedAtEveryOffset(String text, Function<InputStream, ResponseReader> format) {
    byte[] sample = text.getBytes(StandardCharsets.UTF_8);
    assertThat(outcome(sample, format)).isNull();

    assertTimeoutPreemptively(
        QUICK,
        () -> {
          for (int length = 0; length < sample.length; length++) {
            SoaFormatException failure = outcome(Arrays.copyOf(sample, length), format);
            assertThat(failure).as("cut off at %d", length).isNotNull();
            assertThat(failure.offset()).as("cut off at %d", length).isBetween(0L, (long) length);
          }
        });
  }

  @ParameterizedTest
  @MethodSource("formats")
  void bitsFlippedAtEveryOffset(String text, Function<InputStream, ResponseReader> format) {
    byte[] sample = text.getBytes(StandardCharsets.UTF_8);

    assertTimeoutPreemptively(
        QUICK,
        () -> {
          for (int at = 0; at < sample.length; at++) {
            for (int bits : new int[] {1, 2, 0x20, 0x80, 0xFF}) {
              flipped(sample, at, (byte) bits, format);
            }
          }
        });
  }

  private static void flipped(
      byte[] sample, int at, byte bits, Function<InputStream, ResponseReader> format) {
    sample[at] ^= bits;
    SoaFormatException failure = outcome(sample, format);
    if (failure != null) {
      assertThat(failure.offset())
          .as("byte %d changed by %d: %s", at, bits, failure)
          .isBetween(0L, (long) sample.length);
    }
    sample[at] ^= bits;
  }

  // null if everything could be read
  private static SoaFormatException outcome(
      byte[] bytes, Function<InputStream, ResponseReader> format) {
    ResponseReader reader = format.apply(new ByteArrayInputStream(bytes));
    List<SoaResponse> responses = new ArrayList<>();
    try {
      reader.forEachRemaining(responses::add);
    } catch (SoaReadException e) {
      assertThat(e.getCause()).isInstanceOf(SoaFormatException.class);
      assertThat(e.delivered()).isEqualTo(responses.size());
      return (SoaFormatException) e.getCause();
    }
    assertThat(responses).hasSize(RESPONSES);
    assertThat(reader.end()).isNotNull();
    return null;
  }
}
