package io.github.camelhpc.azbatch;

/** What {@code runTasks} does with its job in the end. */
public enum JobCleanup {
  /** The job stays as it is, active. */
  NONE,
  /** The job is terminated; it and its files stay. */
  TERMINATE,
  /** The job is deleted, with its tasks and files. */
  DELETE
}
