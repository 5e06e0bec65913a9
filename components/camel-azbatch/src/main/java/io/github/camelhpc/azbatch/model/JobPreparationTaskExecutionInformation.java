package io.github.camelhpc.azbatch.model;

import java.util.Map;

/**
 * How the job preparation task runs or ran on a node (facts/azbatch.md §3.1).
 *
 * @param startTime most recent start, of a restart or retry too
 * @param endTime end; only if completed
 * @param state running or completed
 * @param taskRootDirectory path of its files on the node, with backslashes on Windows; use it as it
 *     is
 * @param taskRootDirectoryUrl URL of its files
 * @param exitCode exit code of its command line; only if completed
 * @param containerInfo only if it runs in a container
 * @param failureInfo only if it is completed and failed
 * @param retryCount retries so far, which follow exit codes other than 0 only
 * @param lastRetryTime start of the last retry; only if there was one
 * @param result success or failure; only if completed
 */
public record JobPreparationTaskExecutionInformation(
    BatchTime startTime,
    BatchTime endTime,
    JobPreparationTaskState state,
    String taskRootDirectory,
    String taskRootDirectoryUrl,
    Integer exitCode,
    TaskContainerExecutionInformation containerInfo,
    TaskFailureInformation failureInfo,
    Integer retryCount,
    BatchTime lastRetryTime,
    TaskExecutionResult result,
    Map<String, Object> additionalProperties)
    implements BatchModel {

  public JobPreparationTaskExecutionInformation {
    additionalProperties = MemberReader.copy(additionalProperties);
  }

  /** Reads it; what is not known, or not of the documented kind, is kept. */
  public static JobPreparationTaskExecutionInformation of(Map<?, ?> members) {
    return read(new MemberReader(members));
  }

  static JobPreparationTaskExecutionInformation read(MemberReader in) {
    return new JobPreparationTaskExecutionInformation(
        in.time("startTime"),
        in.time("endTime"),
        in.value("state", JobPreparationTaskState::of),
        in.text("taskRootDirectory"),
        in.text("taskRootDirectoryUrl"),
        in.integer("exitCode"),
        in.object("containerInfo", TaskContainerExecutionInformation::read),
        in.object("failureInfo", TaskFailureInformation::read),
        in.integer("retryCount"),
        in.time("lastRetryTime"),
        in.value("result", TaskExecutionResult::of),
        in.rest());
  }

  @Override
  public Map<String, Object> toMap() {
    return new MemberWriter()
        .with("startTime", startTime)
        .with("endTime", endTime)
        .with("state", state)
        .with("taskRootDirectory", taskRootDirectory)
        .with("taskRootDirectoryUrl", taskRootDirectoryUrl)
        .with("exitCode", exitCode)
        .with("containerInfo", containerInfo)
        .with("failureInfo", failureInfo)
        .with("retryCount", retryCount)
        .with("lastRetryTime", lastRetryTime)
        .with("result", result)
        .and(additionalProperties);
  }
}
