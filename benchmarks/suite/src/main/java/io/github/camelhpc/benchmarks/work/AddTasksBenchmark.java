package io.github.camelhpc.benchmarks.work;

import com.microsoft.azure.batch.BatchClient;
import com.microsoft.azure.batch.interceptor.BatchClientParallelOptions;
import com.microsoft.azure.batch.protocol.models.EnvironmentSetting;
import com.microsoft.azure.batch.protocol.models.PoolInformation;
import io.github.camelhpc.azbatch.AzBatchConstants;
import io.github.camelhpc.azbatch.model.TaskAddParameter;
import io.github.camelhpc.benchmarks.server.ServerContents;
import io.github.camelhpc.simulators.HpcSimulators;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Timeout;
import org.openjdk.jmh.annotations.Warmup;

/**
 * 5,000 tasks are added to a new job. The job is added before, and deleted after, without being
 * measured.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 4, time = 1)
@Timeout(time = 60)
public class AddTasksBenchmark {

  private static final int TASKS = 5_000;

  /** An account that takes jobs. Their pool is missing, so that no task is run. */
  public static final class Account implements ServerContents {

    @Override
    public HpcSimulators start() {
      return AzBatchAccount.start();
    }

    /** A task that is there already would not be added again. */
    @Override
    public boolean areAnswersKept() {
      return false;
    }
  }

  private final List<TaskAddParameter> tasks =
      IntStream.range(0, TASKS)
          .mapToObj(
              i ->
                  new TaskAddParameter("frame-" + i, commandLine(i))
                      .environment("SCENE", "harbour")
                      .environment("FRAME", String.valueOf(i)))
          .toList();
  private final List<com.microsoft.azure.batch.protocol.models.TaskAddParameter> sdkTasks =
      IntStream.range(0, TASKS)
          .mapToObj(
              i ->
                  new com.microsoft.azure.batch.protocol.models.TaskAddParameter()
                      .withId("frame-" + i)
                      .withCommandLine(commandLine(i))
                      .withEnvironmentSettings(
                          List.of(
                              setting("SCENE", "harbour"), setting("FRAME", String.valueOf(i)))))
          .toList();
  private final MissedEnds missedEnds = new MissedEnds();
  private Routes routes;
  private BatchClient client;
  private String jobId;

  @Setup
  public void start() throws Exception {
    client = AzBatchAccount.client();
    routes =
        Routes.start(
            "azbatch",
            AzBatchAccount.component(),
            new RouteBuilder() {
              @Override
              public void configure() {
                from("direct:add").to("azbatch:addTaskCollection");
                from("direct:addByThree").to("azbatch:addTaskCollection?parallelRequests=3");
              }
            });
  }

  @Setup(Level.Invocation)
  public void addJob() throws Exception {
    jobId = "night-" + UUID.randomUUID();
    client.jobOperations().createJob(jobId, new PoolInformation().withPoolId("none"));
  }

  @TearDown(Level.Invocation)
  public void deleteJob() throws Exception {
    int added = client.jobOperations().getTaskCounts(jobId).active();
    client.jobOperations().deleteJob(jobId);
    if (added != TASKS) {
      throw new IllegalStateException("Not all tasks were added, but " + added);
    }
  }

  @TearDown
  public void stop() {
    routes.close();
    missedEnds.close();
  }

  @Benchmark
  public Object component() throws Exception {
    return added("direct:add");
  }

  @Benchmark
  public Object componentByThree() throws Exception {
    return added("direct:addByThree");
  }

  @Benchmark
  public void sdk() throws Exception {
    client
        .taskOperations()
        .createTasks(
            jobId, sdkTasks, List.of(new BatchClientParallelOptions(3), missedEnds.interceptor()));
  }

  private Object added(String route) throws Exception {
    Exchange exchange =
        routes.send(
            route,
            message -> {
              message.getMessage().setHeader(AzBatchConstants.JOB_ID, jobId);
              message.getMessage().setBody(tasks);
            });
    int added = exchange.getMessage().getHeader(AzBatchConstants.TASKS_SUCCEEDED, Integer.class);
    if (added != TASKS) {
      throw new IllegalStateException("Not all tasks were added, but " + added);
    }
    return exchange.getMessage().getBody();
  }

  private static String commandLine(int frame) {
    return "/bin/sh -c 'render --scene harbour.blend --frame " + frame + " --samples 128'";
  }

  private static EnvironmentSetting setting(String name, String value) {
    return new EnvironmentSetting().withName(name).withValue(value);
  }
}
