package io.github.camelhpc.azbatch.model;

import io.github.camelhpc.support.json.JsonReader;
import java.io.IOException;
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
    return read(new MemberReader(members));
  }

  /**
   * Reads the object at hand, as {@link #of} does.
   *
   * @throws java.io.IOException if it is none, or the answer ends
   */
  public static JobPreparationAndReleaseTaskExecutionInformation readFrom(JsonReader json)
      throws IOException {
    return read(new MemberReader(Members.read(json)));
  }

  static JobPreparationAndReleaseTaskExecutionInformation read(MemberReader in) {
    return new JobPreparationAndReleaseTaskExecutionInformation(
        in.text("poolId"),
        in.text("nodeId"),
        in.text("nodeUrl"),
        in.object("jobPreparationTaskExecutionInfo", JobPreparationTaskExecutionInformation::read),
        in.object("jobReleaseTaskExecutionInfo", JobReleaseTaskExecutionInformation::read),
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
