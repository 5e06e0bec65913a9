package io.github.camelhpc.azbatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelhpc.simulators.Fault;
import io.github.camelhpc.simulators.HpcSimulatorsBuilder;
import io.github.camelhpc.simulators.task.SimulatedTaskRules;
import io.github.camelhpc.simulators.task.SimulatedTaskRules.Outcome;
import io.github.camelhpc.simulators.task.TaskRunner;
import io.github.camelhpc.support.operation.InvalidParameterException;
import io.github.camelhpc.test.CapturedLog;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeTimedOutException;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.model.ProcessorDefinition;
import org.apache.camel.model.RouteDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One message makes a job with its tasks, waits for them, and gives what they wrote. */
class AzBatchRunTasksTest extends AzBatchTestSupport {

  private static final List<Map<String, Object>> TASKS =
      List.of(
          Map.of("id", "t1", "commandLine", "hello"),
          Map.of("id", "t2", "commandLine", "fail"),
          Map.of("id", "t3", "commandLine", "hello"));

  @Override
  HpcSimulatorsBuilder simulatorSettings() {
    SimulatedTaskRules rules =
        SimulatedTaskRules.standard()
            .when("hello", Outcome.after(Duration.ofSeconds(1)).output("hello, world"))
            .when("fail", Outcome.after(Duration.ofSeconds(1)).exitCode(3).output("no input"))
            .when("long", Outcome.after(Duration.ofHours(10)));
    return super.simulatorSettings().taskRunner(TaskRunner.simulated(rules));
  }

  @Override
  protected RoutesBuilder createRouteBuilder() {
    return new RouteBuilder() {
      @Override
      public void configure() {
        from("direct:run").to("azbatch:runTasks?poolId=pool1");
        split(from("direct:split")).to("mock:outputs");
        split(from("direct:fail")).throwException(new IllegalStateException("the route fails"));
        from("direct:collect")
            .to("azbatch:runTasks?poolId=pool1&outputType=StreamList&jobCleanup=DELETE")
            .split(body())
            .setBody(simple("${body.stdout}"))
            .convertBodyTo(String.class)
            .to("mock:outputs");
        from("direct:ids")
            .to("azbatch:runTasks?outputType=StreamList")
            .split(body())
            .streaming()
            .to("mock:outputs");
        from("direct:abandon")
            .to("azbatch:runTasks?poolId=pool1&outputType=StreamList&jobCleanup=DELETE")
            .setBody(constant("nothing was read"));
      }

      private ProcessorDefinition<?> split(RouteDefinition route) {
        return route
            .to("azbatch:runTasks?poolId=pool1&outputType=StreamList&jobCleanup=DELETE")
            .split(body())
            .streaming()
            .stopOnException()
            .setHeader("task", simple("${body.taskId} ${body.exitCode}"))
            .setBody(simple("${body.stdout}"))
            .convertBodyTo(String.class);
      }
    };
  }

  private CompletableFuture<Exchange> running(
      String uri, Object body, Map<String, Object> headers) {
    return template()
        .asyncSend(
            uri,
            exchange -> {
              exchange.getMessage().setBody(body);
              exchange.getMessage().setHeaders(new HashMap<>(headers));
            });
  }

  private static Exchange get(CompletableFuture<Exchange> exchange) throws Exception {
    return exchange.get(20, TimeUnit.SECONDS);
  }

  /** Runs it to its end. */
  private Exchange run(String uri, Object body, Map<String, Object> headers) throws Exception {
    CompletableFuture<Exchange> running = running(uri, body, headers);
    await().until(() -> running.isDone() || !requests("GET", "/taskcounts").isEmpty());
    advance(Duration.ofMinutes(1));
    return get(running);
  }

  private Exchange run(Object body, Map<String, Object> headers) throws Exception {
    return run("direct:run", body, headers);
  }

  @SuppressWarnings("unchecked")
  private static List<TaskOutput> outputs(Exchange exchange) {
    assertThat(exchange.getException()).isNull();
    return exchange.getMessage().getBody(List.class);
  }

  private static String stdout(TaskOutput output) throws Exception {
    return new String(output.getStdout().readAllBytes(), StandardCharsets.UTF_8);
  }

  private String state(String jobId) {
    return simulator.azBatch().job(jobId).getString("state");
  }

  private boolean isGone(String jobId) {
    return requests("DELETE", "/jobs/" + jobId).stream().anyMatch(r -> r.status() == 202);
  }

