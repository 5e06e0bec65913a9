package io.github.camelhpc.support.operation;

/** An operation of a service: one row of a component's catalogue. */
public interface Operation {

  /** The name that stands in the endpoint's path, for example {@code getJob}. */
  String operationName();

  /** Everything there is to know of it. */
  OperationSpec spec();
}
