package io.github.camelhpc.azbatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelhpc.azbatch.StubAccount.Answer;
import io.github.camelhpc.azbatch.StubAccount.Request;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;

/** Waiting for tasks of jobs whose counts lag, and of many jobs at once. */
class AzBatchTaskCountsTest extends StubAccountTestSupport {

  private volatile Map<String, Object> counts = counts(0, 0, 0);
  private volatile List<?> notCompleted = List.of();
  private volatile CountDownLatch together = new CountDownLatch(0);

  @Override
  protected RoutesBuilder createRouteBuilder() {
    return new RouteBuilder() {
      @Override
      public void configure() {
        account.answer(AzBatchTaskCountsTest.this::answer);
        from("direct:await").to("azbatch:awaitTasks");
      }
    };
  }

  private static Map<String, Object> counts(int running, int succeeded, int failed) {
    return Map.of(
        "active", 0,
        "running", running,
        "completed", succeeded + failed,
        "succeeded", succeeded,
        "failed", failed);
  }

  private Answer answer(Request request) throws InterruptedException {
    if (request.path().endsWith("/taskcounts")) {
      return Answer.json(counts);
    }
    if (!request.path().endsWith("/tasks")) {
      return Answer.json(Map.of("id", request.path().substring("/jobs/".length())));
    }
    if (request.decodedQuery().contains("$filter=")) {
      return Answer.json(Map.of("value", notCompleted));
    }
    if (request.decodedQuery().contains("$skiptoken")) {
      return Answer.json(Map.of("value", List.of(Map.of("id", "t2"))));
    }
    together.countDown();
    together.await(2, TimeUnit.SECONDS);
    String next = account.url() + request.path() + "?$skiptoken=1";
    return Answer.json(Map.of("value", List.of(Map.of("id", "t1")), "odata.nextLink", next));
  }

  private CompletableFuture<Exchange> awaiting(String jobId) {
    return template()
        .asyncSend(
            "direct:await",
            exchange -> exchange.getMessage().setHeader(AzBatchConstants.JOB_ID, jobId));
  }

  private static Exchange get(CompletableFuture<Exchange> exchange) throws Exception {
    return exchange.get(20, TimeUnit.SECONDS);
  }

  private long asked(String query) {
    return account.requests().stream().filter(r -> r.decodedQuery().contains(query)).count();
  }

  @Test
  void countsThatDoNotKnowTheTasksYetAreNotBelieved() throws Exception {
    notCompleted = List.of(Map.of("id", "t1"));
    CompletableFuture<Exchange> waiting = awaiting("j1");
    await().until(() -> asked("$filter=") > 2);
    assertThat(waiting).isNotDone();

    notCompleted = List.of();

    assertThat(get(waiting).getMessage().getBody(List.class)).hasSize(2);
  }

  @Test
  void theListIsAskedForOnlyWhenTheCountsSayThatAllAreCompleted() throws Exception {
    counts = counts(1, 0, 0);
    CompletableFuture<Exchange> waiting = awaiting("j1");
    await().until(() -> account.count("GET", "/jobs/j1/taskcounts") > 3);
    assertThat(waiting).isNotDone();
    assertThat(asked("$filter=")).isZero();

    counts = counts(0, 1, 1);

    assertThat(get(waiting).getMessage().getHeaders())
        .containsEntry("CamelAzBatchTasksSucceeded", 1)
        .containsEntry("CamelAzBatchTasksFailed", 1);
  }

  @Test
  void countsOfNewerVersionsAreNested() throws Exception {
    counts = Map.of("taskCounts", counts(0, 7, 2), "taskSlotCounts", counts(0, 14, 4));

    assertThat(get(awaiting("j1")).getMessage().getHeaders())
        .containsEntry("CamelAzBatchTasksSucceeded", 7)
        .containsEntry("CamelAzBatchTasksFailed", 2);
  }

  /** All threads read first pages then, and none is left to read the second ones. */
  @Test
  void manyWaitsThatEndAtOnceDoNotKeepEachOtherFromReading() throws Exception {
    together = new CountDownLatch(10);

    List<CompletableFuture<Exchange>> waits =
        IntStream.range(0, 40).mapToObj(n -> awaiting("job-" + n)).toList();

    for (CompletableFuture<Exchange> wait : waits) {
      assertThat(get(wait).getMessage().getBody(List.class)).hasSize(2);
    }
  }
}
