package io.github.camelhpc.app.seen;

/** Where it is remembered what consumers have completed. */
public enum SeenKind {
  /** In a file of H2, for this application alone. */
  H2("org.h2.Driver"),
  /** In a text file of Camel, for this application alone; it is never purged. */
  FILE(null),
  /** In PostgreSQL, for all applications that work together. */
  POSTGRESQL("org.postgresql.Driver"),
  /** In memory, until the application ends. */
  MEMORY(null);

  private final String driver;

  SeenKind(String driver) {
    this.driver = driver;
  }

  boolean isDatabase() {
    return driver != null;
  }

  /** The class of JDBC's driver; null if it is no database. */
  String driver() {
    return driver;
  }

  /** Whether the application was built with what it needs: an executable has no H2. */
  boolean isPackaged() {
    if (driver == null) {
      return true;
    }
    try {
      Class.forName(driver, false, Thread.currentThread().getContextClassLoader());
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  /** Whether it is durable, and for one application alone. */
  boolean isOfOne() {
    return this == H2 || this == FILE;
  }
}
