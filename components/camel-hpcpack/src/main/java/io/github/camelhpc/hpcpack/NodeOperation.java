package io.github.camelhpc.hpcpack;

/** What a node can be told to do (facts/hpcpack.md §1.5). */
public enum NodeOperation {
  /** Start an Azure node. */
  START("start"),
  /** Stop an Azure node. */
  STOP("stop"),
  /** Restart it. */
  REBOOT("reboot"),
  /** Shut it down. */
  SHUTDOWN("shutdown"),
  /** Let it take jobs. */
  BRING_ONLINE("bringOnline"),
  /** Let it take no more jobs. */
  TAKE_OFFLINE("takeOffline");

  private final String text;

  NodeOperation(String text) {
    this.text = text;
  }

  /** The service's own name of it. */
  @Override
  public String toString() {
    return text;
  }
}
