package io.github.camelhpc.examples;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.camel.RoutesBuilder;
import sweep.SweepRoutes;

/** What the tasks of a sweep printed is in one file: the primes of eight blocks of ten thousand. */
final class SweepExample implements Example {

  @Override
  public String name() {
    return "sweep";
  }

  @Override
  public RoutesBuilder javaRoutes() {
    return new SweepRoutes();
  }

  @Override
  public void check(ExampleRun run) throws Exception {
    assertThat(run.awaitLines("results/primes-1.csv", "8,Finished,876"))
        .containsExactly(
            "1,Finished,1033",
            "2,Finished,983",
            "3,Finished,958",
            "4,Finished,930",
            "5,Finished,924",
            "6,Finished,878",
            "7,Finished,902",
            "8,Finished,876");
    assertThat(run.simulators().hpcPack().jobCount()).isEqualTo(1);
  }
}
