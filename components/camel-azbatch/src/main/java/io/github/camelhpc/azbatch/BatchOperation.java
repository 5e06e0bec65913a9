package io.github.camelhpc.azbatch;

import static io.github.camelhpc.azbatch.AzBatchBody.JOB_ADD;
import static io.github.camelhpc.azbatch.AzBatchBody.JOB_DISABLE;
import static io.github.camelhpc.azbatch.AzBatchBody.JOB_PATCH;
import static io.github.camelhpc.azbatch.AzBatchBody.JOB_SCHEDULE_ADD;
import static io.github.camelhpc.azbatch.AzBatchBody.JOB_SCHEDULE_PATCH;
import static io.github.camelhpc.azbatch.AzBatchBody.JOB_SCHEDULE_UPDATE;
import static io.github.camelhpc.azbatch.AzBatchBody.JOB_TERMINATE;
import static io.github.camelhpc.azbatch.AzBatchBody.JOB_UPDATE;
import static io.github.camelhpc.azbatch.AzBatchBody.JOB_WITH_TASKS;
import static io.github.camelhpc.azbatch.AzBatchBody.NODE_DEALLOCATE;
import static io.github.camelhpc.azbatch.AzBatchBody.NODE_DISABLE_SCHEDULING;
import static io.github.camelhpc.azbatch.AzBatchBody.NODE_REBOOT;
import static io.github.camelhpc.azbatch.AzBatchBody.NODE_REIMAGE;
import static io.github.camelhpc.azbatch.AzBatchBody.NODE_REMOVE;
import static io.github.camelhpc.azbatch.AzBatchBody.NODE_UPDATE_USER;
import static io.github.camelhpc.azbatch.AzBatchBody.NODE_USER;
import static io.github.camelhpc.azbatch.AzBatchBody.POOL_ADD;
import static io.github.camelhpc.azbatch.AzBatchBody.POOL_ENABLE_AUTO_SCALE;
import static io.github.camelhpc.azbatch.AzBatchBody.POOL_EVALUATE_AUTO_SCALE;
import static io.github.camelhpc.azbatch.AzBatchBody.POOL_PATCH;
import static io.github.camelhpc.azbatch.AzBatchBody.POOL_RESIZE;
import static io.github.camelhpc.azbatch.AzBatchBody.POOL_UPDATE_PROPERTIES;
import static io.github.camelhpc.azbatch.AzBatchBody.TASKS;
import static io.github.camelhpc.azbatch.AzBatchBody.TASK_ADD;
import static io.github.camelhpc.azbatch.AzBatchBody.TASK_UPDATE;
import static io.github.camelhpc.azbatch.AzBatchBody.UPLOAD_LOGS;
import static io.github.camelhpc.azbatch.AzBatchParameters.API_VERSION;
import static io.github.camelhpc.azbatch.AzBatchParameters.APPLICATION_ID;
import static io.github.camelhpc.azbatch.AzBatchParameters.AWAIT_TIMEOUT;
import static io.github.camelhpc.azbatch.AzBatchParameters.CHANGED_SINCE;
import static io.github.camelhpc.azbatch.AzBatchParameters.CLIENT_REQUEST_ID;
import static io.github.camelhpc.azbatch.AzBatchParameters.CONDITIONS;
import static io.github.camelhpc.azbatch.AzBatchParameters.DATE_CONDITIONS;
import static io.github.camelhpc.azbatch.AzBatchParameters.END_TIME;
import static io.github.camelhpc.azbatch.AzBatchParameters.EXPAND;
import static io.github.camelhpc.azbatch.AzBatchParameters.EXTENSION_NAME;
import static io.github.camelhpc.azbatch.AzBatchParameters.FAIL_ON_UNSUCCESSFUL;
import static io.github.camelhpc.azbatch.AzBatchParameters.FILE_PATH;
import static io.github.camelhpc.azbatch.AzBatchParameters.FILTER;
import static io.github.camelhpc.azbatch.AzBatchParameters.FORCE;
import static io.github.camelhpc.azbatch.AzBatchParameters.JOB_CLEANUP;
import static io.github.camelhpc.azbatch.AzBatchParameters.JOB_ID;
import static io.github.camelhpc.azbatch.AzBatchParameters.JOB_SCHEDULE_ID;
import static io.github.camelhpc.azbatch.AzBatchParameters.LIMIT;
import static io.github.camelhpc.azbatch.AzBatchParameters.MAX_RESULTS;
import static io.github.camelhpc.azbatch.AzBatchParameters.NEXT_LINK;
import static io.github.camelhpc.azbatch.AzBatchParameters.NODE_ID;
import static io.github.camelhpc.azbatch.AzBatchParameters.OUTPUT_TYPE;
import static io.github.camelhpc.azbatch.AzBatchParameters.PARALLEL_REQUESTS;
import static io.github.camelhpc.azbatch.AzBatchParameters.POOL_CHANGED_SINCE;
import static io.github.camelhpc.azbatch.AzBatchParameters.POOL_ID;
import static io.github.camelhpc.azbatch.AzBatchParameters.RANGE;
import static io.github.camelhpc.azbatch.AzBatchParameters.RECURSIVE;
import static io.github.camelhpc.azbatch.AzBatchParameters.RETURN_CLIENT_REQUEST_ID;
import static io.github.camelhpc.azbatch.AzBatchParameters.SELECT;
import static io.github.camelhpc.azbatch.AzBatchParameters.START_TIME;
import static io.github.camelhpc.azbatch.AzBatchParameters.TASK_ID;
import static io.github.camelhpc.azbatch.AzBatchParameters.TIMEOUT;
import static io.github.camelhpc.azbatch.AzBatchParameters.USER_NAME;
import static io.github.camelhpc.azbatch.AzBatchResult.EXISTS;
import static io.github.camelhpc.azbatch.AzBatchResult.FILE;
import static io.github.camelhpc.azbatch.AzBatchResult.FILE_PROPERTIES;
import static io.github.camelhpc.azbatch.AzBatchResult.OBJECT;
import static io.github.camelhpc.azbatch.AzBatchResult.OBJECTS;
import static io.github.camelhpc.azbatch.AzBatchResult.PREPARATION_STATUSES;
import static io.github.camelhpc.azbatch.AzBatchResult.TASKS_RUN;
import static io.github.camelhpc.azbatch.AzBatchResult.TASK_ADD_RESULTS;

