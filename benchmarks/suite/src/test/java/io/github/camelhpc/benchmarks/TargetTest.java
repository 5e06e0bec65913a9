package io.github.camelhpc.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TargetTest {

  private static final Target TWICE = Target.throughput("http", 2);
  private static final Target HALF = Target.atMost(Metric.ALLOCATION, "http", 0.5);

  private static Measurements measured(double time, double allocation) {
    Measurements measured = new Measurements();
    // the median of three rounds, one of which was disturbed
    for (double disturbance : List.of(1.0, 9.0, 1.0)) {
      measured.add(Work.COMPONENT, Metric.TIME, time * disturbance);
      measured.add(Work.COMPONENT, Metric.ALLOCATION, allocation);
      measured.add("http", Metric.TIME, 10);
      measured.add("http", Metric.ALLOCATION, 1000);
    }
    return measured;
  }

  @Test
  void throughputIsThePeersTimeByTheComponents() {
    assertThat(TWICE.ratio(measured(4, 500))).isEqualTo(2.5);
    assertThat(TWICE.isReached(measured(5, 500))).isTrue();
    assertThat(TWICE.isReached(measured(5.1, 500))).isFalse();
    assertThat(TWICE.inWords()).isEqualTo("throughput ≥ 2 × http");
  }

  @Test
  void whatIsUsedIsTheComponentsByThePeers() {
    assertThat(HALF.ratio(measured(4, 250))).isEqualTo(0.25);
    assertThat(HALF.isReached(measured(4, 500))).isTrue();
    assertThat(HALF.isReached(measured(4, 501))).isFalse();
    assertThat(HALF.inWords()).isEqualTo("allocation ≤ 0.5 × http");
  }

  @Test
  void theSpreadIsRelativeToTheMedian() {
    assertThat(measured(4, 500).spread(Work.COMPONENT, Metric.TIME)).containsExactly(1, 9);
  }
}
