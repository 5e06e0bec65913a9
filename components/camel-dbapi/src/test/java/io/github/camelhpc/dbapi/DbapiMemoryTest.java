package io.github.camelhpc.dbapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelhpc.dbapi.model.MetricRow;
import io.github.camelhpc.dbapi.model.ResourceResult;
import io.github.camelhpc.dbapi.model.SeriesAttribute;
import io.github.camelhpc.simulators.HpcSimulators;
import io.github.camelhpc.simulators.dbapi.data.DataSet;
import io.github.camelhpc.simulators.dbapi.data.ResourceType;
import io.github.camelhpc.test.ChildJvm;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Results of any size pass through a route that has little memory. */
class DbapiMemoryTest {

  private static final int MACHINES = 1_000;
  private static final int POINTS = 10_000;

  @ParameterizedTest
  @ValueSource(strings = {"RESOURCES", "ROWS"})
  void tenMillionPointsAreStreamedIn64Megabytes(String format) throws Exception {
    DataSet large =
        DataSet.named("defaultDs")
            .with(
                ResourceType.of("vm")
                    .resources(MACHINES, "web%04d")
                    .attribute(
                        io.github.camelhpc.simulators.dbapi.data.SeriesAttribute.of(
                                "cpuUsage", "cpu usage", "%", signature -> second -> second % 100)
                            .withInterval(Duration.ofSeconds(1))));
    try (HpcSimulators simulator =
        HpcSimulators.builder()
            .httpsPort(-1)
            .user(DbapiTestSupport.USER, DbapiTestSupport.PASSWORD)
            .dbapi(server -> server.dataSet(large))
            .start()) {

      String printed =
          ChildJvm.of(64, Reading.class, simulator.dbapiUrl(), format)
              .output(Duration.ofMinutes(2));

      assertThat(printed).contains("read " + MACHINES * POINTS + " points");
    }
  }

  /** Counts the points. */
  public static final class Reading {

    private Reading() {}

    public static void main(String[] arguments) throws Exception {
      AtomicLong points = new AtomicLong();
      try (DefaultCamelContext context = new DefaultCamelContext()) {
        context.addComponent("dbapi", DbapiTestSupport.component(arguments[0]));
        context.addRoutes(
            new RouteBuilder() {
              @Override
              public void configure() {
                from("direct:read")
                    .to(
                        "dbapi:runQuery?outputType=StreamList&startTime=20260131_000000"
                            + "&endTime=20260131_024640&resultFormat="
                            + arguments[1])
                    .split(body())
                    .streaming()
                    .process(exchange -> points.addAndGet(count(exchange.getMessage().getBody())));
              }
            });
        context.start();
        context.createProducerTemplate().sendBody("direct:read", "vm[@cpuUsage rx b .*]");
      }
      System.out.printf("read %d points%n", points.get());
    }

    private static long count(Object result) {
      return result instanceof MetricRow
          ? 1
          : ((ResourceResult) result)
              .attributes().values().stream()
                  .flatMap(attribute -> ((SeriesAttribute) attribute).blocks().stream())
                  .mapToLong(block -> block.values().length)
                  .sum();
    }
  }
}
