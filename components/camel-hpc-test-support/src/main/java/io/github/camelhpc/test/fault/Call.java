package io.github.camelhpc.test.fault;

/** What each component does while the server misbehaves. */
public enum Call {
  /** A producer's operation that reads, and may be sent again. */
  READ("reads"),
  /** A producer's operation that changes something, and must not be sent again. */
  CHANGE("changes"),
  /** A producer's list, whose entries are read one by one; the fault is at its second page. */
  LIST("lists"),
  /** A consumer, which polls again. */
  POLL("polls");

  private final String text;

  Call(String text) {
    this.text = text;
  }

  /** What the column of the table is called. */
  public String text() {
    return text;
  }
}
