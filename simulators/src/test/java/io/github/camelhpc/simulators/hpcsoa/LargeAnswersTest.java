package io.github.camelhpc.simulators.hpcsoa;

import static io.github.camelhpc.simulators.hpcsoa.SoaClient.batch;
import static io.github.camelhpc.simulators.hpcsoa.SoaClient.generic;
import static io.github.camelhpc.simulators.hpcsoa.SoaClient.responsePath;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelhpc.simulators.RunningSimulators;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Answers that are made as they are written, and uploads of many requests. */
@Timeout(120)
class LargeAnswersTest {

  private static final int MANY = Integer.getInteger("soa.responses", 200_000);
  private static final String ACTION = "http://tempuri.org/IEcho/Echo";
  private static final long LITTLE_MEMORY = 64L << 20;

  @RegisterExtension static final RunningSimulators SIMULATORS = new RunningSimulators();

  private final AtomicLong made = new AtomicLong();
  private SoaClient client;
  private HpcSoaSimulator soa;
  private int session;

  @BeforeEach
  void session() {
    client = SoaClient.of(SIMULATORS.get());
    soa = SIMULATORS.get().hpcSoa();
    session = soa.createSession("CcpEchoSvc");
  }

  private SimulatedResponse soapResponse(long index) {
    made.incrementAndGet();
    return SimulatedResponse.xml(
        ACTION,
        "urn:uuid:" + index,
        "id-" + index,
        "<EchoResponse xmlns=\"http://tempuri.org/\"><EchoResult>"
            + "answer ".repeat(8)
            + index
            + "</EchoResult></EchoResponse>");
  }

  @Test
  void manySoapResponsesTakeLittleMemory() throws Exception {
    soa.generatedBatch(session, "b", MANY, this::soapResponse);
    assertThat(client.status(session, "b")).isEqualTo("3");
    long before = usedMemory();

    long bytes;
    String tail;
    try (InputStream stream = client.stream(batch(session, "b") + "/Response").body()) {
      Tail last = new Tail();
      bytes = last.readAll(stream, MANY * 400L, () -> usedMemory() - before);
      tail = last.text();
      assertThat(last.memoryInTheMiddle()).isLessThan(LITTLE_MEMORY);
    }

    assertThat(bytes).isGreaterThan(MANY * 830L);
    assertThat(tail)
        .contains(
            "<HPCServer2008_Broker_UserDataNS xmlns=\"http://www.microsoft.com/hpc\">id-"
                + (MANY - 1))
        .endsWith(
            "<Count>"
                + MANY
                + "</Count><Reason>Success</Reason></EndOfResponses></s:Body></s:Envelope>"
                + "</HPCServer2008_WebAPI_MessageArray>");
    assertThat(made).hasValue(MANY);
    assertThat(soa.batch(session, "b").stored()).isEqualTo(MANY);
  }

  @Test
  void slowReaderHoldsTheServerBack() throws Exception {
    soa.generatedBatch(session, "b", 1_000_000, this::soapResponse);

    try (InputStream stream = client.stream(batch(session, "b") + "/Response").body()) {
      assertThat(stream.readNBytes(100)).hasSize(100);
      AtomicLong last = new AtomicLong(-1);
      await().until(() -> last.getAndSet(made.get()) == made.get());
      // the buffers of the client, the operating system and the server
      assertThat(made).hasValueLessThan(100_000);
      assertThat(client.status(session, "b")).isEqualTo("3");
    }
  }

  @Test
  void generatedBatchHasACursor() {
    soa.generatedBatch(
        session, "b", 5, index -> SimulatedResponse.generic("u" + index, "o" + index));

    assertThat(client.userData(session, "b", "count=2")).containsExactly("u0", "u1", "Success");
    assertThat(client.userData(session, "b", "count=2&reset=true"))
        .containsExactly("u0", "u1", "Success");
    assertThat(client.userData(session, "b", "count=2")).containsExactly("u2", "u3", "Success");
    assertThat(client.userData(session, "b", "reset=true"))
        .containsExactly("u2", "u3", "u4", "Success");
    assertThat(client.userData(session, "b", "")).containsExactly("Success");
  }

  @Test
  void manyGenericResponsesStreamToo() throws Exception {
    soa.generatedBatch(
        session, "b", MANY, index -> SimulatedResponse.generic("u" + index, "o" + index));

    try (InputStream stream = client.stream(responsePath(session, "b", "")).body()) {
      Tail last = new Tail();
      assertThat(last.readAll(stream, 0, () -> 0L)).isGreaterThan(MANY * 90L);
      assertThat(last.text()).endsWith("\uFFFF" + MANY + "\uFFFFSuccess\u0000");
    }
  }

  @Test
  void uploadKeepsNothingButTheRequests() {
    int dropped = client.createSession("CcpEchoSvc");
    client.sendGeneric(dropped, "b", "only");
    byte[] piece = generic("x".repeat(1000)).repeat(1000).getBytes(StandardCharsets.UTF_8);
    long before = usedMemory();

    client
        .with("Content-Type", "application/octet-stream")
        .post(
            batch(dropped, "b") + "?genericservice=true",
            HttpRequest.BodyPublishers.ofInputStream(() -> new Repeated(piece, 60)));

    assertThat(usedMemory() - before).isLessThan(LITTLE_MEMORY);
    assertThat(client.userData(dropped, "b", "")).containsExactly("only", "Success");
  }

  private static long usedMemory() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  /** Reads to the end and keeps the last bytes only. */
  private static final class Tail {
    private final byte[] buffer = new byte[1 << 16];
    private String text = "";
    private long memory;

    long readAll(InputStream stream, long middle, LongSupplier measure) throws IOException {
      long bytes = 0;
      boolean measured = false;
      for (int n = stream.read(buffer); n >= 0; n = stream.read(buffer)) {
        bytes += n;
        if (!measured && bytes > middle) {
          measured = true;
          memory = measure.getAsLong();
        }
        String end =
            new String(buffer, Math.max(0, n - 2000), Math.min(n, 2000), StandardCharsets.UTF_8);
        text = text.substring(Math.max(0, text.length() - 2000)) + end;
      }
      return bytes;
    }

    String text() {
      return text;
    }

    long memoryInTheMiddle() {
      return memory;
    }
  }

  /** The same bytes several times. */
  private static final class Repeated extends InputStream {
    private final byte[] piece;
    private long left;
    private int position;

    Repeated(byte[] piece, int times) {
      this.piece = piece;
      left = (long) piece.length * times;
    }

    @Override
    public int read() {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
      if (left == 0) {
        return -1;
      }
      int n = (int) Math.min(left, Math.min(length, piece.length - position));
      System.arraycopy(piece, position, target, offset, n);
      position = (position + n) % piece.length;
      left -= n;
      return n;
    }
  }
}
