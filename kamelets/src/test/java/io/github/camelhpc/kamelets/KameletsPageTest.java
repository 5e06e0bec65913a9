package io.github.camelhpc.kamelets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelhpc.azbatch.AzBatchComponent;
import io.github.camelhpc.azbatch.AzBatchConfiguration;
import io.github.camelhpc.dbapi.DbapiComponent;
import io.github.camelhpc.dbapi.DbapiConfiguration;
import io.github.camelhpc.hpcpack.HpcPackComponent;
import io.github.camelhpc.hpcpack.HpcPackConfiguration;
import io.github.camelhpc.hpcpack.JobResult;
import io.github.camelhpc.hpcsoa.HpcSoaComponent;
import io.github.camelhpc.hpcsoa.HpcSoaConfiguration;
import io.github.camelhpc.simulators.azbatch.AccountCredentials;
import io.github.camelhpc.test.DocumentedUris;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.Test;

/**
 * The page's tables are those of the definitions, and its routes run. {@code -Ddocs.update=true}
 * writes the tables anew.
 */
class KameletsPageTest extends KameletTestSupport {

  private static final Path PAGE = Path.of("../docs/kamelets.md");

  private static final String ROWS = "call,100,95,0.5,0.03,0.2\nput,100,95,0.5,0.03,0.2";

  /** The settings that the page shows among the properties. */
  @Override
  protected CamelContext createCamelContext() throws Exception {
    CamelContext context = super.createCamelContext();
    HpcPackConfiguration hpcPack =
        context.getComponent("hpcpack", HpcPackComponent.class).getConfiguration();
    hpcPack.setServiceUrl(simulator.hpcPackUrl());
    hpcPack.setUsername(USER);
    hpcPack.setPassword(PASSWORD);
    HpcSoaConfiguration hpcSoa =
        context.getComponent("hpcsoa", HpcSoaComponent.class).getConfiguration();
    hpcSoa.setServiceUrl(simulator.hpcSoaUrl());
    hpcSoa.setUsername(USER);
    hpcSoa.setPassword(PASSWORD);
    AzBatchConfiguration azBatch =
        context.getComponent("azbatch", AzBatchComponent.class).getConfiguration();
    azBatch.setServiceUrl(simulator.azBatchUrl());
    azBatch.setAccountName(AccountCredentials.DEFAULT_ACCOUNT);
    azBatch.setAccountKey(AccountCredentials.DEFAULT_KEY);
    DbapiConfiguration dbapi =
        context.getComponent("dbapi", DbapiComponent.class).getConfiguration();
    dbapi.setServiceUrl(simulator.dbapiUrl());
    dbapi.setUsername(USER);
    dbapi.setPassword(PASSWORD);
    return context;
  }

