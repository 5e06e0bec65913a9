package io.github.camelhpc.hpcpack;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelhpc.test.Allocations;
import java.time.Duration;
import java.util.Map;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.ScheduledPollConsumer;
import org.junit.jupiter.api.Test;

/** What a poll at which nothing changed leaves for the garbage collector, and asks for. */
class HpcPackWatchAllocationTest extends HpcPackTestSupport {

  private static final int POLLS = 10;
  private static final int JOBS = 1_000;

  /** 25,256 were seen: the request, its answer, and the connection's buffers. */
  private static final long BYTES_OF_A_POLL = 32_000;

  /** 488 were seen: the values as text, the row, and the event id. */
  private static final long BYTES_OF_AN_ENTRY = 620;

  @Override
  protected RouteBuilder createRouteBuilder() {
    return new RouteBuilder() {
      @Override
      public void configure() {
        from("hpcpack:listJobs?properties=Id,Name,State&startScheduler=false")
            .routeId("watch")
            .autoStartup(false)
            .to("mock:changed");
      }
    };
  }

  @Test
  void pollWithoutChangesAllocatesTheSameForAnyNumberOfJobs() throws Exception {
    simulator.hpcPack().createJobs(JOBS, Map.of("Name", "old"));
    advance(Duration.ofHours(1));

    long bytes = bytesOfAPoll();

    assertThat(bytes).isLessThan(BYTES_OF_A_POLL);
    assertThat(simulator.requests().count("GET", "/hpc/jobs"))
        .isEqualTo(Allocations.ROUNDS * POLLS + 1);
  }

  /** They changed within the time that is asked for again at each poll. */
  @Test
  void entryThatIsReadAgainAllocatesLittle() throws Exception {
    simulator.hpcPack().createJobs(JOBS, Map.of("Name", "new"));

    long bytes = bytesOfAPoll() / JOBS;

    assertThat(bytes).isLessThan(BYTES_OF_AN_ENTRY);
    assertThat(simulator.requests().count("GET", "/hpc/jobs"))
        .isEqualTo(Allocations.ROUNDS * POLLS + 1);
  }

  private long bytesOfAPoll() throws Exception {
    context.getRouteController().startRoute("watch");
    ScheduledPollConsumer consumer =
        (ScheduledPollConsumer) context.getRoute("watch").getConsumer();
    consumer.run();
    return Allocations.perRun(POLLS, consumer::run);
  }
}
