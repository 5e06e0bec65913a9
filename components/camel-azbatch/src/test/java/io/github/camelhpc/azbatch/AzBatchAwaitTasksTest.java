package io.github.camelhpc.azbatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelhpc.simulators.LoggedRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeTimedOutException;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;

/** Waiting for all tasks of a job. */
class AzBatchAwaitTasksTest extends AzBatchTestSupport {

  private static final String COUNTS = "/jobs/j1/taskcounts";
  private static final String TASKS = "/jobs/j1/tasks";

  @Override
  protected RoutesBuilder createRouteBuilder() {
    return new RouteBuilder() {
      @Override
      public void configure() {
        from("direct:await").to("azbatch:awaitTasks");
        from("direct:split")
            .to("azbatch:awaitTasks?outputType=StreamList")
            .split(body())
            .streaming()
            .to("mock:tasks");
      }
    };
  }

  private CompletableFuture<Exchange> awaiting(Map<String, Object> headers) {
    return template()
        .asyncSend(
            "direct:await",
            exchange -> {
              Map<String, Object> all = new HashMap<>(headers);
              all.putIfAbsent(AzBatchConstants.JOB_ID, "j1");
              exchange.getMessage().setHeaders(all);
              exchange.getMessage().setBody("mine");
            });
  }

  private static Exchange get(CompletableFuture<Exchange> exchange) throws Exception {
    return exchange.get(20, TimeUnit.SECONDS);
  }