  private static List<String> examples() {
    try {
      return DocumentedUris.yamlBlocks(Files.readString(PAGE));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The example with this text, which polls more often than the page says. */
  private void loadExample(String text) throws Exception {
    String example =
        examples().stream().filter(block -> block.contains(text)).findFirst().orElseThrow();
    load(example.replaceAll("delay: \\d+s", "delay: 50ms"));
  }

  private MockEndpoint received(String direct) throws Exception {
    start(
        new RouteBuilder() {
          @Override
          public void configure() {
            from(direct).to("mock:received");
          }
        });
    return getMockEndpoint("mock:received");
  }

  private static List<String> texts(MockEndpoint received) {
    return received.getReceivedExchanges().stream()
        .map(exchange -> exchange.getMessage().getBody(String.class))
        .toList();
  }

  @Test
  void thePageHasTheTablesOfTheDefinitions() throws IOException {
    String page = Files.readString(PAGE);
    String expected = new KameletsPage(KameletFile.all()).updated(page);
    if (Boolean.getBoolean("docs.update")) {
      Files.writeString(PAGE, expected);
    }
    assertThat(page)
        .as("%s; mvn test -pl kamelets -am -Ddocs.update=true writes the tables anew", PAGE)
        .isEqualTo(expected);
  }

  @Test
  void thePageHasTheExamplesThatAreTestedHere() {
    assertThat(examples()).hasSize(10);
  }

  @Test
  void failedJobsAreTold() throws Exception {
    simulator.hpcPack().createJobs(1, Map.of("Name", "night"));
    MockEndpoint alerts = received("direct:alert");
    loadExample("kamelet:hpcpack-job-source");
    await().until(() -> simulator.requests().count("GET", "/hpc/jobs") > 1);

    simulator.hpcPack().setJobState(1, "Failed");

    await().until(() -> alerts.getReceivedCounter() == 1);
    assertThat(texts(alerts).get(0)).startsWith("job 1 night failed:");
  }

  @Test
  void jobsOfASecondClusterAreTold() throws Exception {
    context().getPropertiesComponent().addInitialProperty("test.password", PASSWORD);
    simulator.hpcPack().createJobs(1, Map.of("Name", "night"));
    MockEndpoint jobs = received("direct:jobs-of-the-test-cluster");
    String example =
        examples().stream()
            .filter(block -> block.contains("test.example.com"))
            .findFirst()
            .orElseThrow();

    load(
        example
            .replace("https://headnode.test.example.com/hpc", simulator.hpcPackUrl())
            .replace("TEST\\alice", USER));

    await().until(() -> jobs.getReceivedCounter() == 1);
  }

  @Test
  void aPipeIsARoute() throws Exception {
    simulator.hpcPack().createJobs(1, Map.of("Name", "night"));
    String pipe =
        examples().stream().filter(block -> block.contains("kind: Pipe")).findFirst().orElseThrow();

    load(pipe.replace("delay: 1s", "delay: 50ms").replace("log:jobs", "mock:received"));

    MockEndpoint jobs = getMockEndpoint("mock:received");
    await().until(() -> jobs.getReceivedCounter() == 1);
  }

  @Test
  void aSweepIsRun() throws Exception {
    loadExample("kamelet:hpcpack-run-job-action");

    JobResult job = call("direct:sweep", null).getMessage().getBody(JobResult.class);

    assertThat(job.state()).isEqualTo("Finished");
    assertThat(job.tasks()).hasSize(3);
  }

  @Test
  void responsesAreToldAsTheyCome() throws Exception {
    int session = simulator.hpcSoa().createSession("PricingService");
    call(
        "hpcsoa:sendRequests?batch=prices&commit=true&genericService=true&sessionId=" + session,
        List.of(ROWS.split("\n")));
    MockEndpoint answers = received("direct:answer");
    String example =
        examples().stream()
            .filter(block -> block.contains("kamelet:hpcsoa-batch-responses-source"))
            .findFirst()
            .orElseThrow();

    load(example.replace("4711", String.valueOf(session)).replace("delay: 1s", "delay: 50ms"));

    await().until(() -> answers.getReceivedCounter() == 2);
    assertThat(texts(answers)).allMatch(answer -> answer.matches("[12];\\d+\\.\\d+"));
  }

  @Test
  void aPriceListIsMade() throws Exception {
    MockEndpoint prices = received("direct:price");
    loadExample("kamelet:hpcsoa-run-batch-action");

    call("direct:price-list", ROWS);

    assertThat(prices.getReceivedCounter()).isEqualTo(2);
  }

  @Test
  void pricesAreReadAsTheyCome() throws Exception {
    MockEndpoint prices = received("direct:price");
    loadExample("outputType=StreamList");

    call("direct:all-prices", List.of(ROWS.split("\n")));

    assertThat(prices.getReceivedCounter()).isEqualTo(2);
    assertThat(simulator.hpcSoa().sessionCount()).isZero();
  }

  @Test
  void failedTasksAreTold() throws Exception {
    simulator.azBatch().createPool("render", 1);
    simulator.azBatch().createJob("night", "render", Map.of());
    simulator.azBatch().createTask("night", "frame-1", "fail 1");
    MockEndpoint alerts = received("direct:alert");

    loadExample("kamelet:azbatch-task-status-source");

    await().until(() -> alerts.getReceivedCounter() == 1);
    assertThat(texts(alerts)).containsExactly("task frame-1 exited with 3");
  }

  @Test
  void framesAreRendered() throws Exception {
    simulator.azBatch().createPool("render", 2);
    MockEndpoint frames = received("direct:frame");
    loadExample("kamelet:azbatch-run-tasks-action");

    call("direct:render", null);

    assertThat(texts(frames)).containsExactly("done", "done");
  }

  @Test
  void valuesAreToldAsTheyCome() throws Exception {
    MockEndpoint values = received("direct:value");
    loadExample("kamelet:dbapi-metrics-source");

    await().until(() -> values.getReceivedCounter() > 100);

    assertThat(texts(values).get(0)).matches("vm00\\d 20\\S+Z \\d+\\.\\d+");
  }
}
