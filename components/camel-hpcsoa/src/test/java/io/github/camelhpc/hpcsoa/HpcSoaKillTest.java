package io.github.camelhpc.hpcsoa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelhpc.hpcsoa.model.SoaResponse;
import io.github.camelhpc.test.ChildJvm;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.processor.idempotent.FileIdempotentRepository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that reads a batch is killed in the middle of it and started again. */
class HpcSoaKillTest extends HpcSoaTestSupport {

  private static final int REQUESTS = 60;
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  @TempDir Path folder;

  @Test
  void everyResponseComesToTheFileOnce() throws Exception {
    int session = sentBatch(REQUESTS, true);
    Path file = folder.resolve("responses.txt");

    Process killed = reader(session, "id-33");
    await().atMost(PATIENCE).until(() -> Files.exists(folder.resolve("stuck")));
    killed.destroyForcibly().waitFor();
    assertThat(Files.readAllLines(file)).hasSizeBetween(20, REQUESTS - 1);

    Process again = reader(session, "none");
    assertThat(again.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(Files.readAllLines(file))
        .containsExactlyInAnyOrderElementsOf(
            IntStream.rangeClosed(1, REQUESTS).mapToObj(i -> "id-" + i).toList());
  }

  private Process reader(int session, String stuckAt) throws Exception {
    return ChildJvm.of(
            128, Reading.class, simulator.hpcSoaUrl(), at(session, "b"), folder.toString(), stuckAt)
        .start(new File(folder.toFile(), "log.txt"));
  }

  /** Writes the user data of each response to a file; ends after the last, unless it gets stuck. */
  public static final class Reading {

    private Reading() {}

    public static void main(String[] arguments) throws Exception {
      Path folder = Path.of(arguments[2]);
      try (DefaultCamelContext context = new DefaultCamelContext()) {
        context.addComponent("hpcsoa", HpcSoaTestSupport.component(arguments[0]));
        FileIdempotentRepository seen = new FileIdempotentRepository();
        seen.setFileStore(folder.resolve("seen.txt").toFile());
        context.getRegistry().bind("seen", seen);
        context.addRoutes(
            new RouteBuilder() {
              @Override
              public void configure() {
                from("hpcsoa:getResponses?count=20&delay=50&initialDelay=0"
                        + "&idempotentRepository=#seen&"
                        + arguments[1])
                    .routeId("read")
                    .filter(body().isNotNull())
                    .process(e -> stick(e.getMessage().getBody(SoaResponse.class).userData()))
                    .setBody(simple("${header.CamelHpcSoaUserData}"))
                    .to(
                        "file:"
                            + folder
                            + "?fileName=responses.txt&fileExist=Append&appendChars=\\n")
                    .end()
                    .filter(header(HpcSoaConstants.COMPLETE))
                    .process(e -> Files.createFile(folder.resolve("complete")));
              }

              private void stick(String userData) throws Exception {
                if (userData.equals(arguments[3])) {
                  Files.createFile(folder.resolve("stuck"));
                  Thread.currentThread().join();
                }
              }
            });
        context.start();
        await().atMost(Duration.ofMinutes(5)).until(() -> Files.exists(folder.resolve("complete")));
        // the service is told of the last ones by one more question
        await().atMost(PATIENCE).until(() -> context.getInflightRepository().size() == 0);
      }
    }
  }
}
