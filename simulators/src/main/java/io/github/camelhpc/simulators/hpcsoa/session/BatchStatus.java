package io.github.camelhpc.simulators.hpcsoa.session;

/** BrokerClientStatus (facts/hpcsoa.md §4). */
public enum BatchStatus {
  /** Requests are taken: not committed, even if all have been processed. */
  READY("Ready", 1),
  /** Committed, not all requests are done. */
  PROCESSING("Processing", 2),
  /** Committed and done. */
  FINISHED("Finished", 3);

  private final String wireName;
  private final int number;

  BatchStatus(String wireName, int number) {
    this.wireName = wireName;
    this.number = number;
  }

  /** The name, as XML has it. */
  public String wireName() {
    return wireName;
  }

  /** The number, as JSON has it. */
  public int number() {
    return number;
  }
}
