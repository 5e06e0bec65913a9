package io.github.camelhpc.simulators.azbatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.microsoft.azure.batch.BatchClient;
import com.microsoft.azure.batch.DetailLevel;
import com.microsoft.azure.batch.auth.BatchSharedKeyCredentials;
import com.microsoft.azure.batch.interceptor.BatchClientParallelOptions;
import com.microsoft.azure.batch.protocol.models.AllocationState;
import com.microsoft.azure.batch.protocol.models.AutoScaleRun;
import com.microsoft.azure.batch.protocol.models.BatchErrorException;
import com.microsoft.azure.batch.protocol.models.CloudTask;
import com.microsoft.azure.batch.protocol.models.ComputeNode;
import com.microsoft.azure.batch.protocol.models.ImageReference;
import com.microsoft.azure.batch.protocol.models.JobAddParameter;
import com.microsoft.azure.batch.protocol.models.JobPreparationAndReleaseTaskExecutionInformation;
import com.microsoft.azure.batch.protocol.models.JobPreparationTask;
import com.microsoft.azure.batch.protocol.models.JobReleaseTask;
import com.microsoft.azure.batch.protocol.models.JobSpecification;
import com.microsoft.azure.batch.protocol.models.JobState;
import com.microsoft.azure.batch.protocol.models.NodeFile;
import com.microsoft.azure.batch.protocol.models.PoolInformation;
import com.microsoft.azure.batch.protocol.models.Schedule;
import com.microsoft.azure.batch.protocol.models.TaskAddParameter;
import com.microsoft.azure.batch.protocol.models.TaskCounts;
import com.microsoft.azure.batch.protocol.models.TaskExecutionResult;
import com.microsoft.azure.batch.protocol.models.VirtualMachineConfiguration;
import io.github.camelhpc.simulators.RunningSimulators;
import io.github.camelhpc.simulators.task.SimulatedTaskRules;
import io.github.camelhpc.simulators.task.SimulatedTaskRules.Outcome;
import io.github.camelhpc.simulators.task.TaskRunner;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.joda.time.Period;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Microsoft's client for Java works with the stand-in as it is. */
@Timeout(120)
class PublishedAzureBatchClientTest {

  @RegisterExtension
  static final RunningSimulators SIMULATORS =
      new RunningSimulators(
          builder ->
              builder
                  // the client signs with the time of the computer
                  .azBatch(settings -> settings.withSignatureWindow(Duration.ofDays(36_500)))
                  .taskRunner(
                      TaskRunner.simulated(
                          SimulatedTaskRules.standard()
                              .when("price", Outcome.after(Duration.ofSeconds(1)).output("4.2\n"))
                              .when("fail", Outcome.after(Duration.ofSeconds(1)).exitCode(3)))));

  private BatchClient client;

  @BeforeEach
  void pool() throws IOException {
    AccountCredentials account = SIMULATORS.get().azBatch().credentials();
    client =
        BatchClient.open(
            new BatchSharedKeyCredentials(
                SIMULATORS.get().azBatchUrl(), account.accountName(), account.accountKey()));
    ImageReference image =
        new ImageReference()
            .withPublisher("canonical")
            .withOffer("0001-com-ubuntu-server-jammy")
            .withSku("22_04-lts");
    client
        .poolOperations()
        .createPool(
            "Pool-1",
            "STANDARD_D2S_V3",
            new VirtualMachineConfiguration()
                .withImageReference(image)
                .withNodeAgentSKUId("batch.node.ubuntu 22.04"),
            10);
    SIMULATORS.advanceSeconds(60);
  }

  private static PoolInformation onPool() {
    return new PoolInformation().withPoolId("Pool-1");
  }

  private static TaskAddParameter task(String id, String commandLine) {
    return new TaskAddParameter().withId(id).withCommandLine(commandLine);
  }

