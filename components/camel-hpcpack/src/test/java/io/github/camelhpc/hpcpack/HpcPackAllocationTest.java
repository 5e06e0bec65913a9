package io.github.camelhpc.hpcpack;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelhpc.test.Allocations;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What one call allocates besides its answer; docs/benchmarks.md compares it with others. */
class HpcPackAllocationTest extends HpcPackTestSupport {

  /** Measured: 16,800 bytes, most of which Apache HttpClient allocates. */
  private static final long MOST = 20_000;

  @Test
  void aJobIsAskedForWithFewAllocations() throws Exception {
    int id = createdJob(Map.of("Name", "pricing"));
    String uri = "hpcpack:getJob?properties=Id,Name,State,Owner,Priority&jobId=" + id;

    long bytes = Allocations.perRun(200, () -> call(uri, null));

    assertThat(bytes).isLessThan(MOST);
  }
}
