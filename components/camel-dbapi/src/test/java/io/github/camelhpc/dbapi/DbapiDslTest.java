package io.github.camelhpc.dbapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelhpc.test.DocumentedUris;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples of the component's page. */
class DbapiDslTest extends DbapiTestSupport {

  @TempDir private Path folder;

  private static List<String> routesOfThePage() throws Exception {
    return DocumentedUris.yamlBlocks(Files.readString(TESTED.page())).stream()
        .filter(block -> block.startsWith("- from:"))
        .toList();
  }

  @Test
  void everyYamlRouteOfTheComponentsPageIsARoute() throws Exception {
    context().setAutoStartup(false);
    List<String> blocks = routesOfThePage();
    for (String block : blocks) {
      load(block);
    }

    assertThat(blocks).hasSizeGreaterThan(2);
    assertThat(context().getRoutes()).hasSameSizeAs(blocks);
  }

  @Test
  void theLoadOfTheLastHourIsWrittenIntoAFile() throws Exception {
    String route =
        routesOfThePage()
            .get(0)
            .replace("timer:hourly?period=1h", "direct:now")
            .replace("file:metrics", "file:" + folder)
            .replace("web.*", "vm00[12]")
            .replace("now-1h", "2026-01-31T11:00:00Z")
            .replace("endTime: now", "endTime: 2026-01-31T12:00:00Z");
    load(route);

    template().sendBody("direct:now", null);

    try (var files = Files.list(folder)) {
      Path written = files.findFirst().orElseThrow();
      assertThat(written.getFileName().toString()).matches("cpu-[0-9]{8}-[0-9]{4}[.]csv");
      assertThat(Files.readAllLines(written))
          .hasSizeGreaterThan(100)
          .anyMatch(line -> line.contains("vm001"))
          .anyMatch(line -> line.contains("vm002"))
          .noneMatch(line -> line.contains("vm003"));
    }
  }

  @Test
  void theValuesComeOneByOne() throws Exception {
    context()
        .addRoutes(
            new RouteBuilder() {
              @Override
              public void configure() {
                from("direct:load")
                    .to(
                        "dbapi:runQuery?startTime=20260131_110000&endTime=20260131_120000"
                            + "&resultFormat=ROWS&outputType=StreamList")
                    .split(body())
                    .streaming()
                    .filter(simple("${body.value} >= 0"))
                    .setBody(simple("${body.name} ${body.unit} ${body.time}"))
                    .to("mock:values");
              }
            });
    MockEndpoint values = context().getEndpoint("mock:values", MockEndpoint.class);
    values.expectedMinimumMessageCount(100);

    template().sendBody("direct:load", QUERY);

    values.assertIsSatisfied();
    assertThat(values.getExchanges().get(0).getMessage().getBody(String.class))
        .matches("vm00[123] \\S* ?2026-01-31T1[12]:.*");
  }
}