  @Test
  void aJobWithTasksGivesTheirOutputs() throws Exception {
    Exchange exchange = run(Map.of("id", "nightly", "priority", 5, "tasks", TASKS), Map.of());

    List<TaskOutput> outputs = outputs(exchange);
    assertThat(outputs)
        .extracting(o -> o.getTaskId() + " " + o.getResult() + " " + o.getExitCode())
        .containsExactly("t1 success 0", "t2 failure 3", "t3 success 0");
    assertThat(outputs).extracting(TaskOutput::isSuccess).containsExactly(true, false, true);
    assertThat(stdout(outputs.get(0))).isEqualTo("hello, world");
    assertThat(stdout(outputs.get(0))).as("read again").isEqualTo("hello, world");
    assertThat(stdout(outputs.get(1))).isEqualTo("no input");
    assertThat(outputs.get(0).getStderr()).isEmpty();
    assertThat(outputs.get(1).getExecutionInfo()).containsKeys("startTime", "failureInfo");
    assertThat(outputs.get(1).toMap())
        .containsEntry("taskId", "t2")
        .containsEntry("exitCode", 3)
        .containsEntry("result", "failure");
    assertThat(exchange.getMessage().getHeaders())
        .containsEntry("CamelAzBatchJobId", "nightly")
        .containsEntry("CamelAzBatchTasksSucceeded", 2)
        .containsEntry("CamelAzBatchTasksFailed", 1);
    assertThat(simulator.azBatch().job("nightly").getInteger("priority")).isEqualTo(5);
    assertThat(requests("POST", "/jobs").get(0).body()).doesNotContain("tasks");
  }

  private static Stream<Object> forms() {
    String task = "{\"id\": \"t1\", \"commandLine\": \"hello\"}";
    return Stream.of(
        "{\"poolInfo\": {\"poolId\": \"pool1\"}, \"tasks\": [" + task + "]}",
        "[" + task + "]",
        "{\"value\": [" + task + "]}",
        List.of(TASKS.get(0)),
        TASKS.subList(0, 1).iterator(),
        Map.of("tasks", TASKS.subList(0, 1).iterator()),
        Map.of("tasks", "[" + task + "]"));
  }

  @ParameterizedTest
  @MethodSource("forms")
  void jobAndTasksCanHaveSeveralForms(Object body) throws Exception {
    Exchange exchange = run(body, Map.of());

    assertThat(outputs(exchange)).extracting(TaskOutput::getTaskId).containsExactly("t1");
    String id = exchange.getMessage().getHeader("CamelAzBatchJobId", String.class);
    assertThat(id).matches("camel-[0-9a-f-]{36}");
    assertThat(simulator.azBatch().job(id).getJsonObject("poolInfo").getString("poolId"))
        .isEqualTo("pool1");
  }

  @Test
  void theJobIdCanBeAHeader() throws Exception {
    Exchange exchange = run(TASKS, Map.of(AzBatchConstants.JOB_ID, "mine"));

    assertThat(outputs(exchange)).hasSize(3);
    assertThat(simulator.azBatch().job("mine").getString("id")).isEqualTo("mine");
  }

  @Test
  void manyTasksComeOfAnIterator() throws Exception {
    simulator.azBatch().createPool("large", 10, 100);
    Stream<Map<String, Object>> tasks =
        IntStream.range(0, 1_200).mapToObj(n -> Map.of("id", "t" + n, "commandLine", "run"));
    Map<String, Object> job =
        Map.of("poolInfo", Map.of("poolId", "large"), "tasks", tasks.iterator());
    MockEndpoint outputs = getMockEndpoint("mock:outputs");
    outputs.expectedMessageCount(1_200);

    Exchange exchange = run("direct:ids", job, Map.of());

    assertThat(exchange.getException()).isNull();
    outputs.assertIsSatisfied();
    assertThat(requests("POST", "/addtaskcollection")).hasSize(12);
  }

  @Test
  void outputsAreStreamedAndTheJobIsDeletedAfterTheLastOne() throws Exception {
    MockEndpoint outputs = getMockEndpoint("mock:outputs");
    outputs.expectedBodiesReceived("hello, world", "no input", "hello, world");
    outputs.expectedHeaderValuesReceivedInAnyOrder("task", "t1 0", "t2 3", "t3 0");

    run("direct:split", TASKS, Map.of(AzBatchConstants.JOB_ID, "j1"));

    outputs.assertIsSatisfied();
    assertThat(isGone("j1")).isTrue();
    assertThat(requests("GET", "/stdout.txt")).hasSize(3);
    assertThat(requests("GET", "/stderr.txt")).as("nobody asked for it").isEmpty();
  }

