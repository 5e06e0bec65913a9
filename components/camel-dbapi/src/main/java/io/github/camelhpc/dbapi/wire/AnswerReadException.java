package io.github.camelhpc.dbapi.wire;

/** An answer could not be read, or not to its end. The message is a sentence that says why. */
public class AnswerReadException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public AnswerReadException(String message, Throwable cause) {
    super(message, cause);
  }
}
