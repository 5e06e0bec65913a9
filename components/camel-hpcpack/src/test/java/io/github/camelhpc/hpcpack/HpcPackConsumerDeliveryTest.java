package io.github.camelhpc.hpcpack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelhpc.simulators.Fault;
import io.github.camelhpc.test.RecordedFailures;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.apache.camel.AsyncCallback;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.support.AsyncProcessorSupport;
import org.apache.camel.support.processor.idempotent.FileIdempotentRepository;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No change is lost and none is repeated after it was completed, whatever goes wrong. */
class HpcPackConsumerDeliveryTest extends HpcPackConsumerTestSupport {

  private static final String JOBS = "/hpc/jobs";

  @TempDir private Path folder;

  /** Keeps the exchanges' events, and fails while it is told to. */
  private static final class Route implements Processor {
    private final List<String> events = new CopyOnWriteArrayList<>();
    private volatile boolean failing;

    @Override
    public void process(Exchange exchange) {
      events.add(eventId(exchange));
      if (failing) {
        throw new IllegalStateException("the route fails");
      }
    }

    private List<String> taken() {
      List<String> taken = List.copyOf(events);
      events.clear();
      return taken;
    }
  }

  private final Route route = new Route();

  private void consumeBy(String uri, Processor processor) throws Exception {
    start(routes(uri, processor));
  }

  private static RouteBuilder routes(String uri, Processor processor) {
    return new RouteBuilder() {
      @Override
      public void configure() {
        from(onDemand(uri)).routeId("watch").process(processor);
      }
    };
  }

  @Test
  void aFailedExchangeIsOfferedAgainWithTheSameEventId() throws Exception {
    job("Running");
    consumeBy("hpcpack:listJobs?startFrom=beginning", route);
    route.failing = true;
    poll();
    List<String> failed = route.taken();
    assertThat(failed).hasSize(1);

    poll();
    assertThat(route.taken()).isEqualTo(failed);

    route.failing = false;
    poll();
    assertThat(route.taken()).isEqualTo(failed);
    poll();
    assertThat(route.taken()).isEmpty();
  }

  @Test
  void aChangeThatFailedComesBeforeALaterOneOfTheSameJob() throws Exception {
    int job = job("Running");
    consumeBy("hpcpack:listJobs?startFrom=beginning", route);
    route.failing = true;
    poll();
    List<String> running = route.taken();
    route.failing = false;

    setState(job, "Finished");
    poll();
    assertThat(route.taken()).isEqualTo(running);
    poll();
    assertThat(route.taken()).singleElement().asString().contains("Finished");
  }

  @Test
  void theLastChangeOfAJobIsOfferedAgainToo() throws Exception {
    int job = job("Finished");
    consumeBy("hpcpack:getJob?jobId=" + job, route);
    route.failing = true;
    poll();
    poll();
    assertThat(polls.isScheduled()).isTrue();
    route.failing = false;
    poll();

    List<String> events = route.taken();
    assertThat(events).hasSize(3).containsOnly(events.get(0));
    assertThat(polls.isScheduled()).isFalse();
  }

  /** What a process that starts anew has: the file is read again. */
  private IdempotentRepository file() {
    return FileIdempotentRepository.fileIdempotentRepository(folder.resolve("seen").toFile());
  }

  @Test
  void aRestartWithARepositoryLosesAndRepeatsNothing() throws Exception {
    int completed = job("Running");
    int failing = job("Running");
    int later = job("Running");
    String uri = "hpcpack:listJobs?idempotentRepository=#seen";
    runWith(uri, () -> assertThat(events()).isEmpty());
    setState(completed, "Finished");

    runWith(uri, () -> assertThat(events()).hasSize(1));
    setState(failing, "Failed");
    route.failing = true;
    runWith(uri, () -> assertThat(events()).hasSize(1));
    route.failing = false;
    setState(later, "Canceled");

    runWith(
        uri,
        () ->
            assertThat(events())
                .hasSize(2)
                .anyMatch(event -> event.contains("/" + failing + "/Failed"))
                .anyMatch(event -> event.contains("/" + later + "/Canceled")));
    runWith(uri, () -> assertThat(events()).isEmpty());
  }

  private List<String> events() {
    poll();
    return route.taken();
  }

