package io.github.camelhpc.azbatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.camelhpc.simulators.Fault;
import io.github.camelhpc.test.ChildJvm;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.StreamCache;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of tasks, as streams and as headers. */
class AzBatchFilesTest extends AzBatchTestSupport {

  private static final int LARGE = 50 << 20;
  private static final String FILE = "azbatch:getTaskFile?jobId=j&taskId=t";

  @BeforeEach
  void makeTask() {
    jobWithCompletedTask("j", "t");
  }

  @Override
  protected RoutesBuilder createRouteBuilder() {
    return new RouteBuilder() {
      @Override
      public void configure() {
        from("direct:read").to(FILE).convertBodyTo(String.class);
        from("direct:begin")
            .noStreamCaching()
            .to(FILE + "&maxConnections=1")
            .process(AzBatchFilesTest::readBeginning);
        from("direct:fail")
            .noStreamCaching()
            .to(FILE + "&maxConnections=1")
            .throwException(new IllegalStateException("the route fails"));
      }
    };
  }

  private static void readBeginning(Exchange exchange) throws IOException {
    InputStream content = (InputStream) exchange.getMessage().getBody();
    assertThat(content).isNotInstanceOf(StreamCache.class);
    exchange.getMessage().setBody(content.readNBytes(10).length);
  }

  private void file(String path, String content) {
    file(path, content.getBytes(StandardCharsets.UTF_8));
  }

  private void file(String path, byte[] content) {
    simulator.azBatch().writeTaskFile("j", "t", path, content);
  }

  private static Map<String, Object> path(String path) {
    return Map.of(AzBatchConstants.FILE_PATH, path);
  }

