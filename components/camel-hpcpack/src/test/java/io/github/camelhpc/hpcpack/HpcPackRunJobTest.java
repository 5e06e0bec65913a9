package io.github.camelhpc.hpcpack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelhpc.hpcpack.model.Job;
import io.github.camelhpc.hpcpack.model.Task;
import io.github.camelhpc.simulators.Fault;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One message makes a job, submits it and waits for it. */
class HpcPackRunJobTest extends HpcPackTestSupport {

  private static final Map<String, Object> DESCRIPTION =
      Map.of(
          "Name", "nightly",
          "MinCores", 2,
          "environmentVariables", Map.of("ALL", "a"),
          "customProperties", Map.of("ticket", "T-1"),
          "tasks",
              List.of(
                  Map.of(
                      "Name", "first",
                      "CommandLine", "quick one",
                      "environmentVariables", Map.of("MINE", "m")),
                  Map.of(
                      "Name",
                      "sweep",
                      "Type",
                      "ParametricSweep",
                      "StartValue",
                      1,
                      "EndValue",
                      3,
                      "IncrementValue",
                      1,
                      "CommandLine",
                      "quick *")));

  @TempDir Path folder;

  @Override
  protected RoutesBuilder createRouteBuilder() {
    return new RouteBuilder() {
      @Override
      public void configure() {
        from("direct:run").to("hpcpack:runJob?awaitTimeout=20s");
      }
    };
  }

  private CompletableFuture<Exchange> running(Object body, Map<String, Object> headers) {
    return template()
        .asyncSend(
            "direct:run",
            exchange -> {
              exchange.getMessage().setBody(body);
              exchange.getMessage().setHeaders(new java.util.HashMap<>(headers));
            });
  }

  private static Exchange get(CompletableFuture<Exchange> exchange) throws Exception {
    return exchange.get(20, TimeUnit.SECONDS);
  }

  private static Exchange ended(CompletableFuture<Exchange> running) throws Exception {
    await().until(() -> simulator.requests().count("POST", "/hpc/jobs/1/submit") == 1);
    // the request is counted before it is obeyed
    await().until(() -> !simulator.hpcPack().job(1).state().equals("Configuring"));
    advance(Duration.ofMinutes(5));
    return get(running);
  }

  @Test
  void givesTheJobAndItsTasks() throws Exception {
    Exchange exchange = ended(running(DESCRIPTION, Map.of()));

    assertThat(exchange.getException()).isNull();
    JobResult result = exchange.getMessage().getBody(JobResult.class);
    assertThat(result.id()).isEqualTo(1);
    assertThat(result.state()).isEqualTo("Finished");
    assertThat(result.isSuccessful()).isTrue();
    assertThat(result.properties()).containsEntry("Name", "nightly").containsEntry("MinCores", "2");
    assertThat(result.tasks()).hasSize(4);
    assertThat(result.tasks())
        .allSatisfy(
            task ->
                assertThat(task)
                    .containsEntry("State", "Finished")
                    .containsEntry("ExitCode", "0")
                    .containsEntry("Output", "done"));
    assertThat(exchange.getMessage().getHeader(HpcPackConstants.JOB_ID)).isEqualTo(1);
    assertThat(exchange.getMessage().getHeader(HpcPackConstants.STATE)).isEqualTo("Finished");
    Map<?, ?> variables =
        call("hpcpack:getTaskEnvironmentVariables?jobId=1&taskId=1", null)
            .getMessage()
            .getBody(Map.class);
    assertThat(variables.get("MINE")).isEqualTo("m");
    assertThat(call("hpcpack:getJobCustomProperties?jobId=1", null).getMessage().getBody(Map.class))
        .isEqualTo(Map.of("ticket", "T-1"));
  }

  @Test
  void tellsWhenTheJobStartedAndEnded() throws Exception {
    Instant submitted = simulator.clock().now();

    Exchange exchange = ended(running(DESCRIPTION, Map.of()));

    Instant started = exchange.getMessage().getHeader(HpcPackConstants.START_TIME, Instant.class);
    Instant ended = exchange.getMessage().getHeader(HpcPackConstants.END_TIME, Instant.class);
    assertThat(started).isBetween(submitted, submitted.plusSeconds(2));
    assertThat(ended).isAfter(started).isBefore(submitted.plus(Duration.ofMinutes(5)));
    Exchange awaited = call("hpcpack:awaitJob?jobId=1", null);
    assertThat(awaited.getMessage().getHeader(HpcPackConstants.START_TIME)).isEqualTo(started);
    assertThat(awaited.getMessage().getHeader(HpcPackConstants.END_TIME)).isEqualTo(ended);
  }

  @Test
  void aFormatOfTimesThatIsNotToldCostsTheTimesOnly() throws Exception {
    simulator
        .faults()
        .matching("GET", "/hpc/cluster/info/dateTimeFormat", Fault.status(400).body("no"), 99);

    Exchange exchange = ended(running(DESCRIPTION, Map.of()));

    assertThat(exchange.getMessage().getBody(JobResult.class).state()).isEqualTo("Finished");
    assertThat(exchange.getMessage().getHeader(HpcPackConstants.START_TIME)).isNull();
  }

