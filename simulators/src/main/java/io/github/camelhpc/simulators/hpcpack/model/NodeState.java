package io.github.camelhpc.simulators.hpcpack.model;

import java.util.Arrays;
import java.util.Optional;

/** The states of a node in the 2019 API (facts/hpcpack.md §4). */
public enum NodeState {
  UNKNOWN("Unknown"),
  PROVISIONING("Provisioning"),
  OFFLINE("Offline"),
  STARTING("Starting"),
  ONLINE("Online"),
  DRAINING("Draining"),
  REJECTED("Rejected"),
  REMOVING("Removing"),
  NOT_DEPLOYED("NotDeployed"),
  STOPPING("Stopping");

  private final String wireName;

  NodeState(String wireName) {
    this.wireName = wireName;
  }

  /** The name as the 2019 API writes it. */
  public String wireName() {
    return wireName;
  }

  /** The name that the 2016 API has for it: it knows Online, Draining and Offline only. */
  public String wireName2016() {
    return this == ONLINE || this == DRAINING ? wireName : OFFLINE.wireName;
  }

  /** The state of this name, without regard to case. */
  public static Optional<NodeState> named(String name) {
    return Arrays.stream(values())
        .filter(state -> state.wireName.equalsIgnoreCase(name))
        .findFirst();
  }
}
