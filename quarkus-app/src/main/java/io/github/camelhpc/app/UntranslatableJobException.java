package io.github.camelhpc.app;

/** A job that only HPC Pack can run; the message says why. */
final class UntranslatableJobException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UntranslatableJobException(String reason) {
    super(reason);
  }
}
