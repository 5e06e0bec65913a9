package io.github.camelhpc.azbatch.model;

import java.util.Map;

/**
 * The container in which a task runs (facts/azbatch.md §3.1).
 *
 * @param containerId id of the container
 * @param state state, in the words of the Docker service
 * @param error error, in the words of the Docker service
 */
public record TaskContainerExecutionInformation(
    String containerId, String state, String error, Map<String, Object> additionalProperties)
    implements BatchModel {

  public TaskContainerExecutionInformation {
    additionalProperties = MemberReader.copy(additionalProperties);
  }

  /** Reads it; what is not known, or not of the documented kind, is kept. */
  public static TaskContainerExecutionInformation of(Map<?, ?> members) {
    return read(new MemberReader(members));
  }

  static TaskContainerExecutionInformation read(MemberReader in) {
    return new TaskContainerExecutionInformation(
        in.text("containerId"), in.text("state"), in.text("error"), in.rest());
  }

  @Override
  public Map<String, Object> toMap() {
    return new MemberWriter()
        .with("containerId", containerId)
        .with("state", state)
        .with("error", error)
        .and(additionalProperties);
  }
}
