package io.github.camelhpc.simulators.hpcsoa.session;

/** Why responses end (facts/hpcsoa.md §4). */
public enum EndReason {
  SUCCESS("Success"),
  CLIENT_PURGED("ClientPurged"),
  CLIENT_TIMEOUT("ClientTimeout");

  private final String wireName;

  EndReason(String wireName) {
    this.wireName = wireName;
  }

  /** The name on the wire. */
  public String wireName() {
    return wireName;
  }
}
