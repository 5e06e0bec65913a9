package io.github.camelhpc.simulators.azbatch.rest;

import static io.github.camelhpc.simulators.azbatch.rest.OperationForm.QueryKind.TIME;
import static io.github.camelhpc.simulators.azbatch.rest.OperationForm.delete;
import static io.github.camelhpc.simulators.azbatch.rest.OperationForm.get;
import static io.github.camelhpc.simulators.azbatch.rest.OperationForm.head;
import static io.github.camelhpc.simulators.azbatch.rest.OperationForm.patch;
import static io.github.camelhpc.simulators.azbatch.rest.OperationForm.post;
import static io.github.camelhpc.simulators.azbatch.rest.OperationForm.put;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Every operation of the service, as the table of facts/azbatch.md §1 has it. */
public enum ServedOperation {
  LIST_PREPARATION_AND_RELEASE_TASK_STATUS(
      get("/jobs/{jobId}/jobpreparationandreleasetaskstatus")
          .filter()
          .select()
          .paged("jobpreparationandreleasestatuslist")),
  ADD_JOB(post("/jobs", 201).takesBody()),
  LIST_JOBS(get("/jobs").filter().select().expand().paged("jobs")),
  GET_JOB(get("/jobs/{jobId}").select().expand().conditional().answers("jobs/@Element")),
  UPDATE_JOB(put("/jobs/{jobId}").conditional()),
  PATCH_JOB(patch("/jobs/{jobId}").conditional()),
  DELETE_JOB(delete("/jobs/{jobId}", 202).force().conditional()),
  DISABLE_JOB(post("/jobs/{jobId}/disable", 202).conditional().takesBody()),
  ENABLE_JOB(post("/jobs/{jobId}/enable", 202).conditional()),
  TERMINATE_JOB(post("/jobs/{jobId}/terminate", 202).force().conditional().mayTakeBody()),
  GET_JOB_TASK_COUNTS(get("/jobs/{jobId}/taskcounts").answers("taskcounts/@Element")),
  LIST_JOBS_FROM_SCHEDULE(
      get("/jobschedules/{jobScheduleId}/jobs").filter().select().expand().paged("jobs")),
  ADD_TASK(post("/jobs/{jobId}/tasks", 201).takesBody()),
  ADD_TASK_COLLECTION(
      post("/jobs/{jobId}/addtaskcollection", 200).takesBody().answers("taskaddresult")),
  LIST_TASKS(get("/jobs/{jobId}/tasks").filter().select().expand().paged("tasks")),
  GET_TASK(
      get("/jobs/{jobId}/tasks/{taskId}")
          .select()
          .expand()
          .conditional()
          .answers("tasks/@Element")),
  UPDATE_TASK(put("/jobs/{jobId}/tasks/{taskId}").conditional()),
  DELETE_TASK(delete("/jobs/{jobId}/tasks/{taskId}", 200).conditional()),
  TERMINATE_TASK(post("/jobs/{jobId}/tasks/{taskId}/terminate", 204).conditional()),
  REACTIVATE_TASK(post("/jobs/{jobId}/tasks/{taskId}/reactivate", 204).conditional()),
  LIST_SUBTASKS(get("/jobs/{jobId}/tasks/{taskId}/subtasksinfo").select().answers("subtaskinfo")),
  ADD_POOL(post("/pools", 201).takesBody()),
  LIST_POOLS(get("/pools").filter().select().expand().paged("pools")),
  EXISTS_POOL(head("/pools/{poolId}").conditional()),
  GET_POOL(get("/pools/{poolId}").select().expand().conditional().answers("pools/@Element")),
  PATCH_POOL(patch("/pools/{poolId}").conditional()),
  DELETE_POOL(delete("/pools/{poolId}", 202).conditional()),
  RESIZE_POOL(post("/pools/{poolId}/resize", 202).conditional().takesBody()),
  STOP_POOL_RESIZE(post("/pools/{poolId}/stopresize", 202).conditional()),
  REMOVE_POOL_NODES(post("/pools/{poolId}/removenodes", 202).conditional().takesBody()),
  ENABLE_POOL_AUTO_SCALE(post("/pools/{poolId}/enableautoscale", 200).conditional().takesBody()),
  DISABLE_POOL_AUTO_SCALE(post("/pools/{poolId}/disableautoscale", 200)),
  EVALUATE_POOL_AUTO_SCALE(
      post("/pools/{poolId}/evaluateautoscale", 200).takesBody().answers("autoscalerun/@Element")),
  UPDATE_POOL_PROPERTIES(post("/pools/{poolId}/updateproperties", 204).takesBody()),
  LIST_POOL_USAGE_METRICS(
      get("/poolusagemetrics")
          .query("starttime", TIME)
          .query("endtime", TIME)
          .filter()
          .paged("poolusagemetrics")),
  LIST_NODES(get("/pools/{poolId}/nodes").filter().select().paged("nodes")),
  GET_NODE(get("/pools/{poolId}/nodes/{nodeId}").select().answers("nodes/@Element")),
  REBOOT_NODE(post("/pools/{poolId}/nodes/{nodeId}/reboot", 202).mayTakeBody()),
  REIMAGE_NODE(post("/pools/{poolId}/nodes/{nodeId}/reimage", 202).mayTakeBody()),
  START_NODE(post("/pools/{poolId}/nodes/{nodeId}/start", 202)),
  DEALLOCATE_NODE(post("/pools/{poolId}/nodes/{nodeId}/deallocate", 202).mayTakeBody()),
  DISABLE_NODE_SCHEDULING(
      post("/pools/{poolId}/nodes/{nodeId}/disablescheduling", 200).mayTakeBody()),
  ENABLE_NODE_SCHEDULING(post("/pools/{poolId}/nodes/{nodeId}/enablescheduling", 200)),
  ADD_NODE_USER(post("/pools/{poolId}/nodes/{nodeId}/users", 201).takesBody()),
  UPDATE_NODE_USER(put("/pools/{poolId}/nodes/{nodeId}/users/{userName}")),
  DELETE_NODE_USER(delete("/pools/{poolId}/nodes/{nodeId}/users/{userName}", 200)),
  GET_NODE_REMOTE_LOGIN_SETTINGS(
      get("/pools/{poolId}/nodes/{nodeId}/remoteloginsettings")
          .answers("remoteloginsettings/@Element")),
  UPLOAD_NODE_BATCH_SERVICE_LOGS(
      post("/pools/{poolId}/nodes/{nodeId}/uploadbatchservicelogs", 200)
          .takesBody()
          .answers("uploadbatchservicelogs/@Element")),
  LIST_NODE_EXTENSIONS(
      get("/pools/{poolId}/nodes/{nodeId}/extensions").select().paged("extensions")),
  GET_NODE_EXTENSION(
      get("/pools/{poolId}/nodes/{nodeId}/extensions/{extensionName}")
          .select()
          .answers("extensions/@Element")),
  LIST_TASK_FILES(get("/jobs/{jobId}/tasks/{taskId}/files").recursive().filter().paged("files")),
  GET_TASK_FILE(get("/jobs/{jobId}/tasks/{taskId}/files/{filePath}").rangeable().dated()),
  GET_TASK_FILE_PROPERTIES(head("/jobs/{jobId}/tasks/{taskId}/files/{filePath}").dated()),
  DELETE_TASK_FILE(delete("/jobs/{jobId}/tasks/{taskId}/files/{filePath}", 200).recursive()),
  LIST_NODE_FILES(get("/pools/{poolId}/nodes/{nodeId}/files").recursive().filter().paged("files")),
  GET_NODE_FILE(get("/pools/{poolId}/nodes/{nodeId}/files/{filePath}").rangeable().dated()),
  GET_NODE_FILE_PROPERTIES(head("/pools/{poolId}/nodes/{nodeId}/files/{filePath}").dated()),
  DELETE_NODE_FILE(delete("/pools/{poolId}/nodes/{nodeId}/files/{filePath}", 200).recursive()),
  ADD_JOB_SCHEDULE(post("/jobschedules", 201).takesBody()),
  LIST_JOB_SCHEDULES(get("/jobschedules").filter().select().expand().paged("jobschedules")),
  GET_JOB_SCHEDULE(
      get("/jobschedules/{jobScheduleId}")
          .select()
          .expand()
          .conditional()
          .answers("jobschedules/@Element")),
  EXISTS_JOB_SCHEDULE(head("/jobschedules/{jobScheduleId}").conditional()),
  UPDATE_JOB_SCHEDULE(put("/jobschedules/{jobScheduleId}").conditional()),
  PATCH_JOB_SCHEDULE(patch("/jobschedules/{jobScheduleId}").conditional()),
  DELETE_JOB_SCHEDULE(delete("/jobschedules/{jobScheduleId}", 202).force().conditional()),
  DISABLE_JOB_SCHEDULE(post("/jobschedules/{jobScheduleId}/disable", 204).conditional()),
  ENABLE_JOB_SCHEDULE(post("/jobschedules/{jobScheduleId}/enable", 204).conditional()),
  TERMINATE_JOB_SCHEDULE(
      post("/jobschedules/{jobScheduleId}/terminate", 202).force().conditional()),
  LIST_SUPPORTED_IMAGES(get("/supportedimages").filter().paged("supportedimages")),
  LIST_POOL_NODE_COUNTS(get("/nodecounts").filter().paged("poolnodecounts")),
  LIST_APPLICATIONS(get("/applications").paged("listapplicationsummariesresponses")),
  GET_APPLICATION(
      get("/applications/{applicationId}").answers("listapplicationsummariesresponses/@Element"));

  private final OperationForm form;

  ServedOperation(OperationForm form) {
    this.form = form;
  }

  OperationForm form() {
    return form;
  }

  /** The name, {@code getJobTaskCounts} for example. */
  public String operationName() {
    StringBuilder name = new StringBuilder();
    for (String word : name().split("_")) {
      String rest = word.substring(1).toLowerCase(Locale.ROOT);
      name.append(name.isEmpty() ? word.toLowerCase(Locale.ROOT) : word.charAt(0) + rest);
    }
    return name.toString();
  }

  /** The names of all operations. */
  public static Set<String> names() {
    return Arrays.stream(values())
        .map(ServedOperation::operationName)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
