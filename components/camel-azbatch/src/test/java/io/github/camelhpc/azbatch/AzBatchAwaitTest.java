package io.github.camelhpc.azbatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelhpc.simulators.Fault;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeTimedOutException;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;

/** Waiting for jobs that are there. */
class AzBatchAwaitTest extends AzBatchTestSupport {

  @Override
  protected RoutesBuilder createRouteBuilder() {
    return new RouteBuilder() {
      @Override
      public void configure() {
        from("direct:await").to("azbatch:awaitJob");
        from("direct:awaitWithFullRounds").to("azbatch:awaitJob?fullRoundEvery=200");
        from("direct:awaitAll").to("azbatch:awaitJob?awaitInterval=1s").to("mock:done");
      }
    };
  }

  private CompletableFuture<Exchange> awaiting(String jobId, Map<String, Object> headers) {
    return template()
        .asyncSend(
            "direct:await",
            exchange -> {
              exchange.getMessage().setHeaders(new HashMap<>(headers));
              exchange.getMessage().setHeader(AzBatchConstants.JOB_ID, jobId);
              exchange.getMessage().setBody("mine");
            });
  }

  private static Exchange get(CompletableFuture<Exchange> exchange) throws Exception {
    return exchange.get(20, TimeUnit.SECONDS);
  }

  /** A job that ends when its only task does. */
  private void endingJob(String id, String commandLine) {
    job(
        id,
        Map.of(
            "onAllTasksComplete", "terminatejob", "onTaskFailure", "performexitoptionsjobaction"));
    call(
        "azbatch:addTask?jobId=" + id,
        Map.of(
            "id",
            "t1",
            "commandLine",
            commandLine,
            "exitConditions",
            Map.of("default", Map.of("jobAction", "terminate"))));
    simulator.requests().clear();
  }

  @Test
  void goesOnWhenTheJobHasEnded() throws Exception {
    endingJob("Job1", "run");
    CompletableFuture<Exchange> waiting = awaiting("jOB1", Map.of());
    await().until(() -> requests("GET", "/jobs/job1").size() > 2);
    assertThat(waiting).isNotDone();

    advance(Duration.ofMinutes(1));

    Exchange done = get(waiting);
    assertThat(done.getException()).isNull();
    assertThat(done.getMessage().getBody(Map.class))
        .containsEntry("state", "completed")
        .containsEntry("id", "Job1");
    assertThat(done.getMessage().getHeaders())
        .containsEntry("CamelAzBatchState", "completed")
        .containsEntry("CamelAzBatchJobId", "Job1");
  }

  @Test
  void aJobThatATaskEndedIsNoExceptionUnlessAskedFor() throws Exception {
    endingJob("j1", "fail");
    advance(Duration.ofMinutes(1));

    Exchange accepted = get(awaiting("j1", Map.of()));
    assertThat(accepted.getException()).isNull();
    assertThat(accepted.getMessage().getBody(Map.class)).containsEntry("state", "completed");

    Exchange refused = get(awaiting("j1", Map.of(AzBatchConstants.FAIL_ON_UNSUCCESSFUL, true)));
    assertThat(refused.getException())
        .isInstanceOf(AzBatchJobFailedException.class)
        .hasMessage("Azure Batch job j1 ended (TaskFailed)");
    assertThat(((AzBatchJobFailedException) refused.getException()).getJobId()).isEqualTo("j1");
    assertThat(refused.getMessage().getBody()).isEqualTo("mine");
  }

  @Test
  void aJobThatWasTerminatedHasNotFailed() throws Exception {
    job("j1");
    call("azbatch:terminateJob?jobId=j1", null);
    advance(Duration.ofMinutes(1));

    Exchange done = get(awaiting("j1", Map.of(AzBatchConstants.FAIL_ON_UNSUCCESSFUL, true)));

    assertThat(done.getException()).isNull();
    assertThat(done.getMessage().getBody(Map.class).get("executionInfo"))
        .asString()
        .contains("UserTerminate");
  }

  @Test
  void aWaitCanTimeOut() throws Exception {
    job("j1");

    Exchange exchange = get(awaiting("j1", Map.of(AzBatchConstants.AWAIT_TIMEOUT, "300ms")));

    assertThat(exchange.getException())
        .isInstanceOf(ExchangeTimedOutException.class)
        .hasMessageContaining("azbatch:awaitJob: j1 was not done within 300 ms");
    assertThat(simulator.azBatch().job("j1").getString("state")).isEqualTo("active");
  }

  @Test
  void aJobThatIsNotThereEndsTheWait() throws Exception {
    Exchange exchange = get(awaiting("none", Map.of()));

    assertThat(exchange.getException())
        .isInstanceOf(AzBatchException.class)
        .hasMessageContaining("JobNotFound");
  }

