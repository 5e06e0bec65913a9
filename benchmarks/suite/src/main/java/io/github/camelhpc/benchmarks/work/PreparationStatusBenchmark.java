package io.github.camelhpc.benchmarks.work;

import com.microsoft.azure.batch.BatchClient;
import io.github.camelhpc.azbatch.model.JobPreparationAndReleaseTaskExecutionInformation;
import io.github.camelhpc.azbatch.model.JobPreparationTaskExecutionInformation;
import io.github.camelhpc.azbatch.model.JobReleaseTaskExecutionInformation;
import io.github.camelhpc.azbatch.model.TaskExecutionResult;
import io.github.camelhpc.benchmarks.server.ServerContents;
import io.github.camelhpc.simulators.HpcSimulators;
import java.util.HashMap;
import java.util.List;
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

/**
 * What the preparation and release task of a job did on 10,000 nodes, in pages of 1,000, which is
 * the service's default and maximum.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 4, time = 1)
public class PreparationStatusBenchmark {

  private static final int NODES = 10_000;
  private static final String JOB = "nightly";

  /** What was handed on, so that a peer that leaves out something is found out. */
  private static final class Sum {

    private int entries;
    private int failed;
    private long seconds;
    private int idLengths;

    void add(String nodeId, boolean success, long from, long to) {
      entries++;
      failed += success ? 0 : 1;
      seconds += to - from;
      idLengths += nodeId.length();
    }

    void add(JobPreparationAndReleaseTaskExecutionInformation entry) {
      JobPreparationTaskExecutionInformation preparation = entry.jobPreparationTaskExecutionInfo();
      JobReleaseTaskExecutionInformation release = entry.jobReleaseTaskExecutionInfo();
      add(
          entry.nodeId(),
          preparation.exitCode() == 0 && preparation.result().equals(TaskExecutionResult.SUCCESS),
          preparation.startTime().instant().getEpochSecond(),
          release.endTime().instant().getEpochSecond());
    }

    void add(
        com.microsoft.azure.batch.protocol.models.JobPreparationAndReleaseTaskExecutionInformation
            entry) {
      add(
          entry.nodeId(),
          entry.jobPreparationTaskExecutionInfo().exitCode() == 0
              && entry.jobPreparationTaskExecutionInfo().result()
                  == com.microsoft.azure.batch.protocol.models.TaskExecutionResult.SUCCESS,
          entry.jobPreparationTaskExecutionInfo().startTime().getMillis() / 1000,
          entry.jobReleaseTaskExecutionInfo().endTime().getMillis() / 1000);
    }

    int checked() {
      if (entries != NODES
          || failed != (NODES + 6) / 7
          || seconds != NODES * 3_663L
          || idLengths != NODES * "tvm-generated-000000".length()) {
        throw new IllegalStateException(
            "Not all entries came: " + entries + ", " + failed + ", " + seconds + ", " + idLengths);
      }
      return entries;
    }
  }

  /** An account with a job whose tasks have run everywhere. */
  public static final class Statuses implements ServerContents {

    @Override
    public HpcSimulators start() {
      HpcSimulators simulators = AzBatchAccount.start();
      Map<String, Object> tasks =
          Map.of(
              "jobPreparationTask", Map.of("commandLine", "prepare"),
              "jobReleaseTask", Map.of("commandLine", "release"));
      simulators.azBatch().createJob(JOB, "render", tasks);
      simulators.azBatch().addPreparationStatuses(JOB, NODES, Statuses::entry);
      return simulators;
    }

    private static Map<String, Object> entry(int node) {
      String place =
          "https://myaccount.westeurope.batch.azure.com/pools/render/nodes/tvm-generated-%06d/files/"
              .formatted(node);
      Map<String, Object> preparation = new HashMap<>();
      preparation.put("startTime", "2024-11-05T08:58:57.1234567Z");
      preparation.put("endTime", "2024-11-05T08:59:59.7654321Z");
      preparation.put("state", "completed");
      preparation.put("taskRootDirectory", "workitems/nightly/job-1/jobpreparation");
      preparation.put("taskRootDirectoryUrl", place + "workitems/nightly/job-1/jobpreparation");
      preparation.put("retryCount", node % 7 == 0 ? 3 : 0);
      preparation.put("exitCode", node % 7 == 0 ? 1 : 0);
      preparation.put("result", node % 7 == 0 ? "failure" : "success");
      if (node % 7 == 0) {
        preparation.put("lastRetryTime", "2024-11-05T08:59:58.7654321Z");
        preparation.put(
            "failureInfo",
            Map.of(
                "category", "usererror",
                "code", "FailureExitCode",
                "message", "The task exited with an exit code representing a failure",
                "details",
                    List.of(
                        Map.of("name", "Message", "value", "The task exited with code 1"),
                        Map.of("name", "AdditionalErrorCode", "value", "FailureExitCode"))));
      }
      return Map.of(
          "jobPreparationTaskExecutionInfo",
          preparation,
          "jobReleaseTaskExecutionInfo",
          Map.of(
              "startTime", "2024-11-05T09:59:55.1234567Z",
              "endTime", "2024-11-05T10:00:00.7654321Z",
              "state", "completed",
              "taskRootDirectory", "workitems/nightly/job-1/jobrelease",
              "taskRootDirectoryUrl", place + "workitems/nightly/job-1/jobrelease",
              "exitCode", 0,
              "result", "success"));
    }
  }

  private Routes routes;
  private BatchClient client;
  private Sum sum;

  @Setup
  public void start() throws Exception {
    client = AzBatchAccount.client();
    String list = "azbatch:listPreparationAndReleaseTaskStatus?jobId=" + JOB;
    routes =
        Routes.start(
            "azbatch",
            AzBatchAccount.component(),
            new RouteBuilder() {
              @Override
              public void configure() {
                from("direct:list").to(list);
                from("direct:stream")
                    .to(list + "&outputType=StreamList")
                    .split(body())
                    .streaming()
                    .process(PreparationStatusBenchmark.this::addOwn);
                from("direct:sdk")
                    .process(exchange -> exchange.getMessage().setBody(listed()))
                    .split(body())
                    .streaming()
                    .process(PreparationStatusBenchmark.this::addSdks);
              }
            });
  }

  @TearDown
  public void stop() {
    routes.close();
  }

  @Benchmark
  public int component() throws Exception {
    Sum all = new Sum();
    Exchange exchange = routes.send("direct:list", message -> {});
    for (Object entry : exchange.getMessage().getBody(List.class)) {
      all.add((JobPreparationAndReleaseTaskExecutionInformation) entry);
    }
    return all.checked();
  }

  @Benchmark
  public int sdk() throws Exception {
    Sum all = new Sum();
    listed().forEach(all::add);
    return all.checked();
  }

  @Benchmark
  public int componentSplit() throws Exception {
    sum = new Sum();
    routes.send("direct:stream", message -> {});
    return sum.checked();
  }

  @Benchmark
  public int sdkSplit() throws Exception {
    sum = new Sum();
    routes.send("direct:sdk", message -> {});
    return sum.checked();
  }

  private List<
          com.microsoft.azure.batch.protocol.models
              .JobPreparationAndReleaseTaskExecutionInformation>
      listed() throws Exception {
    return client.jobOperations().listPreparationAndReleaseTaskStatus(JOB);
  }

  private void addOwn(Exchange exchange) {
    sum.add((JobPreparationAndReleaseTaskExecutionInformation) exchange.getMessage().getBody());
  }

  private void addSdks(Exchange exchange) {
    sum.add(
        (com.microsoft.azure.batch.protocol.models.JobPreparationAndReleaseTaskExecutionInformation)
            exchange.getMessage().getBody());
  }
}
