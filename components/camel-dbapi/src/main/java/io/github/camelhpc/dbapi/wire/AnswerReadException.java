package io.github.camelhpc.dbapi.wire;

import io.github.camelhpc.support.json.JsonFormatException;

/** An answer could not be read, or not to its end. The message is a sentence that says why. */
public class AnswerReadException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public AnswerReadException(String message, Throwable cause) {
    super(message, cause);
  }

  /** The same with the name of the operation, and what to check if what came is no answer. */
  public AnswerReadException during(String operation) {
    if (getMessage().startsWith(operation)) {
      return this;
    }
    String advice =
        getCause() instanceof JsonFormatException
            ? "; check the options serviceUrl and pathPrefix"
            : "";
    return new AnswerReadException(operation + ": " + getMessage() + advice, getCause());
  }
}
