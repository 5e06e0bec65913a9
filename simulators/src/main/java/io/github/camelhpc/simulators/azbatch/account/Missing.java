package io.github.camelhpc.simulators.azbatch.account;

import io.github.camelhpc.simulators.azbatch.BatchFault;

/** The refusals of requests that name what is not there (facts/azbatch.md §5). */
final class Missing {

  private Missing() {}

  static BatchFault job() {
    return notFound("JobNotFound", "job");
  }

  static BatchFault task() {
    return notFound("TaskNotFound", "task");
  }

  static BatchFault pool() {
    return notFound("PoolNotFound", "pool");
  }

  static BatchFault node() {
    return notFound("NodeNotFound", "compute node");
  }

  static BatchFault nodeUser() {
    return notFound("NodeUserNotFound", "user of the compute node");
  }

  static BatchFault file() {
    return notFound("FileNotFound", "file");
  }

  static BatchFault schedule() {
    return notFound("JobScheduleNotFound", "job schedule");
  }

  static BatchFault extension() {
    return notFound("ResourceNotFound", "extension");
  }

  private static BatchFault notFound(String code, String what) {
    return BatchFault.of(404, code, "The specified " + what + " does not exist.");
  }
}
