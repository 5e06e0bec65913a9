package io.github.camelhpc.hpcsoa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelhpc.hpcsoa.model.SoaResponse;
import io.github.camelhpc.test.DocumentedUris;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples of the component's page. */
class HpcSoaDslTest extends HpcSoaTestSupport {

  @TempDir private File folder;

  @Test
  void everyYamlOfTheComponentsPageIsARoute() throws Exception {
    context().setAutoStartup(false);
    context().getRegistry().bind("seen", new MemoryIdempotentRepository());
    List<String> blocks = DocumentedUris.yamlBlocks(Files.readString(TESTED.page()));
    for (String block : blocks) {
      load(block.replace("file:inbox", "file:" + folder + "/inbox?autoCreate=true"));
    }

    assertThat(blocks).hasSizeGreaterThan(3);
    assertThat(context().getRoutes()).hasSameSizeAs(blocks);
  }

  @Test
  void aFileOfRowsIsPriced() throws Exception {
    String block = DocumentedUris.yamlBlocks(Files.readString(TESTED.page())).get(0);
    load(
        block
            .replace("file:inbox", "file:" + folder)
            .replace("file:answers", "file:" + folder + "/answers"));
    Files.writeString(
        folder.toPath().resolve("rows.csv"),
        "call,100,95,0.5,0.03,0.2\nput,100,95,0.5,0.03,0.2\nput,100,none\n");
    Path prices = folder.toPath().resolve("answers/prices.csv");

    await().until(() -> simulator.hpcSoa().sessionCount() == 0 && Files.exists(prices));

    await()
        .untilAsserted(
            () -> {
              List<String> lines = new ArrayList<>(Files.readAllLines(prices));
              Collections.sort(lines);
              assertThat(lines).hasSize(3);
              assertThat(lines.get(0)).matches("1;9\\.\\d{6}");
              assertThat(lines.get(1)).matches("2;2\\.\\d{6}");
              assertThat(lines.get(2)).startsWith("3;");
            });
  }

  @Test
  void aSessionIsKeptByTheRouteItself() throws Exception {
    List<SoaResponse> answers = Collections.synchronizedList(new ArrayList<>());
    context()
        .addRoutes(
            new RouteBuilder() {
              @Override
              public void configure() {
                from("direct:answer")
                    .process(e -> answers.add(e.getMessage().getBody(SoaResponse.class)));
                from("direct:echo")
                    .setHeader("requests", body())
                    .to("hpcsoa:createSession?serviceName=CcpEchoSvc")
                    .setBody(header("requests"))
                    .to("hpcsoa:sendRequests?batch=b&commit=true")
                    .to("hpcsoa:awaitBatch?batch=b&awaitTimeout=10m")
                    .to("hpcsoa:getResponses?batch=b&reset=true")
                    .split(body())
                    .streaming()
                    .to("direct:answer")
                    .end()
                    .to("hpcsoa:purgeBatch?batch=b")
                    .to("hpcsoa:closeSession");
              }
            });

    call("direct:echo", echoes(5));

    assertThat(answers).hasSize(5).noneMatch(SoaResponse::failed);
    assertThat(simulator.hpcSoa().sessionCount()).isZero();
  }

  @Test
  void toDWithChangingIdsMakesOneEndpoint() throws Exception {
    load(
        """
        - from:
            uri: direct:status
            steps:
              - toD: "hpcsoa:getRequestStatus?sessionId=${header.session}&batch=b"
              - setBody:
                  simple: "${header.CamelHpcSoaStatus}"
        """);
    for (int i = 0; i < 5; i++) {
      int session = session("CcpEchoSvc");
      assertThat(call("direct:status", null, Map.of("session", session)).getMessage().getBody())
          .isEqualTo("Ready");
    }

    assertThat(context().getEndpoints())
        .filteredOn(e -> e.getEndpointUri().startsWith("hpcsoa:"))
        .hasSize(1);
  }
}