import io.github.camelhpc.support.operation.Operation;
import io.github.camelhpc.support.operation.OperationSpec;
import io.github.camelhpc.support.operation.Parameter;
import io.github.camelhpc.support.operation.Watch;
import java.util.Set;

/**
 * The catalogue: every operation of {@code azbatch:} (facts/azbatch.md §1), as data. In a URI an
 * operation stands as {@link #operationName()}.
 */
public enum BatchOperation implements Operation {

  // ---- jobs

  /** Tells how the job preparation and job release task of a job went on each node that ran one. */
  LIST_PREPARATION_AND_RELEASE_TASK_STATUS(
      list("/jobs/{jobId}/jobpreparationandreleasetaskstatus", JOB_ID.optional())
          .with(FILTER, SELECT, MAX_RESULTS)
          .answers(PREPARATION_STATUSES)
          .watched(preparationStatus())),
  /** Adds a job. */
  ADD_JOB(post("/jobs").takes(JOB_ADD)),
  /** Lists the jobs of the account. */
  LIST_JOBS(list("/jobs").with(FILTER, SELECT, EXPAND, MAX_RESULTS, CHANGED_SINCE).watched(jobs())),
  /** Gives a job. */
  GET_JOB(
      get("/jobs/{jobId}", JOB_ID)
          .with(SELECT, EXPAND)
          .with(CONDITIONS)
          .answers(OBJECT)
          .watched(job().until(AzBatchStates.ENDED))),
  /** Replaces what can be changed of a job; what is left out gets its default. */
  UPDATE_JOB(put("/jobs/{jobId}", JOB_ID).with(CONDITIONS).takes(JOB_UPDATE)),
  /** Changes what is given of a job. */
  PATCH_JOB(patch("/jobs/{jobId}", JOB_ID).with(CONDITIONS).takes(JOB_PATCH)),
  /** Deletes a job with its tasks and files. */
  DELETE_JOB(
      delete("/jobs/{jobId}", JOB_ID).with(FORCE).with(CONDITIONS),
      "JobNotFound",
      "JobBeingDeleted"),
  /** Keeps the tasks of a job from running. */
  DISABLE_JOB(
      post("/jobs/{jobId}/disable", JOB_ID).with(CONDITIONS).takes(JOB_DISABLE).safeToRepeat()),
  /** Lets the tasks of a disabled job run. */
  ENABLE_JOB(post("/jobs/{jobId}/enable", JOB_ID).with(CONDITIONS)),
  /** Ends a job: running tasks end, release tasks run, then it is completed. */
  TERMINATE_JOB(
      post("/jobs/{jobId}/terminate", JOB_ID).with(FORCE).with(CONDITIONS).takes(JOB_TERMINATE),
      "JobBeingTerminated",
      "JobCompleted"),
  /** Counts the tasks of a job by state. */
  GET_JOB_TASK_COUNTS(get("/jobs/{jobId}/taskcounts", JOB_ID).answers(OBJECT)),
  /** Lists the jobs that a job schedule made. */
  LIST_JOBS_FROM_SCHEDULE(
      list("/jobschedules/{jobScheduleId}/jobs", JOB_SCHEDULE_ID)
          .with(FILTER, SELECT, EXPAND, MAX_RESULTS, CHANGED_SINCE)
          .watched(jobs())),

