package io.github.camelhpc.hpcsoa.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelhpc.hpcsoa.model.SoaResponse;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The action of a response is mostly that of the response before, but need not be. */
class GenericActionsTest {

  private static final String LONG = "l".repeat(3000);
  private static final List<String> ACTIONS =
      List.of("a", "a", "ab", "a", "ab", "ab", "", "", "ä", "ä", LONG, "ä", LONG, LONG, "", "a");

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 1_000_000})
  void eachResponseHasItsOwn(int atOnce) {
    StringBuilder sample = new StringBuilder();
    for (int i = 0; i < ACTIONS.size(); i++) {
      sample.append(Samples.item(ACTIONS.get(i), "out " + i, "a"));
    }
    sample.append(Samples.genericEnd(ACTIONS.size(), "Success"));

    List<SoaResponse> read = new ArrayList<>();
    new GenericResponseReader(inPieces(Samples.stream(sample.toString()), atOnce))
        .forEachRemaining(read::add);

    assertThat(read).extracting(SoaResponse::action).isEqualTo(ACTIONS);
    for (int i = 0; i < ACTIONS.size(); i++) {
      assertThat(read.get(i)).isEqualTo(SoaResponse.generic(ACTIONS.get(i), "out " + i, "a"));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {30_000, 32_000, 32_700, 32_765, 32_766, 32_767})
  void theBufferMayEndWithinIt(int sizeOfTheFirstOutput) {
    InputStream in =
        Samples.stream(
            Samples.item("action", "x".repeat(sizeOfTheFirstOutput), "id-1")
                + Samples.item("action", "out", "id-2")
                + Samples.item("actions", "out", "id-3")
                + Samples.genericEnd(3, "Success"));

    List<SoaResponse> read = new ArrayList<>();
    new GenericResponseReader(in).forEachRemaining(read::add);

    assertThat(read).extracting(SoaResponse::action).containsExactly("action", "action", "actions");
    assertThat(read).extracting(SoaResponse::userData).containsExactly("id-1", "id-2", "id-3");
  }

  private static InputStream inPieces(InputStream in, int atOnce) {
    return new FilterInputStream(in) {
      @Override
      public int read(byte[] target, int offset, int length) throws IOException {
        return super.read(target, offset, Math.min(length, atOnce));
      }
    };
  }
}
