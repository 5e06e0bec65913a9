package io.github.camelhpc.app.seen;

/** Where it is remembered what consumers have completed. */
public enum SeenKind {
  /** In a file of H2, for this application alone. */
  H2,
  /** In a text file of Camel, for this application alone; it is never purged. */
  FILE,
  /** In PostgreSQL, for all applications that work together. */
  POSTGRESQL,
  /** In memory, until the application ends. */
  MEMORY;

  boolean isDatabase() {
    return this == H2 || this == POSTGRESQL;
  }

  /** Whether it is durable, and for one application alone. */
  boolean isOfOne() {
    return this == H2 || this == FILE;
  }
}
