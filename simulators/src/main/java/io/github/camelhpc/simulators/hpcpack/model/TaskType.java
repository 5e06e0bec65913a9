package io.github.camelhpc.simulators.hpcpack.model;

/** The types of tasks, in the order of their numbers (facts/hpcpack.md §3.2). */
public enum TaskType {
  BASIC("Basic"),
  PARAMETRIC_SWEEP("ParametricSweep"),
  NODE_PREP("NodePrep"),
  NODE_RELEASE("NodeRelease"),
  SERVICE("Service");

  private final String wireName;

  TaskType(String wireName) {
    this.wireName = wireName;
  }

  /** The name as the service writes it. */
  public String wireName() {
    return wireName;
  }
}