  @Test
  void aSplitThatTakesAllBeforeItBeginsReadsTheFilesToo() throws Exception {
    MockEndpoint outputs = getMockEndpoint("mock:outputs");
    outputs.expectedBodiesReceived("hello, world", "no input", "hello, world");

    run("direct:collect", TASKS, Map.of(AzBatchConstants.JOB_ID, "j1"));

    outputs.assertIsSatisfied();
    assertThat(isGone("j1")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"direct:fail", "direct:abandon"})
  void theJobIsCleanedUpAlsoWhenNotAllIsRead(String uri) throws Exception {
    run(uri, TASKS, Map.of(AzBatchConstants.JOB_ID, "j1"));

    assertThat(isGone("j1")).isTrue();
  }

  @ParameterizedTest
  @EnumSource(JobCleanup.class)
  void theJobIsLeftTerminatedOrDeleted(JobCleanup cleanup) throws Exception {
    Exchange exchange =
        run(TASKS, Map.of(AzBatchConstants.JOB_ID, "j1", AzBatchConstants.JOB_CLEANUP, cleanup));

    assertThat(stdout(outputs(exchange).get(0))).as("read before").isEqualTo("hello, world");
    switch (cleanup) {
      case NONE -> assertThat(state("j1")).isEqualTo("active");
      case TERMINATE -> assertThat(state("j1")).isIn("terminating", "completed");
      case DELETE -> assertThat(isGone("j1")).isTrue();
    }
  }

  @Test
  void aJobThatEndsByItselfIsNothingToWarnOf() throws Exception {
    try (CapturedLog log = new CapturedLog()) {
      Exchange exchange =
          run(Map.of("id", "j1", "onAllTasksComplete", "terminatejob", "tasks", TASKS), Map.of());

      assertThat(outputs(exchange)).hasSize(3);
      assertThat(log.text()).doesNotContain("WARN");
    }
    assertThat(state("j1")).isEqualTo("completed");
  }

  @Test
  void aFailedTaskFailsTheExchangeIfAskedFor() throws Exception {
    Exchange exchange =
        run(
            TASKS,
            Map.of(AzBatchConstants.JOB_ID, "j1", AzBatchConstants.FAIL_ON_UNSUCCESSFUL, true));

    assertThat(exchange.getException())
        .isInstanceOf(AzBatchJobFailedException.class)
        .hasMessage("Tasks of Azure Batch job j1 failed, among them t2 (exit code 3)");
    assertThat(exchange.getMessage().getBody()).isSameAs(TASKS);
    await().until(() -> !state("j1").equals("active"));
  }

  @Test
  void aTaskThatNeverRanHasWrittenNothing() throws Exception {
    CompletableFuture<Exchange> running =
        running(
            "direct:run",
            List.of(
                Map.of("id", "t1", "commandLine", "long"),
                Map.of("id", "t2", "commandLine", "long"),
                Map.of("id", "t3", "commandLine", "hello")),
            Map.of(AzBatchConstants.JOB_ID, "j1"));
    await().until(() -> !requests("GET", "/taskcounts").isEmpty());
    call("azbatch:terminateTask?jobId=j1&taskId=t3", null);
    advance(Duration.ofHours(11));

    TaskOutput never = outputs(get(running)).get(2);
    assertThat(never.getTaskId()).isEqualTo("t3");
    assertThat(never.isSuccess()).isFalse();
    assertThat(stdout(never)).isEmpty();
    assertThat(never.getStderr()).isEmpty();
  }

  @Test
  void tasksThatCannotBeAddedEndTheJob() throws Exception {
    List<Map<String, Object>> twice = List.of(TASKS.get(0), TASKS.get(1), TASKS.get(0));

    Exchange exchange = run(twice, Map.of(AzBatchConstants.JOB_ID, "j1"));

    assertThat(exchange.getException())
        .isInstanceOf(AzBatchJobFailedException.class)
        .hasMessageStartingWith(
            "1 task could not be added to Azure Batch job j1, the first: t1 (TaskExists");
    assertThat(state("j1")).isNotEqualTo("active");
  }

  @Test
  void aTaskThatIsNoneEndsTheJob() throws Exception {
    Exchange exchange = run(List.of(TASKS.get(0), "4711"), Map.of(AzBatchConstants.JOB_ID, "j1"));

    assertThat(exchange.getException())
        .isInstanceOf(InvalidParameterException.class)
        .hasMessageContaining("azbatch:runTasks cannot add task 2 of the body");
    assertThat(state("j1")).isNotEqualTo("active");
  }

  @Test
  void aJobThatIsThereAlreadyIsLeftAlone() throws Exception {
    job("j1");

    Exchange exchange = run(TASKS, Map.of(AzBatchConstants.JOB_ID, "j1"));

    assertThat(exchange.getException()).hasMessageContaining("JobExists");
    assertThat(state("j1")).isEqualTo("active");
    assertThat(requests("POST", "/addtaskcollection")).isEmpty();
  }

