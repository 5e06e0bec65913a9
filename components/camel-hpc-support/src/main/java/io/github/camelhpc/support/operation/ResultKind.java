package io.github.camelhpc.support.operation;

/** What an operation answers; each component has an enum of its own kinds. */
public interface ResultKind {

  /** What a user finds in the body, for the documentation. */
  String description();
}
