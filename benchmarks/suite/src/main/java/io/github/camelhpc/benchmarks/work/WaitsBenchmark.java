package io.github.camelhpc.benchmarks.work;

import io.github.camelhpc.benchmarks.server.Control;
import io.github.camelhpc.benchmarks.server.ServerContents;
import io.github.camelhpc.simulators.HpcSimulators;
import io.github.camelhpc.simulators.SimulatorClock;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.apache.camel.AsyncProducer;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Exchanges that wait at the same time, each for a job of its own. An operation lets them wait for
 * a while, ends all the jobs, and goes on until all the exchanges are done.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
public class WaitsBenchmark {

  private static final int JOBS = 10_000;

  /** Ten thousand blocked threads were borne, too, but needed a minute and a half. */
  private static final int FEW = 1_000;

  private static final long INTERVAL = 500;
  private static final int TICKS = 16;

  /** A head node whose jobs run until they are ended. */
  public static final class RunningJobs implements ServerContents {

    @Override
    public HpcSimulators start() {
      HpcSimulators simulators =
          HpcSimulators.builder()
              .httpsPort(-1)
              .user(USER, PASSWORD)
              .clock(SimulatorClock.manual(Instant.parse("2026-03-01T09:00:00Z")))
              .start();
      simulators.hpcPack().createJobs(JOBS, Map.of("Name", "pricing"));
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
                  "run", () -> run(simulators),
                  "finish", () -> finish(simulators),
                  "requests", () -> simulators.requests().count())));
      return properties;
    }

    /** All jobs run, and have done so for an hour. */
    private static long run(HpcSimulators simulators) {
      simulators.hpcPack().setAllJobs("Running");
      simulators.clock().advance(Duration.ofHours(1));
      return JOBS;
    }

    private static long finish(HpcSimulators simulators) {
      simulators.hpcPack().finishAll();
      return JOBS;
    }
  }

  /**
   * Threads: at most while all wait, beyond those of the started context; when many waits end at
   * once, the pools of Camel's default profile grow to their bound, whatever the number. The
   * others: for each tick.
   */
  @AuxCounters(AuxCounters.Type.EVENTS)
  @State(Scope.Thread)
  public static class Counters {
    public double threads;
    public double requests;
    public double processor;
  }

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private Control control;
  private Routes routes;
  private AsyncProducer waits;

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
                from("direct:component").to("hpcpack:awaitJob?awaitInterval=" + INTERVAL);
                from("direct:blocking")
                    .setProperty("id", header("CamelHpcPackJobId"))
                    .setProperty("state", constant("Running"))
                    .loopDoWhile(exchangeProperty("state").isEqualTo("Running"))
                    .delay(INTERVAL)
                    .syncDelayed()
                    .removeHeaders("*")
                    .setBody(constant(null))
                    .setHeader("Accept", constant("application/json"))
                    .setHeader(Exchange.HTTP_PATH, simple("/jobs/${exchangeProperty.id}"))
                    .to(
                        HpcPackRoutes.serviceUrl()
                            + "?properties=Id,State&connectionsPerRoute=200&maxTotalConnections=200&"
                            + Routes.httpCredentials())
                    .unmarshal()
                    .json()
                    .process(WaitsBenchmark::keepState)
                    .end();
              }
            });
    waits = routes.context().getEndpoint("direct:component").createAsyncProducer();
    waits.start();
  }

  private static void keepState(Exchange job) {
    List<?> properties = job.getMessage().getBody(List.class);
    job.setProperty("state", HpcPackRoutes.property(properties, "State"));
    job.getMessage().setHeader("CamelHpcPackState", job.getProperty("state"));
  }

  @TearDown
  public void stop() throws Exception {
    waits.stop();
    routes.close();
    control.close();
  }

  @Benchmark
  public int component(Counters counters) throws Exception {
    return await(JOBS, counters, this::awaitJob);
  }

  @Benchmark
  public int waits1000(Counters counters) throws Exception {
    return await(FEW, counters, this::awaitJob);
  }

  @Benchmark
  public int blocking(Counters counters) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(FEW);
    try {
      return await(JOBS, counters, id -> CompletableFuture.supplyAsync(() -> block(id), pool));
    } finally {
      pool.shutdown();
    }
  }

  /** Not by the template, which sends in a pool of its own. */
  private CompletableFuture<Exchange> awaitJob(int id) {
    Exchange exchange = waits.getEndpoint().createExchange();
    exchange.getMessage().setHeader("CamelHpcPackJobId", id);
    return waits.processAsync(exchange);
  }

  private Exchange block(int id) {
    Exchange exchange = routes.context().getEndpoint("direct:blocking").createExchange();
    exchange.getMessage().setHeader("CamelHpcPackJobId", id);
    return routes.template().send("direct:blocking", exchange);
  }

  private int await(int jobs, Counters counters, IntFunction<CompletableFuture<Exchange>> wait)
      throws Exception {
    control.ask("run");
    int before = threads.getThreadCount();
    threads.resetPeakThreadCount();
    List<CompletableFuture<Exchange>> all = new ArrayList<>(jobs);
    for (int id = 1; id <= jobs; id++) {
      all.add(wait.apply(id));
    }
    // until all have begun
    TimeUnit.MILLISECONDS.sleep(2 * INTERVAL);
    count(counters);
    counters.threads = threads.getPeakThreadCount() - before;
    if (all.stream().anyMatch(CompletableFuture::isDone)) {
      throw new IllegalStateException("An exchange did not wait.");
    }
    control.ask("finish");
    for (CompletableFuture<Exchange> done : all) {
      Exchange exchange = done.get(1, TimeUnit.MINUTES);
      if (!"Finished".equals(exchange.getMessage().getHeader("CamelHpcPackState"))) {
        throw new IllegalStateException("A job was not awaited.", exchange.getException());
      }
    }
    return jobs;
  }

  private void count(Counters counters) throws InterruptedException {
    long requests = control.ask("requests");
    ProcessorTime processor = new ProcessorTime();
    TimeUnit.MILLISECONDS.sleep(TICKS * INTERVAL);
    counters.requests = (double) (control.ask("requests") - requests) / TICKS;
    counters.processor = processor.milliseconds() / TICKS;
  }
}
