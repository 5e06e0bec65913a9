package io.github.camelhpc.hpcsoa.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.camelhpc.hpcsoa.model.EndOfResponses;
import io.github.camelhpc.hpcsoa.model.SoaResponse;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GenericResponseReaderTest {

  private static final String ACTION =
      "http://hpc.microsoft.com/GenericService/IGenericService/GenericOperationResponse";

  @Test
  void readsTheAnswerOfTheDocument() {
    ResponseReader reader =
        reader(Samples.item(ACTION, "pong 1", "id-1") + Samples.genericEnd(1, "Success"));

    assertThat(all(reader)).containsExactly(SoaResponse.generic(ACTION, "pong 1", "id-1"));
    assertThat(reader.end()).isEqualTo(new EndOfResponses(1, "Success"));
  }

  @Test
  void readsEmptyPartsAndEveryCharacter() {
    String text = "\uFEFFÄ€😀\uFFFD\uFFFE\u0001\r\n ";
    ResponseReader reader =
        reader(
            Samples.item(ACTION, "out", "")
                + Samples.item("", "", "")
                + Samples.item("ä", text, text)
                + Samples.genericEnd(3, "Success"));

    assertThat(all(reader))
        .containsExactly(
            SoaResponse.generic(ACTION, "out", ""),
            SoaResponse.generic("", "", ""),
            SoaResponse.generic("ä", text, text));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 1000})
  void readsHoweverTheBytesArrive(int atOnce) {
    String sample =
        Samples.item(ACTION, "a".repeat(70_000), "id-1")
            + Samples.item(ACTION, "ä", "id-2")
            + Samples.item(ACTION, "b".repeat(40_000), "id-3")
            + Samples.genericEnd(3, "Success");
    InputStream slow =
        new FilterInputStream(Samples.stream(sample)) {
          @Override
          public int read(byte[] target, int offset, int length) throws IOException {
            return super.read(target, offset, Math.min(length, atOnce));
          }
        };

    assertThat(all(new GenericResponseReader(slow)))
        .extracting(SoaResponse::output)
        .containsExactly("a".repeat(70_000), "ä", "b".repeat(40_000));
  }

  @Test
  void skipsAByteOrderMarkAndBlanksAtTheEnd() {
    ResponseReader reader =
        reader(
            "\uFEFF" + Samples.item(ACTION, "o", "u") + Samples.genericEnd(1, "Success") + " \n");

    assertThat(all(reader)).containsExactly(SoaResponse.generic(ACTION, "o", "u"));
  }

  @Test
  void handsOutAResponseBeforeTheNextIsThere() {
    InputStream waiting =
        new InputStream() {
          @Override
          public int read() {
            throw new AssertionError("read on before the first response was handed out");
          }
        };

    ResponseReader reader =
        new GenericResponseReader(
            new SequenceInputStream(Samples.stream(Samples.item(ACTION, "o", "u")), waiting));

    assertThat(reader.next().output()).isEqualTo("o");
  }

  @Test
  void aPrematureEndIsAnErrorThatKeepsWhatWasRead() {
    ResponseReader reader =
        reader(Samples.item(ACTION, "o", "u") + Samples.genericEnd(1, "ClientTimeout"));

    assertThat(reader.next().output()).isEqualTo("o");
    assertThatExceptionOfType(SoaReadException.class)
        .isThrownBy(reader::hasNext)
        .withCauseInstanceOf(ResponsesCutShortException.class)
        .withMessageContaining("ClientIdleTimeout");
    assertThat(reader.end().premature()).isTrue();
  }

  @Test
  void aBrokerThatIsDownEndsTheReading() {
    assertThatExceptionOfType(SoaReadException.class)
        .isThrownBy(
            () ->
                all(
                    reader(
                        Samples.item(
                            "http://hpc.microsoft.com/BrokerInstanceUnavailable", "", ""))))
        .withCauseInstanceOf(BrokerUnavailableException.class);
  }

  @Test
  void withoutTheEndItemItIsAnErrorUnlessTheCountWasReached() {
    String sample = Samples.item(ACTION, "o", "u");

    assertThat(failure(sample)).hasMessageContaining("without the message that ends them");
    ResponseReader limited =
        new GenericResponseReader(Samples.stream(sample), ResponseOptions.DEFAULT.withCount(1));
    assertThat(all(limited)).hasSize(1);
    assertThat(limited.end()).isEqualTo(new EndOfResponses(1, "Success"));
  }

  @Test
  void refusesWhatIsNoItem() {
    assertThat(failure("")).hasMessageContaining("without the message that ends them");
    assertThat(failure("<a/>")).hasMessageContaining("genericService=false");
    assertThat(failure("a\uFFFFb\0")).hasMessageContaining("has 2 parts").satisfies(at(0));
    assertThat(failure(Samples.item("a", "b", "c") + "a\uFFFFb\uFFFFc\uFFFFd\0"))
        .hasMessageContaining("response 2 has 4 parts")
        .satisfies(at(10));
    assertThat(failure("\0")).hasMessageContaining("has 1 parts");
    assertThat(failure("a\uFFFFb\uFFFFc")).hasMessageContaining("in the middle").satisfies(at(9));
    assertThat(failure(Samples.item("http://hpc.microsoft.com/EndOfGetResponse", "x", "Success")))
        .hasMessageContaining("no number");
    assertThat(failure(Samples.genericEnd(0, "Success") + Samples.item("a", "b", "c")))
        .hasMessageContaining("follows the end");
  }

  @Test
  void refusesWhatIsNotUtf8AndSaysWhere() {
    byte[] bytes =
        (Samples.item("a", "b", "c") + Samples.item("a", "0123456789", ""))
            .getBytes(StandardCharsets.UTF_8);
    bytes[10 + 4 + 5] = (byte) 0xC0;

    assertThat(failure(new GenericResponseReader(new ByteArrayInputStream(bytes))))
        .hasMessageContaining("not UTF-8")
        .satisfies(at(19));
  }

  @Test
  void boundsWhatOneResponseMayHold() {
    ResponseOptions limited = ResponseOptions.DEFAULT.withMaxItemSize(50_000);
    String fits = Samples.item("", "x".repeat(49_994), "");

    assertThat(failure(new GenericResponseReader(Samples.stream("x".repeat(200_000)), limited)))
        .hasMessageContaining("more than 50000 bytes")
        .satisfies(at(50_000));
    assertThat(failure(new GenericResponseReader(Samples.stream('x' + fits), limited)))
        .hasMessageContaining("more than 50000 bytes");
    assertThat(
            all(
                new GenericResponseReader(
                    Samples.stream(fits + fits + Samples.genericEnd(2, "Success")), limited)))
        .hasSize(2);
  }

  private static Consumer<SoaFormatException> at(long offset) {
    return e -> assertThat(e.offset()).isEqualTo(offset);
  }

  private static ResponseReader reader(String text) {
    return new GenericResponseReader(Samples.stream(text));
  }

  private static List<SoaResponse> all(ResponseReader reader) {
    List<SoaResponse> responses = new ArrayList<>();
    reader.forEachRemaining(responses::add);
    return responses;
  }

  private static SoaFormatException failure(String text) {
    return failure(reader(text));
  }

  private static SoaFormatException failure(ResponseReader reader) {
    try {
      List<SoaResponse> responses = all(reader);
      throw new AssertionError("read without a failure: " + responses.size());
    } catch (SoaReadException e) {
      assertThat(e.getCause()).isInstanceOf(SoaFormatException.class);
      return (SoaFormatException) e.getCause();
    }
  }
}
