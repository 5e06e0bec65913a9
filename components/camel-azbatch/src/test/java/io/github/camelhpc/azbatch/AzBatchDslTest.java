package io.github.camelhpc.azbatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelhpc.azbatch.model.JobAddParameter;
import io.github.camelhpc.test.DocumentedUris;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples of the component's page, and the forms that a URI can have. */
class AzBatchDslTest extends AzBatchTestSupport {

  @TempDir private File folder;

  private static List<String> yamlOfThePage() throws Exception {
    return DocumentedUris.yamlBlocks(Files.readString(TESTED.page()));
  }

  private String yamlWith(String text) throws Exception {
    return yamlOfThePage().stream()
        .filter(block -> block.contains(text))
        .findFirst()
        .orElseThrow()
        .replaceAll("file:(output|report|frames)", "file:" + folder);
  }

  @Test
  void everyYamlOfTheComponentsPageIsARoute() throws Exception {
    context().setAutoStartup(false);
    List<String> blocks = yamlOfThePage();
    for (String block : blocks) {
      load(block);
    }

    assertThat(blocks).hasSizeGreaterThan(4);
    assertThat(context().getRoutes()).hasSameSizeAs(blocks);
  }

  @Test
  void aJobIsRunAndWhatItsTasksWroteIsKept() throws Exception {
    simulator.azBatch().createPool("render", 2);
    load(yamlWith("runTasks"));

    CompletableFuture<Exchange> run = template().asyncSend("direct:render", exchange -> {});
    await()
        .until(
            () -> {
              advance(Duration.ofSeconds(1));
              return run.isDone();
            });

    assertThat(run.join().getException()).isNull();
    assertThat(folder.list()).containsExactlyInAnyOrder("frame-1.txt", "frame-2.txt");
    advance(Duration.ofSeconds(1));
    assertThat(list("azbatch:listJobs")).as("it was deleted").isEmpty();
  }

  @Test
  void failedTasksAreReported() throws Exception {
    job("night");
    simulator.azBatch().createTask("night", "frame-1", "fail");
    simulator.azBatch().createTask("night", "frame-2", "run");
    advance(Duration.ofMinutes(1));
    load(yamlWith("direct:report"));

    call("direct:report", null);

    assertThat(folder.toPath().resolve("failed.txt")).hasContent("frame-1 3");
  }

  @Test
  void aLargeFileIsFetched() throws Exception {
    jobWithCompletedTask("night", "frame-1");
    byte[] frame = new byte[1 << 20];
    frame[frame.length - 1] = 7;
    simulator.azBatch().writeTaskFile("night", "frame-1", "wd/frame.exr", frame);
    load(yamlWith("direct:fetch"));

    call("direct:fetch", null);

    Path file = folder.toPath().resolve("frame-1.exr");
    assertThat(Files.readAllBytes(file)).isEqualTo(frame);
  }

  @Test
  void pagesAreReadOneByOne() throws Exception {
    job("night");
    for (int i = 0; i < 5; i++) {
      task("night", "t" + i);
    }
    start(
        new RouteBuilder() {
          @Override
          public void configure() {
            from("direct:pages")
                .to("azbatch:listTasks?jobId=night&outputType=Page&maxResults=2")
                .to("mock:page")
                .loopDoWhile(header("CamelAzBatchNextLink").isNotNull())
                .to("azbatch:listTasks?jobId=night&outputType=Page&maxResults=2")
                .to("mock:page");
          }
        });
    MockEndpoint pages = getMockEndpoint("mock:page");

    call("direct:pages", null);

    assertThat(pages.getReceivedExchanges())
        .extracting(page -> page.getMessage().getBody(List.class).size())
        .containsExactly(2, 2, 1);
    assertThat(requests("GET", "/jobs/night/tasks")).hasSize(3);
  }

  @Test
  void aJobIsRaisedIfNobodyHasChangedIt() throws Exception {
    job("night");
    start(
        new RouteBuilder() {
          @Override
          public void configure() {
            from("direct:raise")
                .to("azbatch:getJob?jobId=night")
                .setHeader("CamelAzBatchIfMatch", header("CamelAzBatchETag"))
                .setBody(constant(Map.of("priority", 500)))
                .to("azbatch:patchJob?jobId=night");
          }
        });

    call("direct:raise", null);

    assertThat(simulator.azBatch().job("night").getInteger("priority")).isEqualTo(500);
    assertThat(lastRequest().header("If-Match")).startsWith("0x");
  }

  @Test
  void aMissingPreparationTaskIsTakenForNothingToReport() throws Exception {
    job("night");
    start(
        new RouteBuilder() {
          @Override
          public void configure() {
            onException(AzBatchException.class)
                .onWhen(simple("${exception.noPreparationTask}"))
                .handled(true)
                .setBody(constant("nothing to report"));
            from("direct:night").toD("azbatch:listPreparationAndReleaseTaskStatus?jobId=night");
          }
        });

    assertThat(answer("direct:night", null)).isEqualTo("nothing to report");
  }

  @Test
  void aJobOfTheModelIsAdded() throws Exception {
    start(
        new RouteBuilder() {
          @Override
          public void configure() {
            from("direct:add")
                .setBody(
                    exchange ->
                        new JobAddParameter("night", POOL)
                            .preparationTask("/bin/sh -c 'fetch-scene'"))
                .to("azbatch:addJob");
          }
        });

    call("direct:add", null);

    assertThat(simulator.azBatch().job("night").getJsonObject("jobPreparationTask").getString("id"))
        .isEqualTo("jobpreparation");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "azbatch:getJob?jobId=night",
        "azbatch://getJob?jobId=night",
        "azbatch:GETJOB?jobId=night",
        "azbatch:getJob?jobId=RAW(night)",
        "azbatch:getJob?jobId={{job}}"
      })
  void theFormsOfAUri(String uri) {
    job("night");
    context().getPropertiesComponent().addInitialProperty("job", "night");

    assertThat(object(uri)).containsEntry("id", "night");
  }

  @Test
  void toDWithChangingIdsMakesOneEndpoint() throws Exception {
    load(
        """
        - from:
            uri: direct:state
            steps:
              - toD: "azbatch:getTask?jobId=${header.job}&taskId=${header.task}"
              - setBody:
                  simple: "${body[state]}"
        """);
    List<Object> states = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      job("job-" + i);
      task("job-" + i, "a-b");
      Map<String, Object> ids = Map.of("job", "job-" + i, "task", "a-b");
      states.add(call("direct:state", null, ids).getMessage().getBody());
    }

    assertThat(states).hasSize(5).containsOnly("active");
    assertThat(context().getEndpoints())
        .filteredOn(endpoint -> endpoint.getEndpointUri().startsWith("azbatch:"))
        .hasSize(1);
  }
}
