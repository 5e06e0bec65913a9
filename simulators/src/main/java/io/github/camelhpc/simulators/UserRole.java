package io.github.camelhpc.simulators;

/**
 * What a user of the cluster may do (facts/hpcpack.md §4, UserRole).
 *
 * <p>Only {@link #ADMINISTRATOR} and {@link #JOB_ADMINISTRATOR} may act for somebody else.
 */
public enum UserRole {
  /** May act on the jobs that the user owns. */
  USER("User"),
  /** May act on everything, the nodes and node groups included. */
  ADMINISTRATOR("Administrator"),
  /** May act on all jobs, but not on nodes. */
  JOB_ADMINISTRATOR("JobAdministrator"),
  /** May cancel, finish and requeue all jobs, but not change those of others. */
  JOB_OPERATOR("JobOperator");

  private final String wireName;

  UserRole(String wireName) {
    this.wireName = wireName;
  }

  /** The name as the service writes it, {@code JobAdministrator} for example. */
  public String wireName() {
    return wireName;
  }

  /** Whether a user of this role may send {@code x-ms-as-user}. */
  public boolean mayActForOthers() {
    return this == ADMINISTRATOR || this == JOB_ADMINISTRATOR;
  }
}