  // ---- tasks

  /** Adds a task to a job. */
  ADD_TASK(post("/jobs/{jobId}/tasks", JOB_ID).takes(TASK_ADD)),
  /**
   * Adds any number of tasks to a job, 100 with a request, and gives what became of each in the
   * order of the body.
   */
  ADD_TASK_COLLECTION(
      post("/jobs/{jobId}/addtaskcollection", JOB_ID)
          .with(PARALLEL_REQUESTS, FAIL_ON_UNSUCCESSFUL)
          .takes(TASKS)
          .answers(TASK_ADD_RESULTS)
          .safeToRepeat()),
  /** Lists the tasks of a job. */
  LIST_TASKS(
      list("/jobs/{jobId}/tasks", JOB_ID)
          .with(FILTER, SELECT, EXPAND, MAX_RESULTS, CHANGED_SINCE)
          .watched(task().changedSince(CHANGED_SINCE))),
  /** Gives a task. */
  GET_TASK(
      get("/jobs/{jobId}/tasks/{taskId}", JOB_ID, TASK_ID)
          .with(SELECT, EXPAND)
          .with(CONDITIONS)
          .answers(OBJECT)
          .watched(task().until(AzBatchStates.ENDED))),
  /** Replaces the constraints of a task. */
  UPDATE_TASK(
      put("/jobs/{jobId}/tasks/{taskId}", JOB_ID, TASK_ID).with(CONDITIONS).takes(TASK_UPDATE)),
  /** Deletes a task with its files. */
  DELETE_TASK(
      delete("/jobs/{jobId}/tasks/{taskId}", JOB_ID, TASK_ID).with(CONDITIONS), "TaskNotFound"),
  /** Ends a task. */
  TERMINATE_TASK(
      post("/jobs/{jobId}/tasks/{taskId}/terminate", JOB_ID, TASK_ID).with(CONDITIONS),
      "TaskCompleted"),
  /** Lets a task that failed run again. */
  REACTIVATE_TASK(
      post("/jobs/{jobId}/tasks/{taskId}/reactivate", JOB_ID, TASK_ID).with(CONDITIONS),
      "TaskNotCompleted"),
  /** Lists the subtasks of a multi-instance task; empty for any other. */
  LIST_SUBTASKS(
      get("/jobs/{jobId}/tasks/{taskId}/subtasksinfo", JOB_ID, TASK_ID)
          .with(SELECT)
          .answers(OBJECTS)),

  // ---- pools