  @Test
  void takesJsonJobXmlAFileAndAModel() throws Exception {
    String xml =
        "<?xml version=\"1.0\" encoding=\"utf-16\"?>\n"
            + "<Job Name=\"xml\"><Tasks><Task CommandLine=\"quick\"/></Tasks></Job>";
    Path file =
        Files.write(
            folder.resolve("job.xml"), ("\uFEFF" + xml).getBytes(StandardCharsets.UTF_16LE));
    Job model = new Job();
    model.setName("model");
    Task task = new Task();
    task.setCommandLine("quick");
    model.getTasks().add(task);
    Map<Object, String> bodies =
        Map.of(
            "{\"name\": \"json\", \"tasks\": [{\"commandLine\": \"quick\"}]}",
            "json",
            xml,
            "xml",
            Files.newInputStream(file),
            "xml",
            file.toFile(),
            "xml",
            model,
            "model");
    for (Map.Entry<Object, String> body : bodies.entrySet()) {
      simulator.reset();
      JobResult result =
          ended(running(body.getKey(), Map.of())).getMessage().getBody(JobResult.class);
      assertThat(result).as("%s", body.getKey()).isNotNull();
      assertThat(result.properties().get("Name")).isEqualTo(body.getValue());
      assertThat(result.state()).isEqualTo("Finished");
    }
  }

  @Test
  void withoutAwaitItGoesOnAtOnce() throws Exception {
    Exchange exchange = get(running(DESCRIPTION, Map.of(HpcPackConstants.AWAIT, false)));

    assertThat(exchange.getMessage().getBody()).isEqualTo(1);
    assertThat(exchange.getMessage().getHeader(HpcPackConstants.JOB_ID)).isEqualTo(1);
    assertThat(state(1)).isNotEqualTo("Configuring");
  }

  @Test
  void aFailedJobIsAnExceptionIfAskedFor() throws Exception {
    Map<String, Object> failing =
        Map.of("tasks", List.of(Map.of("CommandLine", "fail"), Map.of("CommandLine", "quick")));

    Exchange exchange =
        ended(running(failing, Map.of(HpcPackConstants.FAIL_ON_UNSUCCESSFUL, true)));

    assertThat(exchange.getException()).isInstanceOf(HpcPackJobFailedException.class);
    HpcPackJobFailedException failure = (HpcPackJobFailedException) exchange.getException();
    assertThat(failure.getJobId()).isEqualTo(1);
    assertThat(failure.getState()).isEqualTo("Failed");
    assertThat(failure.getResult().tasks())
        .extracting(task -> task.get("ExitCode"))
        .containsExactly("3", "0");
    assertThat(exchange.getMessage().getBody()).isSameAs(failing);
  }

  @Test
  void aHalfMadeJobIsCancelledAndNamed() throws Exception {
    simulator.faults().matching("POST", "/hpc/jobs/1/tasks", Fault.status(400).body("no"), 1);

    Exchange exchange = get(running(DESCRIPTION, Map.of()));

    assertThat(exchange.getException())
        .isInstanceOf(HpcPackJobFailedException.class)
        .hasMessageContaining("job 1 was made but could not be submitted, and was cancelled")
        .hasMessageContaining("hpcpack:addTask failed with HTTP status 400");
    assertThat(((HpcPackJobFailedException) exchange.getException()).getJobId()).isEqualTo(1);
    assertThat(state(1)).isEqualTo("Canceled");
    assertThat(exchange.getMessage().getBody()).isSameAs(DESCRIPTION);
  }

  @Test
  void aJobThatCannotBeCancelledEitherIsNamed() throws Exception {
    simulator.faults().matching("POST", "/hpc/jobs/1/.*", Fault.status(500).body("down"), 99);

    Exchange exchange = get(running(DESCRIPTION, Map.of()));

    assertThat(exchange.getException())
        .hasMessageContaining("job 1 was made but could not be submitted")
        .hasMessageContaining("could not be cancelled either");
  }

  @Test
  void aLostAnswerToSubmitIsNoFailure() throws Exception {
    simulator.faults().matching("POST", "/hpc/jobs/1/submit", Fault.resetInBody(), 1);

    Exchange exchange = ended(running(DESCRIPTION, Map.of()));

    assertThat(exchange.getException()).isNull();
    assertThat(exchange.getMessage().getBody(JobResult.class).state()).isEqualTo("Finished");
  }

  @Test
  void aBadDescriptionIsRefusedBeforeAnyRequest() throws Exception {
    Exchange exchange =
        get(running(Map.of("tasks", List.of(Map.of("minCores", List.of(1)))), Map.of()));

    assertThat(exchange.getException())
        .hasMessageContaining("hpcpack:runJob cannot run the body")
        .hasMessageContaining("tasks[0].minCores");
    assertThat(simulator.requests().count()).isZero();
  }
}