  private Object read(String path) {
    return call("direct:read", null, path(path)).getMessage().getBody();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"out.csv", "wd/out.csv", "wd/a b/c+d&e=f.txt", "wd/größe%2F#1?.txt", "wd/..a/b"})
  void aPathIsOneSegmentWhateverIsInIt(String path) {
    file(path, "content of " + path);

    assertThat(read(path)).isEqualTo("content of " + path);
    assertThat(lastRequest().path().substring("/jobs/j/tasks/t/files/".length()))
        .doesNotContain("/", "+", "#");
  }

  @ParameterizedTest
  @ValueSource(strings = {"wd/../stdout.txt", "../t/stdout.txt", "wd/none.txt"})
  void aFileThatIsNotThereIsNotFound(String path) {
    AzBatchException refusal = refusal(send(FILE, "kept", path(path)));

    assertThat(refusal.getStatusCode()).isEqualTo(404);
    assertThat(refusal.getServiceCode()).isEqualTo("FileNotFound");
    assertThat(lastRequest().path()).isEqualTo("/jobs/j/tasks/t/files/" + path.replace("/", "%2F"));
  }

  @Test
  void aTaskThatHasNotRunHasNoFiles() {
    task("j", "later");

    assertThat(refusal("azbatch:getTaskFile?jobId=j&taskId=later&filePath=stdout.txt", null))
        .hasMessageContaining("409 (TaskFilesUnavailable)");
  }

  @ParameterizedTest
  @CsvSource({"bytes=0-4,hello", "bytes=6-10,world", "bytes=6-,world"})
  void aRangeIsAPart(String range, String part) {
    file("greeting.txt", "hello world");

    Exchange exchange =
        call(
            "direct:read",
            null,
            Map.of(AzBatchConstants.FILE_PATH, "greeting.txt", AzBatchConstants.RANGE, range));

    assertThat(exchange.getMessage().getBody()).isEqualTo(part);
    assertThat(lastRequest().status()).isEqualTo(206);
    assertThat(lastRequest().header("ocp-range")).isEqualTo(range);
  }

  /** Only 200 is documented, also for a part (facts/azbatch.md §2.6). */
  @Test
  void aRangeThatIsAnsweredLikeAWholeFileIsTakenToo() {
    simulator.faults().next(Fault.status(200).body("hello"));

    assertThat(
            call(
                    "direct:read",
                    null,
                    Map.of("CamelAzBatchFilePath", "x", "CamelAzBatchRange", "bytes=0-4"))
                .getMessage()
                .getBody())
        .isEqualTo("hello");
  }

  @Test
  void aRangeBehindTheEndIsRefused() {
    file("greeting.txt", "hello");

    assertThat(refusal(FILE + "&filePath=greeting.txt&range=bytes=90-99", null))
        .hasMessageContaining("416 (InvalidRange)");
  }

  @Test
  void propertiesAreHeaders() {
    file("wd/out.txt", "12345");

    Exchange exchange =
        call(
            "azbatch:getTaskFileProperties?jobId=j&taskId=t&filePath=wd/out.txt",
            "kept",
            Map.of(AzBatchConstants.CREATION_TIME, "of another file"));

    assertThat(exchange.getMessage().getBody()).isEqualTo("kept");
    assertThat(exchange.getMessage().getHeaders())
        .contains(
            entry(AzBatchConstants.CONTENT_LENGTH, 5L),
            entry(AzBatchConstants.CONTENT_TYPE, "text/plain"),
            entry(AzBatchConstants.LAST_MODIFIED, START.plusSeconds(60)),
            entry(AzBatchConstants.FILE_MODE, "0100644"),
            entry(AzBatchConstants.IS_DIRECTORY, false))
        .hasEntrySatisfying(
            AzBatchConstants.FILE_URL, url -> assertThat(url.toString()).contains("out.txt"))
        .doesNotContainKey(AzBatchConstants.CREATION_TIME);
    assertThat(simulator.requests().count("HEAD", lastRequest().path())).isEqualTo(1);
  }

  @Test
  void aDirectoryIsToldFromAFile() {
    assertThat(
            call("azbatch:getTaskFileProperties?jobId=j&taskId=t&filePath=wd", null)
                .getMessage()
                .getHeader(AzBatchConstants.IS_DIRECTORY))
        .isEqualTo(true);
  }

  @ParameterizedTest
  @ValueSource(strings = {"getTaskFile", "getTaskFileProperties"})
  void aFileThatHasNotChangedIsNotReadAgain(String operation) {
    file("out.txt", "12345");
    String uri = "azbatch:" + operation + "?jobId=j&taskId=t&filePath=out.txt&ifModifiedSince=";

    assertThat(refusal(uri + START.plusSeconds(60), null).getStatusCode()).isEqualTo(304);
    call(uri + START.plusSeconds(59), null);
  }

  @Test
  void aStreamThatIsLeftHalfReadGivesItsConnectionBack() {
    file("large.bin", new byte[LARGE]);

    assertTimeoutPreemptively(
        Duration.ofSeconds(60),
        () -> {
          for (int i = 0; i < 3; i++) {
            Exchange begun = call("direct:begin", null, path("large.bin"));
            assertThat(begun.getMessage().getBody()).isEqualTo(10);
            assertThat(send("direct:fail", null, path("large.bin")).getException())
                .hasMessage("the route fails");
          }
        });
  }

  @Test
  void aFileThatBreaksOffIsNoFile() {
    file("wd/out.txt", "x".repeat(100_000));
    simulator.faults().next(Fault.resetInBody());

    assertThat(send("direct:read", null, path("wd/out.txt")).getException())
        .hasStackTraceContaining(
            "azbatch:getTaskFile: " + simulator.azBatchUrl() + " broke the connection off");
  }

  @Test
  void fiftyMegabytesAreReadByAJvmOf32() throws Exception {
    file("large.bin", new byte[LARGE]);

    String printed =
        ChildJvm.of(32, Reading.class, simulator.azBatchUrl()).output(Duration.ofMinutes(1));

    assertThat(printed).contains("read " + LARGE + " bytes");
  }

  /** Reads the large file, and counts its bytes. */
  public static final class Reading {

    private Reading() {}

    public static void main(String[] arguments) throws Exception {
      try (DefaultCamelContext context = new DefaultCamelContext()) {
        context.addComponent("azbatch", component(arguments[0]));
        context.addRoutes(
            new RouteBuilder() {
              @Override
              public void configure() {
                from("direct:count")
                    .noStreamCaching()
                    .to(FILE + "&filePath=large.bin&maxResponseSize=1000")
                    .process(Reading::count);
              }
            });
        context.start();
        Object count = context.createProducerTemplate().requestBody("direct:count", (Object) null);
        System.out.println("read " + count + " bytes");
      }
    }

    private static void count(Exchange exchange) throws IOException {
      byte[] piece = new byte[64 << 10];
      long count = 0;
      InputStream content = (InputStream) exchange.getMessage().getBody();
      for (int read = content.read(piece); read >= 0; read = content.read(piece)) {
        count += read;
      }
      exchange.getMessage().setBody(count);
    }
  }
}
