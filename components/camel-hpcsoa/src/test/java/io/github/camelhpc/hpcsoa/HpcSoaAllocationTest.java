package io.github.camelhpc.hpcsoa;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelhpc.simulators.hpcsoa.SimulatedResponse;
import io.github.camelhpc.test.Allocations;
import java.util.Iterator;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;

/**
 * Bytes that the reading thread allocates for a response: the response itself, and what its parts
 * cost to find.
 */
class HpcSoaAllocationTest extends HpcSoaTestSupport {

  private static final int RESPONSES = 5_000;

  /** 955 were measured; 680 are the parser's, for the namespaces that each envelope declares. */
  @Test
  void aSoapResponse() throws Exception {
    assertThat(
            bytesPerResponse(
                "",
                index ->
                    SimulatedResponse.xml(
                        ECHO,
                        "urn:uuid:6f1de3f2-5c8c-4c41-9a0a-" + (100_000_000_000L + index),
                        "id-1",
                        "<EchoResponse xmlns=\"http://tempuri.org/\"><EchoResult>"
                            + (1_000_000 + index)
                            + "</EchoResult></EchoResponse>")))
        .isLessThan(1200);
  }

  /** 146 were measured: a record and two texts. */
  @Test
  void aGenericResponse() throws Exception {
    assertThat(
            bytesPerResponse(
                "&genericService=true",
                index -> SimulatedResponse.generic("id-1", "out " + (1_000_000 + index))))
        .isLessThan(190);
  }

  private long bytesPerResponse(String options, LongFunction<SimulatedResponse> response)
      throws Exception {
    int session = session("CcpEchoSvc");
    simulator.hpcSoa().generatedBatch(session, "b", RESPONSES, response);
    String batch = "reset=true&" + at(session, "b") + options;
    return Allocations.perRun(1, () -> readAll(batch)) / RESPONSES;
  }

  private void readAll(String options) throws Exception {
    Iterator<?> responses = responses(options);
    int read = 0;
    while (responses.hasNext()) {
      responses.next();
      read++;
    }
    assertThat(read).isEqualTo(RESPONSES);
  }
}