  /** Adds a pool. */
  ADD_POOL(post("/pools").takes(POOL_ADD)),
  /** Lists the pools of the account. */
  LIST_POOLS(
      list("/pools")
          .with(FILTER, SELECT, EXPAND, MAX_RESULTS, POOL_CHANGED_SINCE)
          .watched(pools())),
  /** Tells whether there is a pool. */
  EXISTS_POOL(head("/pools/{poolId}", POOL_ID).with(CONDITIONS).answers(EXISTS)),
  /** Gives a pool. */
  GET_POOL(get("/pools/{poolId}", POOL_ID).with(SELECT, EXPAND).with(CONDITIONS).answers(OBJECT)),
  /** Changes what is given of a pool. */
  PATCH_POOL(patch("/pools/{poolId}", POOL_ID).with(CONDITIONS).takes(POOL_PATCH)),
  /** Deletes a pool; its running tasks are queued again. */
  DELETE_POOL(
      delete("/pools/{poolId}", POOL_ID).with(CONDITIONS), "PoolNotFound", "PoolBeingDeleted"),
  /** Changes the number of nodes of a pool. */
  RESIZE_POOL(
      post("/pools/{poolId}/resize", POOL_ID).with(CONDITIONS).takes(POOL_RESIZE),
      "PoolBeingResized"),
  /** Stops the resizing of a pool, which keeps the nodes that are there. */
  STOP_POOL_RESIZE(post("/pools/{poolId}/stopresize", POOL_ID).with(CONDITIONS)),
  /** Removes nodes from a pool, 100 at most. */
  REMOVE_POOL_NODES(
      post("/pools/{poolId}/removenodes", POOL_ID).with(CONDITIONS).takes(NODE_REMOVE),
      "PoolBeingResized"),
  /** Lets a formula decide how many nodes a pool has. */
  ENABLE_POOL_AUTO_SCALE(
      post("/pools/{poolId}/enableautoscale", POOL_ID)
          .with(CONDITIONS)
          .takes(POOL_ENABLE_AUTO_SCALE)
          .safeToRepeat()),
  /** Leaves a pool with the number of nodes that it has. */
  DISABLE_POOL_AUTO_SCALE(post("/pools/{poolId}/disableautoscale", POOL_ID).safeToRepeat()),
  /** Tells what a formula would give; a wrong formula is told by the member error of the result. */
  EVALUATE_POOL_AUTO_SCALE(
      post("/pools/{poolId}/evaluateautoscale", POOL_ID)
          .takes(POOL_EVALUATE_AUTO_SCALE)
          .answers(OBJECT)
          .safeToRepeat()),
  /** Replaces the start task, the references and the metadata of a pool. */
  UPDATE_POOL_PROPERTIES(
      post("/pools/{poolId}/updateproperties", POOL_ID)
          .takes(POOL_UPDATE_PROPERTIES)
          .safeToRepeat()),
  /** Lists the use of the pools by intervals of half an hour. */
  LIST_POOL_USAGE_METRICS(
      list("/poolusagemetrics").with(START_TIME, END_TIME, FILTER, MAX_RESULTS)),

  // ---- compute nodes

