package io.github.camelhpc.hpcpack;

/** The states of a node, of the 2016 and the 2019 API (facts/hpcpack.md §4). */
public enum NodeState {
  /** Takes no jobs. */
  OFFLINE("Offline"),
  /** Going offline when its jobs have ended. */
  DRAINING("Draining"),
  /** Takes jobs. */
  ONLINE("Online"),
  /** Any state; for listNodes only. */
  ALL("All"),
  /** Not known (2019). */
  UNKNOWN("Unknown"),
  /** Being set up (2019). */
  PROVISIONING("Provisioning"),
  /** Starting (2019). */
  STARTING("Starting"),
  /** Not accepted into the cluster (2019). */
  REJECTED("Rejected"),
  /** Being removed (2019). */
  REMOVING("Removing"),
  /** Not deployed (2019). */
  NOT_DEPLOYED("NotDeployed"),
  /** Stopping (2019). */
  STOPPING("Stopping");

  private final String text;

  NodeState(String text) {
    this.text = text;
  }

  /** The service's own name of it. */
  @Override
  public String toString() {
    return text;
  }
}
