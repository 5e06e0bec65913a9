package io.github.camelhpc.app.seen;

/** Where it is remembered what consumers have completed. */
public enum SeenKind {
  /** In a file of H2, for this application alone. */
  H2,
  /** In PostgreSQL, for all applications that work together. */
  POSTGRESQL,
  /** In memory, until the application ends. */
  MEMORY
}
