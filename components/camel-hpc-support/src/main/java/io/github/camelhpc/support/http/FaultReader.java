package io.github.camelhpc.support.http;

/** Makes a service's exception of an answer that is not a success. */
@FunctionalInterface
public interface FaultReader {

  /** Never fails: a body that cannot be read is kept as text. */
  ServiceOperationFailedException read(FailedResponse response);
}
