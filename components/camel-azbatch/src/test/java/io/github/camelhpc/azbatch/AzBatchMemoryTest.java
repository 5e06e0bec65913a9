package io.github.camelhpc.azbatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelhpc.azbatch.model.JobPreparationAndReleaseTaskExecutionInformation;
import io.github.camelhpc.simulators.HpcSimulators;
import io.github.camelhpc.simulators.HpcSimulatorsBuilder;
import io.github.camelhpc.simulators.azbatch.AzBatchSettings;
import io.github.camelhpc.test.ChildJvm;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Small JVMs do what larger ones can. */
class AzBatchMemoryTest {

  private static final int TASKS = 200_000;
  private static final int STATUSES = 10_000;

  /** What becomes of them is kept, what was sent is not: that alone is 140 megabytes and more. */
  @Test
  void twoHundredThousandTasksAreAddedIn192Megabytes() throws Exception {
    try (StubAccount account = new StubAccount()) {
      StubTasks tasks = new StubTasks();
      account.forgetRequests();
      account.answer(tasks);

      String printed = ChildJvm.of(192, Adding.class, account.url()).output(Duration.ofMinutes(2));

      assertThat(printed).contains("added " + TASKS + " tasks, the last is t" + (TASKS - 1));
      assertThat(tasks.added).hasSize(TASKS);
      assertThat(tasks.chunkSizes).hasSize(TASKS / 100);
      assertThat(tasks.bodySizes.stream().mapToLong(size -> size).sum()).isGreaterThan(140_000_000);
    }
  }

  /** Half of the nodes are not in the pool any more: they stay in the list. */
  @ParameterizedTest
  @CsvSource({"false, 10", "true, 11"})
  void tenThousandStatusesOfFiveThousandNodesAreStreamedIn64Megabytes(
      boolean emptyLastPage, int requests) throws Exception {
    HpcSimulatorsBuilder settings = HpcSimulators.builder();
    if (emptyLastPage) {
      settings.azBatch(AzBatchSettings::withEmptyLastPage);
    }
    try (HpcSimulators simulator = settings.start()) {
      simulator.azBatch().createPool("pool1", 1);
      simulator
          .azBatch()
          .createJob(
              "nightly",
              "pool1",
              Map.of("jobPreparationTask", Map.of("commandLine", "/bin/prepare")));
      simulator.azBatch().addPreparationStatuses("nightly", STATUSES, AzBatchMemoryTest::status);

      String printed =
          ChildJvm.of(64, Listing.class, simulator.azBatchUrl()).output(Duration.ofMinutes(2));

      assertThat(printed)
          .contains("read " + STATUSES + " statuses of 5000 nodes, 100 with a failure");
      assertThat(
              simulator.requests().count("GET", "/jobs/nightly/jobpreparationandreleasetaskstatus"))
          .isEqualTo(requests);
    }
  }

  private static Map<String, Object> status(int number) {
    boolean failed = number % 100 == 7;
    Map<String, Object> preparation = new HashMap<>();
    preparation.put("startTime", "2026-01-31T12:00:00Z");
    preparation.put("endTime", "2026-01-31T12:00:02.5Z");
    preparation.put("state", "completed");
    preparation.put("taskRootDirectory", "workitems/nightly/job-1/jobpreparation");
    preparation.put("exitCode", failed ? 3 : 0);
    preparation.put("retryCount", 0);
    preparation.put("result", failed ? "failure" : "success");
    if (failed) {
      preparation.put(
          "failureInfo",
          Map.of(
              "category", "UserError",
              "code", "FailureExitCode",
              "message", "The task exited with an exit code representing a failure"));
    }
    return Map.of("nodeId", "tvm-" + number / 2, "jobPreparationTaskExecutionInfo", preparation);
  }

  /** A context with the component. */
  private static DefaultCamelContext context(String url) throws Exception {
    DefaultCamelContext context = new DefaultCamelContext();
    context.addComponent("azbatch", AzBatchTestSupport.component(url));
    context.start();
    return context;
  }

  /** Reads the statuses one after the other. */
  public static final class Listing {

    private Listing() {}

    public static void main(String[] arguments) throws Exception {
      AtomicInteger read = new AtomicInteger();
      AtomicInteger failed = new AtomicInteger();
      Set<String> nodes = new HashSet<>();
      try (DefaultCamelContext context = context(arguments[0])) {
        context.addRoutes(
            new RouteBuilder() {
              @Override
              public void configure() {
                from("direct:list")
                    .to(
                        "azbatch:listPreparationAndReleaseTaskStatus?jobId=nightly"
                            + "&maxResults=1000&outputType=StreamList")
                    .split(body())
                    .streaming()
                    .process(
                        exchange -> {
                          JobPreparationAndReleaseTaskExecutionInformation status =
                              exchange
                                  .getMessage()
                                  .getBody(JobPreparationAndReleaseTaskExecutionInformation.class);
                          read.incrementAndGet();
                          nodes.add(status.nodeId());
                          if (status.jobPreparationTaskExecutionInfo().failureInfo() != null) {
                            failed.incrementAndGet();
                          }
                        });
              }
            });
        context.createProducerTemplate().sendBody("direct:list", null);
        System.out.printf(
            "read %d statuses of %d nodes, %d with a failure%n",
            read.get(), nodes.size(), failed.get());
      }
    }
  }

  /** Adds tasks with long command lines. */
  public static final class Adding {

    private Adding() {}

    public static void main(String[] arguments) throws Exception {
      try (DefaultCamelContext context = context(arguments[0])) {
        List<?> results =
            context
                .createProducerTemplate()
                .requestBody(
                    "azbatch:addTaskCollection?jobId=j1&failOnUnsuccessful=true",
                    IntStream.range(0, TASKS).mapToObj(Adding::task),
                    List.class);
        Map<?, ?> last = (Map<?, ?>) results.get(results.size() - 1);
        System.out.printf("added %d tasks, the last is %s%n", results.size(), last.get("taskId"));
      }
    }

    private static Map<String, Object> task(int number) {
      return Map.of("id", "t" + number, "commandLine", "/bin/echo " + "x".repeat(700));
    }
  }
}
