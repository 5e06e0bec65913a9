package io.github.camelhpc.azbatch.model;

import java.util.List;

/** How a task ended. The value is {@code failure}, although texts of the service say "failed". */
public final class TaskExecutionResult extends BatchValue {

  private static final List<String> KNOWN = List.of("success", "failure");

  /** The task ran successfully. */
  public static final TaskExecutionResult SUCCESS = new TaskExecutionResult("success");

  /** Failed before, while or after the process ran: the failure information says why. */
  public static final TaskExecutionResult FAILURE = new TaskExecutionResult("failure");

  private TaskExecutionResult(String text) {
    super(text, KNOWN);
  }

  /** This value, in whatever case; one that is not known is kept. */
  public static TaskExecutionResult of(String text) {
    // nearly all are one of these
    return "success".equals(text)
        ? SUCCESS
        : "failure".equals(text) ? FAILURE : new TaskExecutionResult(text);
  }
}
