package io.github.camelhpc.hpcsoa;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.github.camelhpc.simulators.hpcsoa.SimulatedResponse;
import java.lang.management.ManagementFactory;
import java.util.Iterator;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;

/**
 * Bytes that the reading thread allocates for a response: the response itself, and what its parts
 * cost to find.
 */
class HpcSoaAllocationTest extends HpcSoaTestSupport {

  private static final int RESPONSES = 5_000;
  private static final int READS = 5;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

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
    long least = Long.MAX_VALUE;
    // the first ones are read before the code is compiled
    for (int i = 0; i < READS; i++) {
      long before = THREADS.getCurrentThreadAllocatedBytes();
      readAll("reset=true&" + at(session, "b") + options);
      least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before);
    }
    return least / RESPONSES;
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
