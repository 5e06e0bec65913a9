package io.github.camelhpc.benchmarks.work;

import io.github.camelhpc.benchmarks.server.ServerContents;
import io.github.camelhpc.simulators.HpcSimulators;
import java.util.Map;
import java.util.concurrent.TimeUnit;
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

/** All jobs in pages, an exchange for each. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 12)
@Measurement(iterations = ListJobsBenchmark.LISTINGS)
public class ListJobsBenchmark {

  static final int LISTINGS = 4;

  private static final int JOBS = 100_000;
  private static final int ROWS = 1_000;
  private static final String PROPERTIES = "Id,Name,State,Owner,Priority,CreateTime,ChangeTime";

  /**
   * A head node with jobs. The answers are kept: a page has its own query id here, so that the same
   * request is the same page.
   */
  public static final class Jobs implements ServerContents {

    @Override
    public HpcSimulators start() {
      HpcSimulators simulators = HpcSimulators.builder().httpsPort(-1).user(USER, PASSWORD).start();
      simulators.hpcPack().createJobs(JOBS, Map.of("Name", "pricing"));
      simulators.hpcPack().setAllJobs("Running");
      return simulators;
    }

    @Override
    public Map<String, String> properties(HpcSimulators simulators) {
      return HpcPackRoutes.path(simulators);
    }
  }

  /** For each listing; the values of all listings are added up. */
  @AuxCounters(AuxCounters.Type.EVENTS)
  @State(Scope.Thread)
  public static class Counters {
    public double processor;
  }

  private Routes routes;
  private long jobs;
  private long ids;

  @Setup
  public void start() throws Exception {
    routes =
        Routes.start(
            "hpcpack",
            HpcPackRoutes.component(),
            new RouteBuilder() {
              @Override
              public void configure() {
                from("direct:component")
                    .to(
                        "hpcpack:listJobs?outputType=StreamList&rowsPerRead="
                            + ROWS
                            + "&properties="
                            + PROPERTIES)
                    .split(body())
                    .streaming()
                    .process(job -> count(job.getMessage().getBody(Map.class).get("Id")))
                    .end();
                HpcPackRoutes.eachPage(
                        from("direct:http"), "rowsPerRead=" + ROWS + "&properties=" + PROPERTIES)
                    .split(body())
                    .process(job -> count(HpcPackRoutes.property(job, "Id")))
                    .end()
                    .end();
              }
            });
  }

  @TearDown
  public void stop() {
    routes.close();
  }

  @Benchmark
  public long component(Counters counters) throws Exception {
    return listed("direct:component", counters);
  }

  @Benchmark
  public long http(Counters counters) throws Exception {
    return listed("direct:http", counters);
  }

  private long listed(String uri, Counters counters) throws Exception {
    jobs = 0;
    ids = 0;
    ProcessorTime processor = new ProcessorTime();
    routes.send(uri, message -> {});
    counters.processor = processor.milliseconds() / LISTINGS;
    if (jobs != JOBS || ids != JOBS * (JOBS + 1L) / 2) {
      throw new IllegalStateException("There are " + JOBS + " jobs; listed were " + jobs);
    }
    return ids;
  }

  private void count(Object id) {
    jobs++;
    ids += Integer.parseInt(id.toString());
  }
}