  @Test
  void poolsHaveNodes() throws IOException {
    assertThat(client.poolOperations().existsPool("pool-1")).isTrue();
    assertThat(client.poolOperations().existsPool("none")).isFalse();
    assertThat(client.poolOperations().getPool("Pool-1").allocationState())
        .isEqualTo(AllocationState.STEADY);
    assertThat(client.poolOperations().listPools()).hasSize(1);
    List<ComputeNode> nodes = client.computeNodeOperations().listComputeNodes("Pool-1");
    assertThat(nodes).hasSize(10);
    assertThat(client.accountOperations().listPoolNodeCounts().get(0).dedicated().idle())
        .isEqualTo(10);
    assertThat(client.accountOperations().listSupportedImages()).isNotEmpty();

    client.poolOperations().removeNodeFromPool("Pool-1", nodes.get(0).id());
    SIMULATORS.advanceSeconds(60);
    client.poolOperations().enableAutoScale("Pool-1", "$TargetDedicatedNodes=3;");
    AutoScaleRun run =
        client.poolOperations().evaluateAutoScale("Pool-1", "$TargetDedicatedNodes=4;");
    assertThat(run.results()).contains("$TargetDedicatedNodes=4");
    client.poolOperations().disableAutoScale("Pool-1");
    client.poolOperations().deletePool("Pool-1");
    SIMULATORS.advanceSeconds(60);
    assertThat(client.poolOperations().existsPool("Pool-1")).isFalse();
  }

  @Test
  void tasksAreAddedRunAndRead() throws Exception {
    client.jobOperations().createJob("Job-1", onPool());
    client
        .taskOperations()
        .createTasks(
            "Job-1",
            IntStream.range(0, 250).mapToObj(i -> task("task-" + i, "price")).toList(),
            // with fewer threads the client can miss the end of one, and waits for ever
            List.of(new BatchClientParallelOptions(250)));
    client.taskOperations().createTask("Job-1", task("bad", "fail"));

    SIMULATORS.advance(Duration.ofMinutes(10));

    TaskCounts counts = client.jobOperations().getTaskCounts("Job-1");
    assertThat(counts.completed()).isEqualTo(251);
    assertThat(counts.failed()).isEqualTo(1);
    assertThat(client.taskOperations().listTasks("Job-1")).hasSize(251);
    DetailLevel failed =
        new DetailLevel.Builder()
            .withFilterClause("executionInfo/exitCode ne 0")
            .withSelectClause("id,executionInfo")
            .withExpandClause("stats")
            .build();
    List<CloudTask> bad = client.taskOperations().listTasks("Job-1", failed);
    assertThat(bad).extracting(CloudTask::id).containsExactly("bad");
    assertThat(bad.get(0).commandLine()).isNull();
    assertThat(bad.get(0).executionInfo().exitCode()).isEqualTo(3);
    assertThat(bad.get(0).executionInfo().result()).isEqualTo(TaskExecutionResult.FAILURE);
    assertThat(bad.get(0).executionInfo().failureInfo().code()).isEqualTo("FailureExitCode");
  }

  @Test
  void filesOfTasksAreRead() throws IOException {
    client.jobOperations().createJob("Job-1", onPool());
    client.taskOperations().createTask("Job-1", task("t", "price"));
    SIMULATORS.advanceSeconds(60);
    SIMULATORS.get().azBatch().writeTaskFile("Job-1", "t", "wd/a b.txt", new byte[] {1, 2, 3});

    ByteArrayOutputStream output = new ByteArrayOutputStream();
    client.fileOperations().getFileFromTask("Job-1", "t", "stdout.txt", output);
    ByteArrayOutputStream inDirectory = new ByteArrayOutputStream();
    client.fileOperations().getFileFromTask("Job-1", "t", "wd/a b.txt", inDirectory);

    assertThat(output).hasToString("4.2\n");
    assertThat(inDirectory.toByteArray()).containsExactly(1, 2, 3);
    assertThat(
            client
                .fileOperations()
                .getFilePropertiesFromTask("Job-1", "t", "stdout.txt")
                .contentLength())
        .isEqualTo(4);
    assertThat(client.fileOperations().listFilesFromTask("Job-1", "t", true, null))
        .extracting(NodeFile::name)
        .contains("stdout.txt", "stderr.txt", "wd");
    client.fileOperations().deleteFileFromTask("Job-1", "t", "stdout.txt");
    assertThatExceptionOfType(BatchErrorException.class)
        .isThrownBy(
            () ->
                client
                    .fileOperations()
                    .getFileFromTask("Job-1", "t", "stdout.txt", new ByteArrayOutputStream()));
  }

