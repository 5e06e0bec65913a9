package io.github.camelhpc.azbatch.model;

import java.util.List;

/** How a task ended. The value is {@code failure}, although texts of the service say "failed". */
public final class TaskExecutionResult extends BatchValue {

  private static final List<String> KNOWN = List.of("success", "failure");

  /** The task ran successfully. */
  public static final TaskExecutionResult SUCCESS = of("success");

  /** Failed before, while or after the process ran: the failure information says why. */
  public static final TaskExecutionResult FAILURE = of("failure");

  private TaskExecutionResult(String text) {
    super(text, KNOWN);
  }

  /** This value, in whatever case; one that is not known is kept. */
  public static TaskExecutionResult of(String text) {
    return new TaskExecutionResult(text);
  }
}
