package io.github.camelhpc.azbatch.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelhpc.support.paging.Page;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The objects of listPreparationAndReleaseTaskStatus (facts/azbatch.md §3.1). */
class PreparationAndReleaseStatusTest {

  private static InputStream seed() {
    return PreparationAndReleaseStatusTest.class.getResourceAsStream("seed-status.json");
  }

  @Test
  void theDocumentedSampleIsRead() throws IOException {
    Page<JobPreparationAndReleaseTaskExecutionInformation> page =
        BatchJson.readPage(seed(), JobPreparationAndReleaseTaskExecutionInformation::of);

    assertThat(page.next())
        .isEqualTo(
            "https://account.region.batch.azure.com/jobs/myjob/jobpreparationandreleasestatus"
                + "?$skipToken=tvm-2167304207_1-20140905t174658z&api-version=2024-07-01.20.0");
    assertThat(page.items()).hasSize(1);
    JobPreparationAndReleaseTaskExecutionInformation node = page.items().get(0);
    assertThat(node.poolId()).isEqualTo("poolId");
    assertThat(node.nodeId()).isEqualTo("tvm-2167304207_1-20140905t174658z");
    assertThat(node.nodeUrl()).endsWith("/pools/poolId/nodes/tvm-2167304207_1-20140905t174658z");
    assertThat(node.additionalProperties()).isEmpty();
    assertPreparation(node.jobPreparationTaskExecutionInfo());
    assertRelease(node.jobReleaseTaskExecutionInfo());
  }

  private static void assertPreparation(JobPreparationTaskExecutionInformation preparation) {
    assertThat(preparation.state()).isEqualTo(JobPreparationTaskState.COMPLETED);
    assertThat(preparation.startTime().instant()).isEqualTo(Instant.parse("2015-05-01T10:20:31Z"));
    assertThat(preparation.endTime()).hasToString("2015-05-02T20:12:42Z");
    assertThat(preparation.taskRootDirectory()).isEqualTo("tasks/myjob/job-1/myjobpreptask");
    assertThat(preparation.taskRootDirectoryUrl())
        .endsWith("/files/tasks/myjob/job-1/myjobpreptask");
    assertThat(preparation.exitCode()).isZero();
    assertThat(preparation.retryCount()).isZero();
    assertThat(preparation.lastRetryTime()).isNull();
    assertThat(preparation.result()).isNull();
    assertThat(preparation.containerInfo()).isNull();
    assertThat(preparation.failureInfo()).isNull();
    assertThat(preparation.additionalProperties()).isEmpty();
  }

  private static void assertRelease(JobReleaseTaskExecutionInformation release) {
    assertThat(release.state()).isEqualTo(JobReleaseTaskState.COMPLETED);
    assertThat(release.startTime()).hasToString("2015-05-01T10:20:31Z");
    assertThat(release.endTime().instant()).isEqualTo(Instant.parse("2015-05-02T20:12:42Z"));
    assertThat(release.taskRootDirectory()).isEqualTo("tasks/myjob/job-1/myjobreleasetask");
    assertThat(release.exitCode()).isZero();
    assertThat(release.additionalProperties()).isEmpty();
  }

  @Test
  void theDocumentedSampleConvertsToMapsAndBack() throws IOException {
    Map<String, Object> sample = BatchJson.readObject(seed());

    CloudJobListPreparationAndReleaseTaskStatusResult page =
        CloudJobListPreparationAndReleaseTaskStatusResult.of(sample);

    assertThat(page.value()).hasSize(1);
    assertThat(page.nextLink()).contains("$skipToken");
    assertThat(page.toMap()).isEqualTo(sample);
    assertThat(CloudJobListPreparationAndReleaseTaskStatusResult.of(page.toMap())).isEqualTo(page);
  }

  @Test
  void everythingThatTheServiceMaySendIsRead() {
    Map<String, Object> sent =
        Map.of(
            "state", "Completed",
            "result", "Failure",
            "exitCode", 1,
            "retryCount", "3",
            "lastRetryTime", "2024-11-05T09:00:03.5Z",
            "containerInfo",
                Map.of("containerId", "c1", "state", "exited", "error", "no such image"),
            "failureInfo",
                Map.of(
                    "category", "UserError",
                    "code", "FailureExitCode",
                    "message", "The task exited with an exit code representing a failure",
                    "details", List.of(Map.of("name", "AdditionalErrorCode", "value", "1"))));

    JobPreparationTaskExecutionInformation read = JobPreparationTaskExecutionInformation.of(sent);

    assertThat(read.state()).isEqualTo(JobPreparationTaskState.COMPLETED);
    assertThat(read.result()).isEqualTo(TaskExecutionResult.FAILURE);
    assertThat(read.retryCount()).isEqualTo(3);
    assertThat(read.lastRetryTime().instant()).isEqualTo(Instant.parse("2024-11-05T09:00:03.500Z"));
    assertThat(read.containerInfo().state()).isEqualTo("exited");
    assertThat(read.containerInfo().containerId()).isEqualTo("c1");
    assertThat(read.containerInfo().error()).isEqualTo("no such image");
    TaskFailureInformation failure = read.failureInfo();
    assertThat(failure.category()).isEqualTo(ErrorCategory.USER_ERROR);
    assertThat(failure.code()).isEqualTo("FailureExitCode");
    assertThat(failure.message()).startsWith("The task exited");
    assertThat(failure.details().get(0).name()).isEqualTo("AdditionalErrorCode");
    assertThat(failure.details().get(0).value()).isEqualTo("1");
    // as it was sent, but for the number that came as text
    assertThat(read.toMap())
        .containsEntry("state", "Completed")
        .containsEntry("result", "Failure")
        .containsEntry("retryCount", 3)
        .containsEntry("lastRetryTime", "2024-11-05T09:00:03.5Z")
        .containsEntry("failureInfo", sent.get("failureInfo"));
  }
}