  private void createPreparedJob() throws IOException {
    client
        .jobOperations()
        .createJob(
            new JobAddParameter()
                .withId("Job-1")
                .withPoolInfo(onPool())
                .withJobPreparationTask(new JobPreparationTask().withCommandLine("prepare"))
                .withJobReleaseTask(new JobReleaseTask().withCommandLine("release")));
  }

  @Test
  void preparationAndReleaseAreReported() throws IOException {
    createPreparedJob();
    client.taskOperations().createTask("Job-1", task("t", "price"));
    SIMULATORS.advanceSeconds(60);
    client.jobOperations().terminateJob("Job-1", "enough");
    SIMULATORS.advanceSeconds(60);

    List<JobPreparationAndReleaseTaskExecutionInformation> status =
        client.jobOperations().listPreparationAndReleaseTaskStatus("Job-1");

    assertThat(client.jobOperations().getJob("Job-1").state()).isEqualTo(JobState.COMPLETED);
    assertThat(status).hasSize(1);
    assertThat(status.get(0).jobPreparationTaskExecutionInfo().exitCode()).isZero();
    assertThat(status.get(0).jobReleaseTaskExecutionInfo().result())
        .isEqualTo(TaskExecutionResult.SUCCESS);
  }

  @Test
  void listsOfManyPagesAreRead() throws IOException {
    createPreparedJob();
    SIMULATORS.get().azBatch().addPreparationStatuses("Job-1", 2500, i -> Map.of());
    SIMULATORS.get().requests().clear();

    assertThat(client.jobOperations().listPreparationAndReleaseTaskStatus("Job-1")).hasSize(2500);
    assertThat(SIMULATORS.get().requests().all()).hasSize(3);
  }

  @Test
  void jobsAreChangedAndEnded() throws IOException {
    client.jobOperations().createJob("Job-1", onPool());
    client.taskOperations().createTask("Job-1", task("t", "price"));
    client.jobOperations().patchJob("Job-1", onPool(), 5, null, null, null);
    assertThat(client.jobOperations().getJob("Job-1").priority()).isEqualTo(5);
    client.jobOperations().terminateJob("Job-1", "enough");
    SIMULATORS.advanceSeconds(60);
    assertThat(client.jobOperations().getJob("Job-1").executionInfo().terminateReason())
        .isEqualTo("enough");
    client.jobOperations().deleteJob("Job-1");
    SIMULATORS.advanceSeconds(60);

    assertThatExceptionOfType(BatchErrorException.class)
        .isThrownBy(() -> client.jobOperations().getJob("Job-1"))
        .satisfies(missing -> assertThat(missing.body().code()).isEqualTo("JobNotFound"));
  }

  @Test
  void schedulesStartJobs() throws IOException {
    client
        .jobScheduleOperations()
        .createJobSchedule(
            "nightly",
            new Schedule().withRecurrenceInterval(Period.hours(1)),
            new JobSpecification().withPoolInfo(onPool()));
    SIMULATORS.advanceSeconds(60);

    assertThat(client.jobScheduleOperations().existsJobSchedule("nightly")).isTrue();
    assertThat(client.jobOperations().listJobs("nightly")).hasSize(1);
    client.jobScheduleOperations().disableJobSchedule("nightly");
    client.jobScheduleOperations().enableJobSchedule("nightly");
    client.jobScheduleOperations().terminateJobSchedule("nightly");
    SIMULATORS.advanceSeconds(60);
    client.jobScheduleOperations().deleteJobSchedule("nightly");
    SIMULATORS.advanceSeconds(60);
    assertThat(client.jobScheduleOperations().existsJobSchedule("nightly")).isFalse();
  }
}
