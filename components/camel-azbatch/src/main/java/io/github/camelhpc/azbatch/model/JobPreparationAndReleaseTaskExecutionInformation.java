package io.github.camelhpc.azbatch.model;

import java.util.Map;

/**
 * A node that has run the preparation or release task of a job; it may have left the pool since.
 *
 * @param poolId pool of the node
 * @param nodeId the node
 * @param nodeUrl URL of the node
 * @param jobPreparationTaskExecutionInfo the preparation task there
 * @param jobReleaseTaskExecutionInfo the release task there; only if it has run
 */
public record JobPreparationAndReleaseTaskExecutionInformation(
    String poolId,
    String nodeId,
    String nodeUrl,
    JobPreparationTaskExecutionInformation jobPreparationTaskExecutionInfo,
    JobReleaseTaskExecutionInformation jobReleaseTaskExecutionInfo,
    Map<String, Object> additionalProperties)
    implements BatchModel {

  public JobPreparationAndReleaseTaskExecutionInformation {
    additionalProperties = MemberReader.copy(additionalProperties);
  }

  /** Reads it; what is not known, or not of the documented kind, is kept. */
  public static JobPreparationAndReleaseTaskExecutionInformation of(Map<?, ?> members) {
    MemberReader in = new MemberReader(members);
    return new JobPreparationAndReleaseTaskExecutionInformation(
        in.text("poolId"),
        in.text("nodeId"),
        in.text("nodeUrl"),
        in.object("jobPreparationTaskExecutionInfo", JobPreparationTaskExecutionInformation::of),
        in.object("jobReleaseTaskExecutionInfo", JobReleaseTaskExecutionInformation::of),
        in.rest());
  }

  @Override
  public Map<String, Object> toMap() {
    return new MemberWriter()
        .with("poolId", poolId)
        .with("nodeId", nodeId)
        .with("nodeUrl", nodeUrl)
        .with("jobPreparationTaskExecutionInfo", jobPreparationTaskExecutionInfo)
        .with("jobReleaseTaskExecutionInfo", jobReleaseTaskExecutionInfo)
        .and(additionalProperties);
  }
}
