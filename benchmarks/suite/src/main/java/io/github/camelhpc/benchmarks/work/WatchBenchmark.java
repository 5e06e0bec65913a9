package io.github.camelhpc.benchmarks.work;

import io.github.camelhpc.benchmarks.server.Control;
import io.github.camelhpc.benchmarks.server.ServerContents;
import io.github.camelhpc.simulators.HpcSimulators;
import io.github.camelhpc.simulators.SimulatorClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.ScheduledPollConsumer;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The jobs that changed since the last look. An operation is one look; before it ten seconds pass
 * at the server, in which other jobs change.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Measurement(iterations = 1)
public class WatchBenchmark {

  private static final int JOBS = 100_000;
  private static final int CHANGES = 100;

  /** So many are polled one by one; one of them changes at each look. */
  private static final int POLLED = JOBS / CHANGES;

  private static final int CONSUMED = 100;
  private static final int LISTED = 4;
  private static final int ASKED = 4;

  /** A head node whose time goes on by ten seconds, and whose jobs change, when it is told so. */
  public static final class ChangingJobs implements ServerContents {

    private int changes;

    @Override
    public HpcSimulators start() {
      HpcSimulators simulators =
          HpcSimulators.builder()
              .httpsPort(-1)
              .user(USER, PASSWORD)
              .clock(SimulatorClock.manual(Instant.parse("2026-03-01T09:00:00Z")))
              .start();
      simulators.hpcPack().createJobs(JOBS, Map.of("Name", "pricing"));
      simulators.hpcPack().setAllJobs("Running");
      simulators.clock().advance(Duration.ofHours(1));
      return simulators;
    }

    @Override
    public boolean areAnswersKept() {
      return false;
    }

    @Override
    public Map<String, String> properties(HpcSimulators simulators) {
      Map<String, String> properties = new HashMap<>(HpcPackRoutes.path(simulators));
      properties.putAll(
          Control.serve(
              Map.of(
                  "change", () -> change(simulators),
                  "requests", () -> simulators.requests().count())));
      return properties;
    }

    /** Every thousandth job, others each time, from one state to the other and back. */
    private long change(HpcSimulators simulators) {
      simulators.clock().advance(Duration.ofSeconds(10));
      String state = changes / POLLED % 2 == 0 ? "Queued" : "Running";
      for (int id = changes % POLLED + 1; id <= JOBS; id += POLLED) {
        simulators.hpcPack().setJobState(id, state);
      }
      return changes++;
    }
  }

  /** For each look. */
  @AuxCounters(AuxCounters.Type.EVENTS)
  @State(Scope.Thread)
  public static class Counters {
    public double requests;
    public double processor;
  }

  private final Map<String, String> states = new HashMap<>();
  private final Set<String> changed = new HashSet<>();
  private final List<Integer> polled = IntStream.rangeClosed(1, POLLED).boxed().toList();
  private Control control;
  private Routes routes;

  @Setup
  public void start() throws Exception {
    control = Control.connect();
    routes =
        Routes.start(
            "hpcpack",
            HpcPackRoutes.component(),
            new RouteBuilder() {
              @Override
              public void configure() {
                from("hpcpack:listJobs?properties=Id,Name,State&startScheduler=false")
                    .routeId("component")
                    .autoStartup(false)
                    .process(WatchBenchmark.this::emitted);
                HpcPackRoutes.eachPage(
                        from("direct:listing"), "rowsPerRead=1000&properties=Id,Name,State")
                    .process(WatchBenchmark.this::keepChanged)
                    .split(body())
                    .process(job -> changed.add(HpcPackRoutes.property(job, "Id")))
                    .end()
                    .end();
                from("direct:polling")
                    .split(body())
                    .setHeader("CamelHpcPackJobId", body())
                    .to("hpcpack:getJob?properties=Id,Name,State")
                    .filter(this::isChanged)
                    .process(WatchBenchmark.this::emitted)
                    .end()
                    .end();
              }

              private boolean isChanged(Exchange job) {
                Map<?, ?> properties = job.getMessage().getBody(Map.class);
                return isNew((String) properties.get("Id"), (String) properties.get("State"));
              }
            });
  }

  @TearDown
  public void stop() throws Exception {
    routes.close();
    control.close();
  }

  @Benchmark
  @OperationsPerInvocation(CONSUMED)
  @Warmup(iterations = 4)
  public void component(Counters counters) throws Exception {
    if (routes.context().getRouteController().getRouteStatus("component").isStopped()) {
      routes.context().getRouteController().startRoute("component");
      consumer().run();
    }
    look(CONSUMED, CHANGES, counters, () -> consumer().run());
  }

  private ScheduledPollConsumer consumer() {
    return (ScheduledPollConsumer) routes.context().getRoute("component").getConsumer();
  }

  @Benchmark
  @OperationsPerInvocation(LISTED)
  @Warmup(iterations = 2)
  public void listing(Counters counters) throws Exception {
    if (states.isEmpty()) {
      routes.send("direct:listing", message -> {});
    }
    look(LISTED, CHANGES, counters, () -> routes.send("direct:listing", message -> {}));
  }

  @Benchmark
  @OperationsPerInvocation(ASKED)
  @Warmup(iterations = 2)
  public void polling(Counters counters) throws Exception {
    if (states.isEmpty()) {
      poll();
    }
    look(ASKED, 1, counters, this::poll);
    counters.requests *= JOBS / POLLED;
    counters.processor *= JOBS / POLLED;
  }

  private void poll() throws Exception {
    routes.send("direct:polling", message -> message.getMessage().setBody(polled));
  }

  /** Looks, and finds as many changes as there are each time. */
  private void look(int times, int changes, Counters counters, Look look) throws Exception {
    long requests = control.ask("requests");
    ProcessorTime processor = new ProcessorTime();
    for (int i = 0; i < times; i++) {
      control.ask("change");
      changed.clear();
      look.once();
      if (changed.size() != changes) {
        throw new IllegalStateException(
            changes + " jobs changed; found were " + changed.size() + ": " + changed);
      }
    }
    counters.processor = processor.milliseconds() / times;
    counters.requests = (double) (control.ask("requests") - requests) / times;
  }

  private void keepChanged(Exchange page) {
    List<Map<?, ?>> news = new ArrayList<>();
    for (Object each : page.getMessage().getBody(List.class)) {
      Map<?, ?> job = (Map<?, ?>) each;
      if (isNew(HpcPackRoutes.property(job, "Id"), HpcPackRoutes.property(job, "State"))) {
        news.add(job);
      }
    }
    page.getMessage().setBody(news);
  }

  private boolean isNew(String id, String state) {
    return !state.equals(states.put(id, state));
  }

  private void emitted(Exchange job) {
    changed.add((String) job.getMessage().getBody(Map.class).get("Id"));
  }

  /** Looks once. */
  @FunctionalInterface
  private interface Look {
    void once() throws Exception;
  }
}