  /** Lists the compute nodes of a pool. */
  LIST_NODES(
      list("/pools/{poolId}/nodes", POOL_ID)
          .with(FILTER, SELECT, MAX_RESULTS, CHANGED_SINCE)
          .watched(nodes())),
  /** Gives a compute node. */
  GET_NODE(get("/pools/{poolId}/nodes/{nodeId}", POOL_ID, NODE_ID).with(SELECT).answers(OBJECT)),
  /** Restarts a compute node. */
  REBOOT_NODE(node("reboot").takes(NODE_REBOOT), "NodeBeingRebooted"),
  /** Installs the operating system of a compute node anew. */
  REIMAGE_NODE(node("reimage").takes(NODE_REIMAGE), "NodeBeingReimaged"),
  /** Starts a compute node that was deallocated. */
  START_NODE(node("start"), "NodeBeingStarted"),
  /** Deallocates a compute node. */
  DEALLOCATE_NODE(node("deallocate").takes(NODE_DEALLOCATE)),
  /** Keeps new tasks from a compute node. */
  DISABLE_NODE_SCHEDULING(
      node("disablescheduling").takes(NODE_DISABLE_SCHEDULING),
      "NodeAlreadyInTargetSchedulingState"),
  /** Lets a compute node run tasks again. */
  ENABLE_NODE_SCHEDULING(node("enablescheduling"), "NodeAlreadyInTargetSchedulingState"),
  /** Adds a user to a compute node. */
  ADD_NODE_USER(node("users").takes(NODE_USER)),
  /** Replaces password, key and expiry of a user of a compute node. */
  UPDATE_NODE_USER(
      put("/pools/{poolId}/nodes/{nodeId}/users/{userName}", POOL_ID, NODE_ID, USER_NAME)
          .takes(NODE_UPDATE_USER)),
  /** Deletes a user of a compute node. */
  DELETE_NODE_USER(
      delete("/pools/{poolId}/nodes/{nodeId}/users/{userName}", POOL_ID, NODE_ID, USER_NAME),
      "NodeUserNotFound"),
  /** Tells address and port for a remote login. */
  GET_NODE_REMOTE_LOGIN_SETTINGS(
      get("/pools/{poolId}/nodes/{nodeId}/remoteloginsettings", POOL_ID, NODE_ID).answers(OBJECT)),
  /** Lets a compute node upload its logs of the Batch service to a storage container. */
  UPLOAD_NODE_BATCH_SERVICE_LOGS(node("uploadbatchservicelogs").takes(UPLOAD_LOGS).answers(OBJECT)),
  /** Lists the virtual machine extensions of a compute node. */
  LIST_NODE_EXTENSIONS(
      list("/pools/{poolId}/nodes/{nodeId}/extensions", POOL_ID, NODE_ID)
          .with(SELECT, MAX_RESULTS)),
  /** Gives a virtual machine extension of a compute node. */
  GET_NODE_EXTENSION(
      get(
              "/pools/{poolId}/nodes/{nodeId}/extensions/{extensionName}",
              POOL_ID,
              NODE_ID,
              EXTENSION_NAME)
          .with(SELECT)
          .answers(OBJECT)),

  // ---- files

  /** Lists the files of a task. */
  LIST_TASK_FILES(
      list("/jobs/{jobId}/tasks/{taskId}/files", JOB_ID, TASK_ID)
          .with(RECURSIVE, FILTER, MAX_RESULTS)),
  /** Reads a file of a task, as a stream. */
  GET_TASK_FILE(taskFile("GET").with(RANGE).with(DATE_CONDITIONS).answers(FILE)),
  /** Gives the properties of a file of a task, as headers. */
  GET_TASK_FILE_PROPERTIES(taskFile("HEAD").with(DATE_CONDITIONS).answers(FILE_PROPERTIES)),
  /** Deletes a file of a task. */
  DELETE_TASK_FILE(taskFile("DELETE").with(RECURSIVE), "FileNotFound"),
  /** Lists the files of a compute node. */
  LIST_NODE_FILES(
      list("/pools/{poolId}/nodes/{nodeId}/files", POOL_ID, NODE_ID)
          .with(RECURSIVE, FILTER, MAX_RESULTS)),
  /** Reads a file of a compute node, as a stream. */
  GET_NODE_FILE(nodeFile("GET").with(RANGE).with(DATE_CONDITIONS).answers(FILE)),
  /** Gives the properties of a file of a compute node, as headers. */
  GET_NODE_FILE_PROPERTIES(nodeFile("HEAD").with(DATE_CONDITIONS).answers(FILE_PROPERTIES)),
  /** Deletes a file of a compute node. */
  DELETE_NODE_FILE(nodeFile("DELETE").with(RECURSIVE), "FileNotFound"),

  // ---- job schedules