  /** A context of its own, from its start to its end. */
  private void runWith(String uri, Runnable whileRunning) throws Exception {
    try (CamelContext other = createCamelContext()) {
      other.getRegistry().bind("seen", file());
      other.addRoutes(routes(uri, route));
      other.start();
      whileRunning.run();
    }
  }

  @Test
  void aJobWhoseEndWasCompletedBeforeARestartIsNotAskedForAgain() throws Exception {
    String uri = "hpcpack:getJob?idempotentRepository=#seen&jobId=" + job("Finished");
    runWith(uri, () -> assertThat(events()).hasSize(1));

    runWith(
        uri,
        () -> {
          assertThat(events()).isEmpty();
          assertThat(polls.isScheduled()).isFalse();
        });
  }

  @Test
  void aRouteThatIsStoppedAndStartedGoesOnWithARepository() throws Exception {
    int job = job("Queued");
    context()
        .getRegistry()
        .bind("seen", MemoryIdempotentRepository.memoryIdempotentRepository(100));
    start(
        new RouteBuilder() {
          @Override
          public void configure() {
            from("hpcpack:listJobs?initialDelay=0&delay=20&idempotentRepository=#seen")
                .routeId("watch")
                .process(route);
          }
        });
    await().until(() -> simulator.requests().count("GET", JOBS) > 1);
    context().getRouteController().stopRoute("watch");
    setState(job, "Running");
    context().getRouteController().startRoute("watch");

    await().until(() -> !route.events.isEmpty());
    assertThat(route.taken()).singleElement().asString().contains("Running");
  }

  /** Completes its exchanges in another thread, each when the test allows one. */
  private static final class Slow extends AsyncProcessorSupport {
    private final List<String> begun = new CopyOnWriteArrayList<>();
    private final Semaphore allowed = new Semaphore(0);

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
      begun.add(eventId(exchange));
      new Thread(
              () -> {
                allowed.acquireUninterruptibly();
                callback.done(false);
              })
          .start();
      return false;
    }
  }

  @Test
  void aChangeThatAnAsynchronousRouteWorksOnIsNotEmittedTwice() throws Exception {
    int job = job("Running");
    Slow slow = new Slow();
    consumeBy("hpcpack:listJobs?startFrom=beginning", slow);
    poll();
    poll();
    assertThat(slow.begun).hasSize(1);

    setState(job, "Finished");
    poll();
    assertThat(slow.begun).as("the later change waits for the earlier one").hasSize(1);

    slow.allowed.release(2);
    await().until(() -> polledUntil(slow, 2));
    assertThat(slow.begun.get(1)).contains("Finished");
  }

  private boolean polledUntil(Slow slow, int count) {
    poll();
    return slow.begun.size() == count;
  }

  private static Stream<Fault> faults() {
    return Stream.of(
        Fault.status(503),
        Fault.status(429).header("Retry-After", "0"),
        Fault.resetBeforeAnswer(),
        Fault.resetInBody(),
        Fault.truncatedBody(),
        Fault.malformedBody());
  }

  @ParameterizedTest
  @MethodSource("faults")
  void aPollThatFailsIsTriedAgainAndNoChangeIsLost(Fault fault) throws Exception {
    RecordedFailures failures = new RecordedFailures();
    context().getRegistry().bind("failures", failures);
    int job = job("Running");
    int other = job("Running");
    consumeBy("hpcpack:listJobs?rowsPerRead=1&maxRetries=0&exceptionHandler=#failures", route);
    poll();
    setState(job, "Finished");
    setState(other, "Failed");

    simulator.faults().matching("GET", JOBS, fault, 1);
    poll();
    assertThat(failures.count()).isEqualTo(1);
    assertThat(route.taken()).isEmpty();
    advance(Duration.ofMinutes(30));
    poll();

    assertThat(route.taken())
        .hasSize(2)
        .anyMatch(event -> event.contains("Finished"))
        .anyMatch(event -> event.contains("Failed"));
    assertThat(failures.count()).isEqualTo(1);
  }

  @Test
  void aServerThatIsBusyIsLeftAloneForAsLongAsItAsks() throws Exception {
    consumeBy("hpcpack:listJobs?maxRetries=0", route);
    poll();
    simulator.faults().next(Fault.status(429).header("Retry-After", "3600"));
    poll();
    long asked = simulator.requests().count();
    poll();

    assertThat(simulator.requests().count()).isEqualTo(asked);
  }
}