  /** A job with so many tasks, of which the first ones fail. */
  private void jobWithTasks(int count, int failing) {
    job("j1");
    for (int i = 0; i < count; i++) {
      simulator.azBatch().createTask("j1", "t" + i, i < failing ? "fail" : "run");
    }
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> tasks(Exchange exchange) {
    return exchange.getMessage().getBody(List.class);
  }

  @Test
  void goesOnWhenTheLastTaskIsCompleted() throws Exception {
    jobWithTasks(5, 2);
    CompletableFuture<Exchange> waiting = awaiting(Map.of(AzBatchConstants.JOB_ID, "J1"));
    // two nodes run a task a second each
    advance(Duration.ofMillis(2_500));
    int asked = requests("GET", COUNTS).size();
    await().until(() -> requests("GET", COUNTS).size() > asked + 1);
    assertThat(waiting).isNotDone();

    advance(Duration.ofMinutes(1));

    Exchange done = get(waiting);
    assertThat(tasks(done))
        .extracting(task -> task.get("id") + " " + task.get("state"))
        .containsExactly(
            "t0 completed", "t1 completed", "t2 completed", "t3 completed", "t4 completed");
    assertThat(tasks(done).get(0).get("executionInfo")).asString().contains("exitCode=3");
    assertThat(tasks(done).get(0)).doesNotContainKey("commandLine");
    assertThat(done.getMessage().getHeaders())
        .containsEntry("CamelAzBatchTasksSucceeded", 3)
        .containsEntry("CamelAzBatchTasksFailed", 2);
  }

  @Test
  void asksForCountsAndOnceForWhatIsLeftNotForTasks() throws Exception {
    jobWithTasks(50, 0);
    CompletableFuture<Exchange> waiting = awaiting(Map.of());
    await().until(() -> requests("GET", COUNTS).size() > 3);

    List<LoggedRequest> ticks = List.copyOf(simulator.requests().all());
    assertThat(ticks).allMatch(r -> r.path().equals(COUNTS) || r.path().equals("/jobs/j1"));
    assertThat(ticks.stream().filter(r -> r.path().equals(COUNTS)))
        .hasSizeGreaterThanOrEqualTo(ticks.size() / 2 - 1);
    simulator.requests().clear();
    advance(Duration.ofMinutes(1));
    get(waiting);

    assertThat(requests("GET", TASKS).stream().map(AzBatchAwaitTasksTest::query))
        .satisfiesExactly(
            left ->
                assertThat(left)
                    .contains(
                        "$filter=state eq 'active' or state eq 'preparing' or state eq 'running'",
                        "$select=id",
                        "maxresults=1"),
            all -> assertThat(all).doesNotContain("$filter").contains("$select=id,state,"));
    assertThat(simulator.requests().all()).noneMatch(r -> r.path().startsWith(TASKS + "/"));
  }

  private static String query(LoggedRequest request) {
    return URLDecoder.decode(request.query(), StandardCharsets.UTF_8);
  }

  @Test
  void aJobWithoutTasksIsDoneAtOnce() throws Exception {
    job("j1");

    assertThat(tasks(get(awaiting(Map.of())))).isEmpty();
  }

  @Test
  void aJobThatEndsByItselfWithItsTasksIsDone() throws Exception {
    job("j1", Map.of("onAllTasksComplete", "terminatejob"));
    task("j1", "t1");
    CompletableFuture<Exchange> waiting = awaiting(Map.of());
    await().until(() -> !requests("GET", COUNTS).isEmpty());
    advance(Duration.ofMinutes(1));

    assertThat(tasks(get(waiting))).hasSize(1);
  }

  @Test
  void aJobThatIsTerminatedWithActiveTasksFails() throws Exception {
    jobWithTasks(5, 0);
    CompletableFuture<Exchange> waiting = awaiting(Map.of());
    await().until(() -> !requests("GET", COUNTS).isEmpty());

    call("azbatch:terminateJob?jobId=j1", Map.of("terminateReason", "no money left"));
    advance(Duration.ofMinutes(1));

    assertThat(get(waiting).getException())
        .isInstanceOf(AzBatchJobFailedException.class)
        .hasMessage("azbatch:awaitTasks: job j1 ended (no money left) with tasks not completed");
    assertThat(get(waiting).getMessage().getBody()).isEqualTo("mine");
  }

  @Test
  void aJobThatIsDeletedMeanwhileEndsTheWait() throws Exception {
    jobWithTasks(5, 0);
    CompletableFuture<Exchange> waiting = awaiting(Map.of());
    await().until(() -> !requests("GET", COUNTS).isEmpty());

    call("azbatch:deleteJob?jobId=j1", null);
    advance(Duration.ofMinutes(1));

    assertThat(get(waiting).getException())
        .isInstanceOf(AzBatchException.class)
        .hasMessageContaining("JobNotFound");
  }

  @Test
  void failedTasksFailTheExchangeIfAskedFor() throws Exception {
    jobWithTasks(8, 7);
    advance(Duration.ofMinutes(1));

    Exchange exchange = get(awaiting(Map.of(AzBatchConstants.FAIL_ON_UNSUCCESSFUL, true)));

    assertThat(exchange.getException())
        .isInstanceOf(AzBatchJobFailedException.class)
        .hasMessage(
            "Tasks of Azure Batch job j1 failed, among them t0 (exit code 3), t1 (exit code 3),"
                + " t2 (exit code 3), t3 (exit code 3), t4 (exit code 3)");
    assertThat(((AzBatchJobFailedException) exchange.getException()).getTasks())
        .extracting(task -> task.get("id"))
        .containsExactly("t0", "t1", "t2", "t3", "t4");
    assertThat(exchange.getMessage().getBody()).isEqualTo("mine");
  }

  @Test
  void successIsNoFailure() throws Exception {
    jobWithTasks(2, 0);
    advance(Duration.ofMinutes(1));

    Exchange exchange = get(awaiting(Map.of(AzBatchConstants.FAIL_ON_UNSUCCESSFUL, true)));

    assertThat(exchange.getException()).isNull();
    assertThat(tasks(exchange)).hasSize(2);
  }

  @Test
  void aWaitCanTimeOutAndIsOverThen() throws Exception {
    jobWithTasks(1, 0);

    Exchange exchange = get(awaiting(Map.of(AzBatchConstants.AWAIT_TIMEOUT, "300ms")));

    assertThat(exchange.getException())
        .isInstanceOf(ExchangeTimedOutException.class)
        .hasMessageContaining("azbatch:awaitTasks: j1 was not done within 300 ms");
    // a tick may still be on its way
    simulator.requests().clear();
    await().pollDelay(Duration.ofMillis(300)).until(() -> true);
    assertThat(simulator.requests().count()).as("nobody waits any more").isLessThanOrEqualTo(2);
  }

  @Test
  void stoppingTheContextEndsTheWaits() throws Exception {
    jobWithTasks(1, 0);
    CompletableFuture<Exchange> waiting = awaiting(Map.of());
    await().until(() -> !requests("GET", COUNTS).isEmpty());
    context().getShutdownStrategy().setTimeUnit(TimeUnit.MILLISECONDS);
    context().getShutdownStrategy().setTimeout(200);

    context().stop();

    assertThat(get(waiting).getException())
        .hasMessageContaining("azbatch:awaitTasks: the wait ended because the route stops");
  }

  @Test
  void whatIsReadOfTheTasksCanBeChosen() throws Exception {
    jobWithTasks(3, 0);
    advance(Duration.ofMinutes(1));

    Exchange exchange =
        get(awaiting(Map.of(AzBatchConstants.SELECT, "id,commandLine", AzBatchConstants.LIMIT, 2)));

    assertThat(tasks(exchange))
        .containsExactly(
            Map.of("id", "t0", "commandLine", "run"), Map.of("id", "t1", "commandLine", "run"));
  }

  @Test
  void aStreamListIsReadInPages() throws Exception {
    simulator.azBatch().createPool("large", 20, 100);
    simulator.azBatch().createJob("j1", "large");
    for (int i = 0; i < 2_500; i++) {
      simulator.azBatch().createTask("j1", "t" + i, "run");
    }
    advance(Duration.ofMinutes(10));
    getMockEndpoint("mock:tasks").expectedMessageCount(2_500);

    call("direct:split", null, Map.of(AzBatchConstants.JOB_ID, "j1"));

    getMockEndpoint("mock:tasks").assertIsSatisfied();
    assertThat(requests("GET", TASKS)).as("one for what is left, three pages").hasSize(4);
  }

  @Test
  void manyWaitsEndAtOnce() throws Exception {
    int jobs = 40;
    List<CompletableFuture<Exchange>> waits = new ArrayList<>();
    for (int job = 0; job < jobs; job++) {
      String id = "many-" + job;
      job(id);
      simulator.azBatch().createTask(id, "t1", "run");
      simulator.azBatch().createTask(id, "t2", "run");
    }
    advance(Duration.ofMinutes(10));
    for (int job = 0; job < jobs; job++) {
      waits.add(awaiting(Map.of(AzBatchConstants.JOB_ID, "many-" + job)));
    }

    for (CompletableFuture<Exchange> wait : waits) {
      assertThat(tasks(get(wait))).hasSize(2);
    }
  }
}
