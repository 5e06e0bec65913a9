package io.github.camelhpc.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openjdk.jmh.annotations.Benchmark;

class WorksTest {

  static Stream<Work> works() {
    return Works.ALL.stream();
  }

  static Stream<JmhWork> jmhWorks() {
    return works().filter(JmhWork.class::isInstance).map(JmhWork.class::cast);
  }

  @ParameterizedTest
  @MethodSource("works")
  void everyTargetComparesTheComponentWithAPeer(Work work) {
    List<String> peers = work.peers().stream().map(Work.Peer::name).toList();

    assertThat(peers).doesNotHaveDuplicates().contains(Work.COMPONENT);
    assertThat(peers).containsAll(work.targets().stream().map(Target::peer).toList());
  }

  @ParameterizedTest
  @MethodSource("jmhWorks")
  void everyPeerIsABenchmark(JmhWork work) {
    assertThat(
            Arrays.stream(work.benchmark().getMethods())
                .filter(method -> method.isAnnotationPresent(Benchmark.class))
                .map(Method::getName))
        .containsAll(work.peers().stream().map(Work.Peer::name).toList());
  }

  @Test
  void anUnknownWorkIsNamed() {
    assertThat(Benchmarks.chosen("waits, getJob"))
        .extracting(Work::id)
        .containsExactly("waits", "getJob");
    assertThat(Benchmarks.chosen("")).isEqualTo(Works.ALL);
    assertThatThrownBy(() -> Benchmarks.chosen("getjob"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("benchmarks=getjob")
        .hasMessageContaining("getJob, listJobs");
  }

  /** Its tables are of a run of all works. */
  @ParameterizedTest
  @MethodSource("works")
  void thePageHasIt(Work work) throws Exception {
    assertThat(Files.readString(Path.of("../../docs/benchmarks.md")))
        .contains("`" + work.id() + "`", "### " + work.title());
  }
}
