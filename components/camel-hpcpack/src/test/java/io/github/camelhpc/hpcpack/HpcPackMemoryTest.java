package io.github.camelhpc.hpcpack;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelhpc.simulators.HpcSimulators;
import io.github.camelhpc.test.ChildJvm;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;

/** 100,000 jobs are listed by a small JVM, page by page. */
class HpcPackMemoryTest {

  private static final int JOBS = 100_000;

  @Test
  void aHundredThousandJobsAreListedIn64Megabytes() throws Exception {
    try (HpcSimulators simulator = HpcSimulators.builder().user("hpcuser", "secret").start()) {
      simulator.hpcPack().createJobs(JOBS, Map.of("Name", "one of many"));

      String printed =
          ChildJvm.of(64, Listing.class, simulator.hpcPackUrl()).output(Duration.ofMinutes(1));

      assertThat(printed).contains("listed " + JOBS + " jobs");
      assertThat(simulator.requests().count("GET", "/hpc/jobs")).isEqualTo(JOBS / 5_000);
    }
  }

  /** What the small JVM runs. */
  public static final class Listing {

    private Listing() {}

    public static void main(String[] arguments) throws Exception {
      AtomicInteger listed = new AtomicInteger();
      try (DefaultCamelContext context = new DefaultCamelContext()) {
        HpcPackComponent component = new HpcPackComponent();
        component.getConfiguration().setServiceUrl(arguments[0]);
        component.getConfiguration().setUsername("hpcuser");
        component.getConfiguration().setPassword("secret");
        context.addComponent("hpcpack", component);
        context.addRoutes(
            new RouteBuilder() {
              @Override
              public void configure() {
                from("direct:list")
                    .to("hpcpack:listJobs?outputType=StreamList&rowsPerRead=5000")
                    .split(body())
                    .streaming()
                    .filter(simple("${body[Name]} == 'one of many'"))
                    .process(exchange -> listed.incrementAndGet());
              }
            });
        context.start();
        context.createProducerTemplate().sendBody("direct:list", null);
        System.out.printf("listed %d jobs%n", listed.get());
      }
    }
  }
}