  @Test
  void withoutPoolOrTasksNothingIsSent() throws Exception {
    assertThat(failure("azbatch:runTasks", TASKS))
        .isInstanceOf(InvalidParameterException.class)
        .hasMessage(
            "azbatch:runTasks needs a pool: give the job the member poolInfo, or set the option"
                + " poolId or the header CamelAzBatchPoolId");
    assertThat(failure("azbatch:runTasks?poolId=p", Map.of("id", "..", "tasks", TASKS)))
        .isInstanceOf(InvalidParameterException.class)
        .hasMessageStartingWith("azbatch:runTasks: jobId cannot be '..'");
    assertThat(failure("azbatch:runTasks", Map.of("id", "j1")))
        .hasMessage("azbatch:runTasks cannot run the body: the job needs the member tasks");
    assertThat(failure("azbatch:runTasks", null))
        .hasMessageStartingWith("azbatch:runTasks cannot run the body: it is empty");
    assertThat(simulator.requests().count()).isZero();
  }

  @Test
  void aWaitThatTimesOutEndsTheJob() throws Exception {
    Exchange exchange =
        get(
            running(
                "direct:run",
                TASKS,
                Map.of(AzBatchConstants.JOB_ID, "j1", AzBatchConstants.AWAIT_TIMEOUT, "200ms")));

    assertThat(exchange.getException())
        .isInstanceOf(ExchangeTimedOutException.class)
        .hasMessageContaining("azbatch:runTasks: j1 was not done within 200 ms");
    await().until(() -> !state("j1").equals("active"));
  }

  @Test
  void stoppingTheContextLeavesTheJob() throws Exception {
    CompletableFuture<Exchange> running =
        running("direct:run", TASKS, Map.of(AzBatchConstants.JOB_ID, "j1"));
    await().until(() -> !requests("GET", "/taskcounts").isEmpty());
    context().getShutdownStrategy().setTimeUnit(TimeUnit.MILLISECONDS);
    context().getShutdownStrategy().setTimeout(200);

    context().stop();

    assertThat(get(running).getException())
        .hasMessageContaining("azbatch:runTasks: the wait ended because the route stops");
    assertThat(state("j1")).isEqualTo("active");
    advance(Duration.ofMinutes(1));
    assertThat(simulator.azBatch().task("j1", "t3").getString("state")).isEqualTo("completed");
  }

  @Test
  void aFileThatCannotBeReadFailsTheExchangeAndEndsTheJob() throws Exception {
    simulator.faults().matching("GET", ".*/stdout.txt", Fault.status(400), 1);

    Exchange exchange = run(TASKS, Map.of(AzBatchConstants.JOB_ID, "j1"));

    assertThat(exchange.getException()).hasStackTraceContaining("azbatch:getTaskFile failed");
    await().until(() -> !state("j1").equals("active"));
  }

  @Test
  void aListThatCannotBeReadFailsTheExchangeWithWhatTheServiceSaid() throws Exception {
    CompletableFuture<Exchange> running =
        running("direct:run", TASKS, Map.of(AzBatchConstants.JOB_ID, "j1"));
    await().until(() -> !requests("GET", "/taskcounts").isEmpty());
    simulator.faults().matching("GET", "/jobs/j1/tasks", Fault.status(400), 1);
    advance(Duration.ofMinutes(1));

    assertThat(get(running).getException()).isInstanceOf(AzBatchException.class);
  }

  @Test
  void collectedOutputsAreBounded() throws Exception {
    Exchange exchange =
        run("azbatch:runTasks?poolId=pool1&maxResponseSize=4000", TASKS.subList(0, 1), Map.of());
    assertThat(outputs(exchange)).hasSize(1);
    simulator.requests().clear();

    CompletableFuture<Exchange> running =
        running(
            "azbatch:runTasks?poolId=pool1&maxResponseSize=4000",
            TASKS.subList(0, 1),
            Map.of(AzBatchConstants.JOB_ID, "j2"));
    // 5,000 bytes are written between the end of the task and the reading
    await().until(() -> !requests("GET", "/taskcounts").isEmpty());
    simulator.faults().matching("GET", "/jobs/j2/tasks", Fault.status(503), 2);
    advance(Duration.ofMinutes(1));
    simulator.azBatch().writeTaskFile("j2", "t1", "stdout.txt", new byte[5_000]);

    assertThat(get(running).getException())
        .hasStackTraceContaining("set the option maxResponseSize higher");
  }
}