  /** Adds a job schedule. */
  ADD_JOB_SCHEDULE(post("/jobschedules").takes(JOB_SCHEDULE_ADD)),
  /** Lists the job schedules of the account. */
  LIST_JOB_SCHEDULES(
      list("/jobschedules")
          .with(FILTER, SELECT, EXPAND, MAX_RESULTS, CHANGED_SINCE)
          .watched(
              byTransition("id")
                  .header(AzBatchConstants.JOB_SCHEDULE_ID, "id")
                  .changedSince(CHANGED_SINCE))),
  /** Gives a job schedule. */
  GET_JOB_SCHEDULE(
      get("/jobschedules/{jobScheduleId}", JOB_SCHEDULE_ID)
          .with(SELECT, EXPAND)
          .with(CONDITIONS)
          .answers(OBJECT)),
  /** Tells whether there is a job schedule. */
  EXISTS_JOB_SCHEDULE(
      head("/jobschedules/{jobScheduleId}", JOB_SCHEDULE_ID).with(CONDITIONS).answers(EXISTS)),
  /** Replaces what can be changed of a job schedule; what is left out gets its default. */
  UPDATE_JOB_SCHEDULE(
      put("/jobschedules/{jobScheduleId}", JOB_SCHEDULE_ID)
          .with(CONDITIONS)
          .takes(JOB_SCHEDULE_UPDATE)),
  /** Changes what is given of a job schedule. */
  PATCH_JOB_SCHEDULE(
      patch("/jobschedules/{jobScheduleId}", JOB_SCHEDULE_ID)
          .with(CONDITIONS)
          .takes(JOB_SCHEDULE_PATCH)),
  /** Deletes a job schedule with its jobs. */
  DELETE_JOB_SCHEDULE(
      delete("/jobschedules/{jobScheduleId}", JOB_SCHEDULE_ID).with(FORCE).with(CONDITIONS),
      "JobScheduleNotFound",
      "JobScheduleBeingDeleted"),
  /** Keeps a job schedule from making jobs. */
  DISABLE_JOB_SCHEDULE(schedule("disable"), "JobScheduleDisabled"),
  /** Lets a job schedule make jobs again. */
  ENABLE_JOB_SCHEDULE(schedule("enable")),
  /** Ends a job schedule and its job. */
  TERMINATE_JOB_SCHEDULE(
      schedule("terminate").with(FORCE), "JobScheduleBeingTerminated", "JobScheduleCompleted"),

  // ---- the account

  /** Lists the images that nodes can have. */
  LIST_SUPPORTED_IMAGES(list("/supportedimages").with(FILTER, MAX_RESULTS)),
  /** Counts the nodes of each pool by state. */
  LIST_POOL_NODE_COUNTS(list("/nodecounts").with(FILTER, MAX_RESULTS)),
  /** Lists the applications of the account. */
  LIST_APPLICATIONS(list("/applications").with(MAX_RESULTS)),
  /** Gives an application of the account. */
  GET_APPLICATION(get("/applications/{applicationId}", APPLICATION_ID).answers(OBJECT)),

  // ---- made of several of the above

  /** Waits until a job is completed. */
  AWAIT_JOB(composed().with(JOB_ID, AWAIT_TIMEOUT, FAIL_ON_UNSUCCESSFUL).answers(OBJECT)),
  /** Waits until all tasks of a job are completed, and lists them. */
  AWAIT_TASKS(
      composed()
          .with(JOB_ID, AWAIT_TIMEOUT, FAIL_ON_UNSUCCESSFUL, SELECT, OUTPUT_TYPE, LIMIT)
          .answers(OBJECTS)),
  /** Adds a job with its tasks, waits until all are completed, and reads what they wrote. */
  RUN_TASKS(
      composed()
          .with(JOB_ID.optional(), POOL_ID.optional(), PARALLEL_REQUESTS)
          .with(AWAIT_TIMEOUT, FAIL_ON_UNSUCCESSFUL, OUTPUT_TYPE, JOB_CLEANUP)
          .takes(JOB_WITH_TASKS)
          .answers(TASKS_RUN, AzBatchConstants.JOB_ID));

  /** What a repeated request is answered with when the first one, whose answer was lost, did it. */
  private final Set<String> doneCodes;

  private final String operationName;
  private final OperationSpec spec;

  BatchOperation(OperationSpec spec) {
    this(spec, Set.of());
  }

  /**
   * An operation that can be repeated, since the service tells that it was done before.
   *
   * @param doneCodes how the service tells it (facts/azbatch.md §0, §5)
   */
  BatchOperation(OperationSpec spec, String... doneCodes) {
    this(spec.safeToRepeat(), Set.of(doneCodes));
  }

  BatchOperation(OperationSpec spec, Set<String> doneCodes) {
    this.operationName = Operation.nameOf(this);
    this.spec = spec;
    this.doneCodes = doneCodes;
  }

  @Override
  public String operationName() {
    return operationName;
  }

  @Override
  public OperationSpec spec() {
    return spec;
  }

