package io.github.camelhpc.azbatch.model;

import java.util.List;

/** Whose fault an error is; seen in mixed case, such as {@code UserError}. */
public final class ErrorCategory extends BatchValue {

  private static final List<String> KNOWN = List.of("usererror", "servererror");

  /** The user's, such as a wrong configuration. */
  public static final ErrorCategory USER_ERROR = new ErrorCategory("usererror");

  /** The service's own. */
  public static final ErrorCategory SERVER_ERROR = new ErrorCategory("servererror");

  private ErrorCategory(String text) {
    super(text, KNOWN);
  }

  /** This value, in whatever case; one that is not known is kept. */
  public static ErrorCategory of(String text) {
    // nearly all are one of these
    return "usererror".equals(text)
        ? USER_ERROR
        : "servererror".equals(text) ? SERVER_ERROR : new ErrorCategory(text);
  }
}
