package io.github.camelhpc.hpcpack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelhpc.simulators.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeTimedOutException;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;

/** Waiting for jobs that are there. */
class HpcPackAwaitTest extends HpcPackTestSupport {

  @Override
  protected RoutesBuilder createRouteBuilder() {
    return new RouteBuilder() {
      @Override
      public void configure() {
        from("direct:await").to("hpcpack:awaitJob");
        from("direct:awaitAll").to("hpcpack:awaitJob?awaitInterval=1s").to("mock:done");
      }
    };
  }

  private CompletableFuture<Exchange> awaiting(int jobId, Map<String, Object> headers) {
    return template()
        .asyncSend(
            "direct:await",
            exchange -> {
              exchange.getMessage().setHeaders(new java.util.HashMap<>(headers));
              exchange.getMessage().setHeader(HpcPackConstants.JOB_ID, jobId);
              exchange.getMessage().setBody("mine");
            });
  }

  private static Exchange get(CompletableFuture<Exchange> exchange) throws Exception {
    return exchange.get(20, TimeUnit.SECONDS);
  }

  @Test
  void goesOnWhenTheJobHasEnded() throws Exception {
    int id = submittedJob("quick");
    CompletableFuture<Exchange> waiting = awaiting(id, Map.of());
    await().until(() -> simulator.requests().count("GET", "/hpc/jobs/" + id) > 2);
    assertThat(waiting).isNotDone();

    advance(Duration.ofMinutes(1));

    Exchange done = get(waiting);
    assertThat(done.getMessage().getBody(Map.class))
        .containsEntry("State", "Finished")
        .containsEntry("Name", "test");
    assertThat(done.getMessage().getHeader(HpcPackConstants.STATE)).isEqualTo("Finished");
  }

  @Test
  void aJobThatFailedIsNoExceptionUnlessAskedFor() throws Exception {
    int id = submittedJob("fail");
    advance(Duration.ofMinutes(1));

    Exchange accepted = get(awaiting(id, Map.of()));
    assertThat(accepted.getException()).isNull();
    assertThat(accepted.getMessage().getBody(Map.class)).containsEntry("State", "Failed");

    Exchange refused = get(awaiting(id, Map.of(HpcPackConstants.FAIL_ON_UNSUCCESSFUL, true)));
    assertThat(refused.getException())
        .isInstanceOf(HpcPackJobFailedException.class)
        .hasMessageContaining("job " + id + " ended as Failed");
    assertThat(refused.getMessage().getBody()).isEqualTo("mine");
  }

  @Test
  void aWaitCanTimeOut() throws Exception {
    int id = submittedJob("long");

    Exchange exchange = get(awaiting(id, Map.of(HpcPackConstants.AWAIT_TIMEOUT, "300ms")));

    assertThat(exchange.getException())
        .isInstanceOf(ExchangeTimedOutException.class)
        .hasMessageContaining("hpcpack:awaitJob: " + id + " was not done within 300 ms");
    assertThat(HpcPackStates.isTerminal(state(id))).isFalse();
  }

  @Test
  void aJobThatIsNotThereEndsTheWait() throws Exception {
    Exchange exchange = get(awaiting(4711, Map.of()));

    assertThat(exchange.getException())
        .isInstanceOf(HpcPackException.class)
        .hasMessageContaining("404");
  }

  @Test
  void aServerThatFailsForAWhileDoesNot() throws Exception {
    int id = submittedJob("quick");
    simulator.faults().matching("GET", "/hpc/jobs/.*", Fault.status(500).body("busy"), 3);
    CompletableFuture<Exchange> waiting = awaiting(id, Map.of());
    advance(Duration.ofMinutes(1));

    assertThat(get(waiting).getMessage().getBody(Map.class)).containsEntry("State", "Finished");
    assertThat(simulator.requests().count("GET", "/hpc/jobs/" + id)).isGreaterThan(3);
  }

  @Test
  void stoppingTheContextEndsTheWaits() throws Exception {
    int id = submittedJob("long");
    CompletableFuture<Exchange> waiting = awaiting(id, Map.of());
    await().until(() -> simulator.requests().count("GET", "/hpc/jobs/" + id) > 0);
    context().getShutdownStrategy().setTimeUnit(TimeUnit.MILLISECONDS);
    context().getShutdownStrategy().setTimeout(200);

    context().stop();

    assertThat(get(waiting).getException())
        .hasMessageContaining("hpcpack:awaitJob: the wait ended because the route stops");
    assertThat(HpcPackStates.isTerminal(simulator.hpcPack().job(id).state())).isFalse();
  }

  @Test
  void tenThousandWaitsCostAFewRequestsATickAndNoThreads() throws Exception {
    int jobs = 10_000;
    List<Integer> ids = simulator.hpcPack().createJobs(jobs, Map.of("Name", "many"));
    simulator.hpcPack().setAllJobs("Running");
    // real seconds tell the ticks apart, since the simulator's clock stands still
    Map<Long, Long> requestsBySecond = new ConcurrentHashMap<>();
    getMockEndpoint("mock:done").expectedMessageCount(jobs);
    getMockEndpoint("mock:done").setRetainFirst(0);
    Set<Thread> before = Thread.getAllStackTraces().keySet();

    List<CompletableFuture<Exchange>> waits = new ArrayList<>(jobs);
    for (int id : ids) {
      waits.add(
          template()
              .asyncSend(
                  "direct:awaitAll", e -> e.getMessage().setHeader(HpcPackConstants.JOB_ID, id)));
    }
    simulator.requests().clear();
    countFor(Duration.ofSeconds(5), requestsBySecond);

    assertThat(waits).noneMatch(CompletableFuture::isDone);
    assertThat(requestsBySecond.values())
        .as("requests in each interval of a second: %s", requestsBySecond)
        .isNotEmpty()
        .allMatch(count -> count <= 4);
    assertThat(Thread.getAllStackTraces().keySet().size() - before.size())
        .as("threads that came with 10,000 waits")
        .isLessThan(60);

    simulator.requests().clear();
    simulator.hpcPack().finishAll();
    getMockEndpoint("mock:done").assertIsSatisfied(30_000);

    assertThat(simulator.requests().count()).as("requests until all were done").isLessThan(9);
    for (CompletableFuture<Exchange> wait : waits) {
      assertThat(get(wait).getException()).isNull();
    }
  }

  private static void countFor(Duration duration, Map<Long, Long> requestsBySecond)
      throws ExecutionException, InterruptedException {
    long[] last = {simulator.requests().count()};
    long start = System.nanoTime();
    await()
        .pollInterval(Duration.ofSeconds(1))
        .timeout(duration.plusSeconds(10))
        .until(
            () -> {
              long now = simulator.requests().count();
              requestsBySecond.put((System.nanoTime() - start) / 1_000_000_000L, now - last[0]);
              last[0] = now;
              return System.nanoTime() - start > duration.toNanos();
            });
  }
}
