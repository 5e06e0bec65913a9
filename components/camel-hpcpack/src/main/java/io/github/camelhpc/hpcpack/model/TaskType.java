package io.github.camelhpc.hpcpack.model;

/** What a task is (facts/hpcpack.md §3.2). The order is that of the service's numbers. */
public enum TaskType {
  /** Runs its command once; the default. */
  BASIC("Basic"),
  /** Runs its command once for each value from StartValue to EndValue. */
  PARAMETRIC_SWEEP("ParametricSweep"),
  /** Runs on each node before any other task of the job does. */
  NODE_PREP("NodePrep"),
  /** Runs on each node when the job gives it back. */
  NODE_RELEASE("NodeRelease"),
  /** Starts instances again and again until it is cancelled or finished. */
  SERVICE("Service");

  private final String wireName;

  TaskType(String wireName) {
    this.wireName = wireName;
  }

  /**
   * Reads the service's name in any case, or its number, {@code 0} Basic to {@code 4} Service.
   *
   * @return the type, or {@code null} for {@code null} or an empty text
   * @throws IllegalArgumentException for anything else
   */
  public static TaskType of(String text) {
    if (PropertyText.isUnset(text)) {
      return null;
    }
    for (TaskType type : values()) {
      if (type.wireName.equalsIgnoreCase(text) || text.equals(String.valueOf(type.ordinal()))) {
        return type;
      }
    }
    throw new IllegalArgumentException(
        "Type is '"
            + text
            + "'; it must be Basic, ParametricSweep, NodePrep, NodeRelease or Service");
  }

  /** The service's name, such as {@code ParametricSweep}. */
  @Override
  public String toString() {
    return wireName;
  }
}
