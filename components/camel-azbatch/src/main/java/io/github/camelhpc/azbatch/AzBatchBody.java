package io.github.camelhpc.azbatch;

import io.github.camelhpc.support.operation.BodyKind;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * What the operations take as body, by the service's name of it, with the members that it needs
 * (facts/azbatch.md §3.2).
 */
enum AzBatchBody implements BodyKind {
  JOB_ADD("JobAddParameter", "id", "poolInfo"),
  JOB_UPDATE("JobUpdateParameter", "poolInfo"),
  JOB_PATCH("JobPatchParameter"),
  JOB_DISABLE("JobDisableParameter", "disableTasks"),
  JOB_TERMINATE(Set.of("terminateReason"), "JobTerminateParameter"),
  TASK_ADD("TaskAddParameter", "id", "commandLine"),
  TASK_UPDATE("TaskUpdateParameter"),
  POOL_ADD("PoolAddParameter", "id", "vmSize"),
  POOL_PATCH("PoolPatchParameter"),
  POOL_RESIZE("PoolResizeParameter"),
  NODE_REMOVE("NodeRemoveParameter", "nodeList"),
  POOL_ENABLE_AUTO_SCALE("PoolEnableAutoScaleParameter"),
  POOL_EVALUATE_AUTO_SCALE("PoolEvaluateAutoScaleParameter", "autoScaleFormula"),
  POOL_UPDATE_PROPERTIES(
      "PoolUpdatePropertiesParameter",
      "certificateReferences",
      "applicationPackageReferences",
      "metadata"),
  NODE_REBOOT(Set.of("nodeRebootOption"), "NodeRebootParameter"),
  NODE_REIMAGE(Set.of("nodeReimageOption"), "NodeReimageParameter"),
  NODE_DEALLOCATE(Set.of("nodeDeallocateOption"), "NodeDeallocateParameter"),
  NODE_DISABLE_SCHEDULING(Set.of("nodeDisableSchedulingOption"), "NodeDisableSchedulingParameter"),
  NODE_USER("ComputeNodeUser", "name"),
  NODE_UPDATE_USER("NodeUpdateUserParameter"),
  UPLOAD_LOGS("UploadBatchServiceLogsConfiguration", "containerUrl", "startTime"),
  JOB_SCHEDULE_ADD("JobScheduleAddParameter", "id", "schedule", "jobSpecification"),
  JOB_SCHEDULE_UPDATE("JobScheduleUpdateParameter", "schedule", "jobSpecification"),
  JOB_SCHEDULE_PATCH("JobSchedulePatchParameter"),
  /** Sent in parts, by {@link TaskAdder}. */
  TASKS(
      "any number of TaskAddParameter: a List, an Iterator, a Stream, JSON text with an array, or"
          + " one with the array as the member value"),
  /** Sent in parts, by {@link TasksRunner}. */
  JOB_WITH_TASKS(
      "JobAddParameter with the tasks as the member tasks; id and poolInfo can be left out. Or the"
          + " tasks alone, as with addTaskCollection");

  private final String typeName;
  private final List<String> required;
  private final Set<String> optional;

  AzBatchBody(String typeName, String... required) {
    this.typeName = typeName;
    this.required = Arrays.asList(required);
    this.optional = null;
  }

  /** A body that can be left out. */
  AzBatchBody(Set<String> members, String typeName) {
    this.typeName = typeName;
    this.required = List.of();
    this.optional = members;
  }

  /** The members without which the service refuses it. */
  List<String> required() {
    return required;
  }

  /** Whether it can be left out. */
  boolean isOptional() {
    return optional != null;
  }

  /** All members of one that can be left out, which tell it from what a step before left. */
  Set<String> members() {
    return optional;
  }

  @Override
  public String description() {
    return isOptional() ? "nothing, or " + typeName : typeName;
  }
}
