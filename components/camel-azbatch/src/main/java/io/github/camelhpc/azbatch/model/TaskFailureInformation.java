package io.github.camelhpc.azbatch.model;

import java.util.List;
import java.util.Map;

/**
 * Why a task failed (facts/azbatch.md §3.1).
 *
 * @param category whose fault it is
 * @param code invariant code, for example FailureExitCode; open text
 * @param message what happened, for people
 * @param details more about it; empty if there is none
 */
public record TaskFailureInformation(
    ErrorCategory category,
    String code,
    String message,
    List<NameValuePair> details,
    Map<String, Object> additionalProperties)
    implements BatchModel {

  public TaskFailureInformation {
    details = details == null ? List.of() : List.copyOf(details);
    additionalProperties = MemberReader.copy(additionalProperties);
  }

  /** Reads it; what is not known, or not of the documented kind, is kept. */
  public static TaskFailureInformation of(Map<?, ?> members) {
    return read(new MemberReader(members));
  }

  static TaskFailureInformation read(MemberReader in) {
    return new TaskFailureInformation(
        in.value("category", ErrorCategory::of),
        in.text("code"),
        in.text("message"),
        in.objects("details", NameValuePair::read),
        in.rest());
  }

  @Override
  public Map<String, Object> toMap() {
    return new MemberWriter()
        .with("category", category)
        .with("code", code)
        .with("message", message)
        .with("details", details)
        .and(additionalProperties);
  }
}
