package io.github.camelhpc.azbatch.model;

import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * A text that has known values and may have others: the service writes the same value in different
 * case, and later versions add values (facts/azbatch.md §2.5). Two are equal if they differ in case
 * only.
 */
public abstract sealed class BatchValue
    permits ErrorCategory, JobPreparationTaskState, JobReleaseTaskState, TaskExecutionResult {

  private final String text;
  private final boolean known;

  BatchValue(String text, List<String> known) {
    this.text = Objects.requireNonNull(text, "text");
    this.known = known.contains(text.toLowerCase(Locale.ROOT));
  }

  /** As the service wrote it. */
  public final String text() {
    return text;
  }

  /** Whether it is one of the documented values. */
  public final boolean known() {
    return known;
  }

  /** As the documentation writes it, which is in lower case; an unknown one as the service did. */
  @Override
  public final String toString() {
    return known ? text.toLowerCase(Locale.ROOT) : text;
  }

  @Override
  public final boolean equals(Object other) {
    return other != null
        && other.getClass() == getClass()
        && text.equalsIgnoreCase(((BatchValue) other).text);
  }

  @Override
  public final int hashCode() {
    return text.toLowerCase(Locale.ROOT).hashCode();
  }
}
