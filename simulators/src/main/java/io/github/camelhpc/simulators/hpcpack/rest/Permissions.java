package io.github.camelhpc.simulators.hpcpack.rest;

import io.github.camelhpc.simulators.SimulatorUser;
import io.github.camelhpc.simulators.UserRole;
import io.github.camelhpc.simulators.hpcpack.HpcPackFault;
import io.github.camelhpc.simulators.hpcpack.model.Job;

/**
 * Who may do what. Everybody sees all jobs; what changes a job is for its owner and for the roles
 * that are made for it.
 */
final class Permissions {

  private Permissions() {}

  /** Changing, submitting, adding tasks. */
  static void requireChange(Call call, Job job) {
    require(call, job, call.user().role() != UserRole.USER && !isOperator(call));
  }

  /** Cancelling, finishing, requeuing: operators may do that, too. */
  static void requireControl(Call call, Job job) {
    require(call, job, call.user().role() != UserRole.USER);
  }

  /** Nodes and node groups. */
  static void requireAdministrator(Call call) {
    if (call.user().role() != UserRole.ADMINISTRATOR) {
      throw HpcPackFault.forbidden(
          "The user " + call.user().name() + " is not an administrator of this cluster.");
    }
  }

  /**
   * Whoever acts for somebody else acts as the owner or not at all, whatever roles the two have
   * (facts/hpcpack.md §4).
   */
  private static void require(Call call, Job job, boolean byRole) {
    boolean owner = SimulatorUser.sameName(job.owner(), call.user().name());
    if (!owner && (call.isOnBehalf() || !byRole)) {
      throw HpcPackFault.forbidden(
          "The user " + call.user().name() + " does not own the job " + job.id() + ".");
    }
  }

  private static boolean isOperator(Call call) {
    return call.user().role() == UserRole.JOB_OPERATOR;
  }
}