  /** Whether an answer to a repeated request says that the first one did it. */
  boolean wasDoneBefore(String serviceCode) {
    return serviceCode != null && doneCodes.contains(serviceCode);
  }

  /** The name as it stands in a URI. */
  @Override
  public String toString() {
    return operationName;
  }

  private static OperationSpec request(OperationSpec spec) {
    return spec.with(API_VERSION, TIMEOUT, CLIENT_REQUEST_ID, RETURN_CLIENT_REQUEST_ID);
  }

  private static OperationSpec composed() {
    return OperationSpec.composed().with(API_VERSION);
  }

  private static OperationSpec get(String path, Parameter... inPath) {
    return request(OperationSpec.get(path, inPath));
  }

  private static OperationSpec head(String path, Parameter... inPath) {
    return request(OperationSpec.head(path, inPath));
  }

  private static OperationSpec post(String path, Parameter... inPath) {
    return request(OperationSpec.post(path, inPath));
  }

  private static OperationSpec put(String path, Parameter... inPath) {
    return request(OperationSpec.put(path, inPath));
  }

  private static OperationSpec patch(String path, Parameter... inPath) {
    return request(OperationSpec.patch(path, inPath));
  }

  private static OperationSpec delete(String path, Parameter... inPath) {
    return request(OperationSpec.delete(path, inPath));
  }

  private static OperationSpec list(String path, Parameter... inPath) {
    return get(path, inPath).with(OUTPUT_TYPE, NEXT_LINK, LIMIT).answers(OBJECTS).inPages();
  }

  private static OperationSpec node(String action) {
    return post("/pools/{poolId}/nodes/{nodeId}/" + action, POOL_ID, NODE_ID);
  }

  private static OperationSpec schedule(String action) {
    return post("/jobschedules/{jobScheduleId}/" + action, JOB_SCHEDULE_ID).with(CONDITIONS);
  }

  private static OperationSpec taskFile(String method) {
    return request(
        OperationSpec.of(
            method, "/jobs/{jobId}/tasks/{taskId}/files/{filePath}", JOB_ID, TASK_ID, FILE_PATH));
  }

  private static OperationSpec nodeFile(String method) {
    return request(
        OperationSpec.of(
            method,
            "/pools/{poolId}/nodes/{nodeId}/files/{filePath}",
            POOL_ID,
            NODE_ID,
            FILE_PATH));
  }

  /** The same state at another time is another one. */
  private static Watch byTransition(String... id) {
    return Watch.by(id)
        .state("state")
        .occurrence("stateTransitionTime")
        .header(AzBatchConstants.STATE, "state");
  }

  private static Watch job() {
    return byTransition("id").header(AzBatchConstants.JOB_ID, "id");
  }

  private static Watch jobs() {
    return job().changedSince(CHANGED_SINCE);
  }

  /** Tasks of several jobs can have the same id. */
  private static Watch task() {
    return byTransition("jobId", "id")
        .header(AzBatchConstants.JOB_ID, "jobId")
        .header(AzBatchConstants.TASK_ID, "id");
  }

  /** A pool that is resized keeps its state; its allocation state changes. */
  private static Watch pools() {
    return Watch.by("id")
        .state("state", "allocationState")
        .occurrence("stateTransitionTime", "allocationStateTransitionTime")
        .header(AzBatchConstants.POOL_ID, "id")
        .header(AzBatchConstants.STATE, "state")
        .changedSince(POOL_CHANGED_SINCE);
  }

  private static Watch nodes() {
    return byTransition("poolId", "id")
        .state("state", "schedulingState")
        .header(AzBatchConstants.POOL_ID, "poolId")
        .header(AzBatchConstants.NODE_ID, "id")
        .changedSince(CHANGED_SINCE);
  }

  /** A task that starts again, after a failure or a restart of the node, has another start time. */
  private static Watch preparationStatus() {
    return Watch.by("jobId", "poolId", "nodeId")
        .state("preparationState", "releaseState")
        .occurrence("preparationStartTime", "releaseStartTime")
        .header(AzBatchConstants.JOB_ID, "jobId")
        .header(AzBatchConstants.POOL_ID, "poolId")
        .header(AzBatchConstants.NODE_ID, "nodeId");
  }
}
