package io.github.camelhpc.support.operation;

/** What an operation takes as body; each component has an enum of its own kinds. */
public interface BodyKind {

  /** What a user may put into the body, for the documentation. */
  String description();

  /** Whether the body is sent as it is read, so that it must not be collected before. */
  default boolean isStreamed() {
    return false;
  }
}
