package io.github.camelhpc.azbatch.model;

import java.util.List;
import java.util.Map;

/**
 * A page of the status of preparation and release tasks.
 *
 * @param value the nodes
 * @param nextLink URL of the next page, or null if this is the last
 */
public record CloudJobListPreparationAndReleaseTaskStatusResult(
    List<JobPreparationAndReleaseTaskExecutionInformation> value,
    String nextLink,
    Map<String, Object> additionalProperties)
    implements BatchModel {

  public CloudJobListPreparationAndReleaseTaskStatusResult {
    value = value == null ? List.of() : List.copyOf(value);
    additionalProperties = MemberReader.copy(additionalProperties);
  }

  /** Reads it; what is not known, or not of the documented kind, is kept. */
  public static CloudJobListPreparationAndReleaseTaskStatusResult of(Map<?, ?> members) {
    return read(new MemberReader(members));
  }

  static CloudJobListPreparationAndReleaseTaskStatusResult read(MemberReader in) {
    return new CloudJobListPreparationAndReleaseTaskStatusResult(
        in.objects("value", JobPreparationAndReleaseTaskExecutionInformation::read),
        in.text("odata.nextLink"),
        in.rest());
  }

  @Override
  public Map<String, Object> toMap() {
    return new MemberWriter()
        .with("value", value)
        .with("odata.nextLink", nextLink)
        .and(additionalProperties);
  }
}