  @Test
  void aJobThatIsDeletedMeanwhileEndsTheWait() throws Exception {
    job("j1");
    CompletableFuture<Exchange> waiting = awaiting("j1", Map.of());
    await().until(() -> !requests("GET", "/jobs/j1").isEmpty());

    call("azbatch:deleteJob?jobId=j1", null);
    advance(Duration.ofMinutes(1));

    assertThat(get(waiting).getException())
        .isInstanceOf(AzBatchException.class)
        .hasMessageContaining("JobNotFound");
  }

  @Test
  void oneOfManyJobsThatIsDeletedMeanwhileEndsItsWait() throws Exception {
    endWaitsQuickly();
    List<CompletableFuture<Exchange>> waits = new ArrayList<>();
    for (String id : List.of("j1", "j2", "j3", "j4")) {
      job(id);
      waits.add(
          template()
              .asyncSend(
                  "direct:awaitWithFullRounds",
                  e -> e.getMessage().setHeader(AzBatchConstants.JOB_ID, id)));
    }
    await().until(() -> requests("GET", "/jobs").size() > 1);

    call("azbatch:deleteJob?jobId=j2", null);
    advance(Duration.ofMinutes(1));

    assertThat(get(waits.get(1)).getException()).hasMessageContaining("JobNotFound");
    assertThat(waits.get(0)).isNotDone();
  }

  @Test
  void aServiceThatFailsForAWhileDoesNotEndTheWait() throws Exception {
    endingJob("j1", "run");
    simulator.faults().matching("GET", "/jobs.*", Fault.status(500).body("busy"), 3);
    CompletableFuture<Exchange> waiting = awaiting("j1", Map.of());
    advance(Duration.ofMinutes(1));

    assertThat(get(waiting).getMessage().getBody(Map.class)).containsEntry("state", "completed");
    assertThat(requests("GET", "/jobs/j1").size()).isGreaterThan(3);
  }

  @Test
  void stoppingTheContextEndsTheWaits() throws Exception {
    job("j1");
    CompletableFuture<Exchange> waiting = awaiting("j1", Map.of());
    await().until(() -> !requests("GET", "/jobs/j1").isEmpty());
    endWaitsQuickly();

    context().stop();

    assertThat(get(waiting).getException())
        .hasMessageContaining("azbatch:awaitJob: the wait ended because the route stops");
    assertThat(simulator.azBatch().job("j1").getString("state")).isEqualTo("active");
  }

  private void endWaitsQuickly() {
    context().getShutdownStrategy().setTimeUnit(TimeUnit.MILLISECONDS);
    context().getShutdownStrategy().setTimeout(200);
  }

  @Test
  void tenThousandWaitsCostAFewRequestsATickAndNoThreads() throws Exception {
    int jobs = 10_000;
    List<String> ids = IntStream.range(0, jobs).mapToObj(number -> "job-" + number).toList();
    ids.forEach(id -> job(id, Map.of("constraints", Map.of("maxWallClockTime", "PT10H"))));
    // so that they did not change just now
    advance(Duration.ofHours(1));
    getMockEndpoint("mock:done").expectedMessageCount(jobs);
    getMockEndpoint("mock:done").setRetainFirst(0);
    int threads = Thread.getAllStackTraces().size();

    List<CompletableFuture<Exchange>> waits = new ArrayList<>(jobs);
    for (String id : ids) {
      waits.add(
          template()
              .asyncSend(
                  "direct:awaitAll", e -> e.getMessage().setHeader(AzBatchConstants.JOB_ID, id)));
    }
    await().until(() -> lastFilter().contains("stateTransitionTime ge"));
    List<Long> requestsByInterval = requestsByInterval(5);

    assertThat(waits).noneMatch(CompletableFuture::isDone);
    assertThat(requestsByInterval)
        .as("requests in each interval of a second")
        .allMatch(count -> count <= 4);
    assertThat(Thread.getAllStackTraces().size() - threads)
        .as("threads that came with 10,000 waits")
        .isLessThan(60);

    simulator.requests().clear();
    advance(Duration.ofHours(10));
    getMockEndpoint("mock:done").assertIsSatisfied(30_000);

    assertThat(simulator.requests().count())
        .as("ten pages of changes, and some ticks")
        .isLessThan(25);
    for (CompletableFuture<Exchange> wait : waits) {
      assertThat(get(wait).getException()).isNull();
    }
  }

  private String lastFilter() {
    // counted before it is answered
    if (simulator.requests().all().isEmpty()) {
      return "";
    }
    return URLDecoder.decode(lastRequest().query(), StandardCharsets.UTF_8);
  }

  private List<Long> requestsByInterval(int seconds) {
    List<Long> counts = new ArrayList<>();
    long[] last = {simulator.requests().count()};
    await()
        .pollInterval(Duration.ofSeconds(1))
        .timeout(Duration.ofSeconds(seconds + 30))
        .until(
            () -> {
              long now = simulator.requests().count();
              counts.add(now - last[0]);
              last[0] = now;
              return counts.size() == seconds;
            });
    return counts;
  }
}
