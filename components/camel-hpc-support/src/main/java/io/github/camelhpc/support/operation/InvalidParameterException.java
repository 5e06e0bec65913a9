package io.github.camelhpc.support.operation;

/** A value that the operation cannot take; its message names the option and header to change. */
public class InvalidParameterException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  public InvalidParameterException(String message) {
    super(message);
  }

  public InvalidParameterException(String message, Throwable cause) {
    super(message, cause);
  }
}
