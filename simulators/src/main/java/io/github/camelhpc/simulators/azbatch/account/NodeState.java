package io.github.camelhpc.simulators.azbatch.account;

/** The states of a node (facts/azbatch.md §4), with their members of the node counts (§3.2). */
enum NodeState {
  IDLE("idle"),
  REBOOTING("rebooting"),
  REIMAGING("reimaging"),
  RUNNING("running"),
  UNUSABLE("unusable"),
  CREATING("creating"),
  STARTING("starting"),
  WAITING_FOR_START_TASK("waitingForStartTask"),
  START_TASK_FAILED("startTaskFailed"),
  UNKNOWN("unknown"),
  LEAVING_POOL("leavingPool"),
  OFFLINE("offline"),
  PREEMPTED("preempted"),
  UPGRADING_OS("upgradingOS"),
  DEALLOCATED("deallocated"),
  DEALLOCATING("deallocating");

  private final String countName;

  NodeState(String countName) {
    this.countName = countName;
  }

  String countName() {
    return countName;
  }

  /** Whether it can run tasks. */
  boolean isUsable() {
    return this == IDLE || this == RUNNING;
  }
}
