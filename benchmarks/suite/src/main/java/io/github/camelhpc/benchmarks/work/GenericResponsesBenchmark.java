package io.github.camelhpc.benchmarks.work;

import io.github.camelhpc.benchmarks.server.ServerContents;
import io.github.camelhpc.hpcsoa.model.SoaResponse;
import io.github.camelhpc.simulators.HpcSimulators;
import io.github.camelhpc.simulators.hpcsoa.SimulatedResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
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

/** All responses of a batch of requests to a generic service. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5)
@Measurement(iterations = 5)
public class GenericResponsesBenchmark {

  private static final int RESPONSES = 1_000_000;
  private static final String OUTPUT = "x".repeat(25);
  private static final long FIRST_ID = 1_000_000;
  private static final int TEXT_OF_RESPONSE = OUTPUT.length() + "1000000".length() * 2;

  /** A broker with a batch. */
  public static final class Responses implements ServerContents {

    @Override
    public HpcSimulators start() {
      return SoaBatch.start("CcpEchoSvc", RESPONSES, Responses::response);
    }

    private static SimulatedResponse response(long index) {
      long id = FIRST_ID + index;
      return SimulatedResponse.generic(String.valueOf(id), OUTPUT + id);
    }

    @Override
    public Map<String, String> properties(HpcSimulators simulators) {
      return SoaBatch.properties(simulators);
    }
  }

  /** What a user without the component makes of an item. */
  private record Item(String action, String output, String userData) {}

  private final SoaBatch batch = new SoaBatch(true);
  private Routes routes;
  private long count;
  private long length;

  @Setup
  public void start() throws Exception {
    routes =
        Routes.start(
            "hpcsoa",
            batch.component(),
            new RouteBuilder() {
              @Override
              public void configure() {
                from("direct:component")
                    .to(batch.componentUri())
                    .process(GenericResponsesBenchmark.this::addAll);
                from("direct:componentSplit")
                    .to(batch.componentUri())
                    .split(body())
                    .streaming()
                    .process(exchange -> add(exchange.getMessage().getBody(SoaResponse.class)));
              }
            });
  }

  @TearDown
  public void stop() throws Exception {
    routes.close();
    batch.close();
  }

  @Benchmark
  public void component(ProcessorCounter processor) throws Exception {
    begin();
    routes.send("direct:component", exchange -> {});
    requireAll();
  }

  @Benchmark
  public void componentSplit(ProcessorCounter processor) throws Exception {
    begin();
    routes.send("direct:componentSplit", exchange -> {});
    requireAll();
  }

  @Benchmark
  public void stringSplit(ProcessorCounter processor) throws Exception {
    begin();
    batch.readByHand(
        RESPONSES + 1,
        in -> {
          String[] items = new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\0");
          for (int i = 0; i < items.length - 1; i++) {
            String[] parts = items[i].split("\uFFFF", -1);
            add(new Item(parts[0], parts[1], parts[2]));
          }
          return items.length;
        });
    requireAll();
  }

  @Benchmark
  public void scan(ProcessorCounter processor) throws Exception {
    batch.readByHand(RESPONSES + 1, GenericResponsesBenchmark::zeros);
  }

  private static long zeros(InputStream in) throws IOException {
    byte[] block = new byte[32 * 1024];
    long zeros = 0;
    for (int read = in.read(block); read >= 0; read = in.read(block)) {
      for (int i = 0; i < read; i++) {
        if (block[i] == 0) {
          zeros++;
        }
      }
    }
    return zeros;
  }

  private void begin() {
    count = 0;
    length = 0;
  }

  private void addAll(Exchange exchange) {
    Iterator<?> responses = exchange.getMessage().getBody(Iterator.class);
    while (responses.hasNext()) {
      add((SoaResponse) responses.next());
    }
  }

  private void add(SoaResponse response) {
    count++;
    length += response.output().length() + response.userData().length();
  }

  private void add(Item item) {
    count++;
    length += item.output().length() + item.userData().length();
  }

  private void requireAll() {
    if (count != RESPONSES || length != (long) RESPONSES * TEXT_OF_RESPONSE) {
      throw new IllegalStateException(
          "%d responses with a text of %d characters came".formatted(count, length));
    }
  }
}
