package io.github.camelhpc.hpcpack;

import static io.github.camelhpc.hpcpack.HpcPackBody.JOB_DESCRIPTION;
import static io.github.camelhpc.hpcpack.HpcPackBody.JOB_XML;
import static io.github.camelhpc.hpcpack.HpcPackBody.MESSAGE;
import static io.github.camelhpc.hpcpack.HpcPackBody.NODE_GROUP_OPERATION;
import static io.github.camelhpc.hpcpack.HpcPackBody.OPTIONAL_PROPERTIES;
import static io.github.camelhpc.hpcpack.HpcPackParameters.API_VERSION;
import static io.github.camelhpc.hpcpack.HpcPackParameters.ASCENDING;
import static io.github.camelhpc.hpcpack.HpcPackParameters.AS_USER;
import static io.github.camelhpc.hpcpack.HpcPackParameters.AWAIT;
import static io.github.camelhpc.hpcpack.HpcPackParameters.AWAIT_TIMEOUT;
import static io.github.camelhpc.hpcpack.HpcPackParameters.CHANGE_TIME_FROM;
import static io.github.camelhpc.hpcpack.HpcPackParameters.EXPAND_PARAMETRIC;
import static io.github.camelhpc.hpcpack.HpcPackParameters.FAIL_ON_UNSUCCESSFUL;
import static io.github.camelhpc.hpcpack.HpcPackParameters.FILTER;
import static io.github.camelhpc.hpcpack.HpcPackParameters.FORCED;
import static io.github.camelhpc.hpcpack.HpcPackParameters.FROM_TIME;
import static io.github.camelhpc.hpcpack.HpcPackParameters.JOB_ID;
import static io.github.camelhpc.hpcpack.HpcPackParameters.JOB_IDS;
import static io.github.camelhpc.hpcpack.HpcPackParameters.JOB_STATE;
import static io.github.camelhpc.hpcpack.HpcPackParameters.LIMIT;
import static io.github.camelhpc.hpcpack.HpcPackParameters.MAX_RESULTS;
import static io.github.camelhpc.hpcpack.HpcPackParameters.METRIC_NAME;
import static io.github.camelhpc.hpcpack.HpcPackParameters.METRIC_NAMES;
import static io.github.camelhpc.hpcpack.HpcPackParameters.NAMES;
import static io.github.camelhpc.hpcpack.HpcPackParameters.NODE_GROUP;
import static io.github.camelhpc.hpcpack.HpcPackParameters.NODE_GROUP_QUERY;
import static io.github.camelhpc.hpcpack.HpcPackParameters.NODE_GROUP_TERM;
import static io.github.camelhpc.hpcpack.HpcPackParameters.NODE_HEALTH;
import static io.github.camelhpc.hpcpack.HpcPackParameters.NODE_NAME;
import static io.github.camelhpc.hpcpack.HpcPackParameters.NODE_NAMES;
import static io.github.camelhpc.hpcpack.HpcPackParameters.NODE_OPERATION;
import static io.github.camelhpc.hpcpack.HpcPackParameters.NODE_STATE_2016;
import static io.github.camelhpc.hpcpack.HpcPackParameters.NODE_STATE_2019;
import static io.github.camelhpc.hpcpack.HpcPackParameters.OPERATION_ID;
import static io.github.camelhpc.hpcpack.HpcPackParameters.OUTPUT_TYPE;
import static io.github.camelhpc.hpcpack.HpcPackParameters.OWNER;
import static io.github.camelhpc.hpcpack.HpcPackParameters.PROPERTIES;
import static io.github.camelhpc.hpcpack.HpcPackParameters.QUERY_ID;
import static io.github.camelhpc.hpcpack.HpcPackParameters.ROWS_PER_READ;
import static io.github.camelhpc.hpcpack.HpcPackParameters.SORT_BY;
import static io.github.camelhpc.hpcpack.HpcPackParameters.START_ROW;
import static io.github.camelhpc.hpcpack.HpcPackParameters.SUBTASK_ID;
import static io.github.camelhpc.hpcpack.HpcPackParameters.TASK_ID;
import static io.github.camelhpc.hpcpack.HpcPackParameters.TASK_IDS;
import static io.github.camelhpc.hpcpack.HpcPackParameters.TASK_INSTANCE_IDS;
import static io.github.camelhpc.hpcpack.HpcPackParameters.TASK_STATE;
import static io.github.camelhpc.hpcpack.HpcPackParameters.TASK_STATES;
import static io.github.camelhpc.hpcpack.HpcPackParameters.TO_TIME;
import static io.github.camelhpc.hpcpack.HpcPackParameters.WITH_DETAIL;
import static io.github.camelhpc.hpcpack.HpcPackResult.ID;
import static io.github.camelhpc.hpcpack.HpcPackResult.JOB;
import static io.github.camelhpc.hpcpack.HpcPackResult.MAP;
import static io.github.camelhpc.hpcpack.HpcPackResult.MAPS;
import static io.github.camelhpc.hpcpack.HpcPackResult.OBJECTS;
import static io.github.camelhpc.hpcpack.HpcPackResult.TEXT;

import io.github.camelhpc.support.operation.Operation;
import io.github.camelhpc.support.operation.OperationSpec;
import io.github.camelhpc.support.operation.Parameter;
import io.github.camelhpc.support.operation.Watch;

/**
 * The catalogue: every operation of {@code hpcpack:} (facts/hpcpack.md §1), as data. In a URI an
 * operation stands as {@link #operationName()}.
 */
public enum HpcPackOperation implements Operation {

  // ---- cluster, nodes, node groups (2016)

  /** Gives the version of HPC Pack. */
  GET_VERSION(get("/cluster/version").answers(TEXT)),
  /** Gives the name of the active head node. */
  GET_ACTIVE_HEAD_NODE(get("/cluster/activeHeadNode").answers(TEXT)),
  /** Gives the pattern in which the service writes dates. */
  GET_DATE_TIME_FORMAT(get("/cluster/info/dateTimeFormat").answers(TEXT)),
  /** Lists the nodes. */
  LIST_NODES(
      list("/nodes", SORT_BY.as("sortNodesBy").defaultingTo("Id"), PROPERTIES)
          .with(NODE_STATE_2016)
          .watched(
              Watch.by("Id")
                  .header(HpcPackConstants.NODE_NAME, "Name")
                  .header(HpcPackConstants.STATE, "State"))),
  /** Gives all properties of a node. */
  GET_NODE(get("/nodes/{name}", NODE_NAME).answers(HpcPackResult.PROPERTIES)),
  /** Lists the node groups, with Name and Description. */
  LIST_NODE_GROUPS(get("/nodes/groups").answers(OBJECTS)),
  /** Gives the names of the nodes in a group. */
  LIST_NODE_GROUP_MEMBERS(get("/nodes/groups/{name}", NODE_GROUP).answers(HpcPackResult.NAMES)),

  // ---- jobs (2016)

  /** Lists the jobs. */
  LIST_JOBS(
      list(
              "/jobs",
              SORT_BY.as("sortJobsBy").defaultingTo("Id"),
              PROPERTIES.defaultingTo("Id,Owner,Name,State,Priority"))
          .with(OWNER, NODE_NAMES, JOB_STATE, NODE_GROUP_TERM, CHANGE_TIME_FROM)
          .watched(job().changedSince(CHANGE_TIME_FROM))),
  /** Makes a job, which stays in state Configuring until it is submitted. */
  CREATE_JOB(post("/jobs").takes(HpcPackBody.PROPERTIES).answers(ID, HpcPackConstants.JOB_ID)),
  /** Makes a job from job XML. */
  CREATE_JOB_FROM_XML(post("/jobs/jobFile").takes(JOB_XML).answers(ID, HpcPackConstants.JOB_ID)),
  /** Gives the properties of a job. */
  GET_JOB(
      get("/jobs/{jobId}", JOB_ID)
          .with(PROPERTIES)
          .answers(HpcPackResult.PROPERTIES)
          .watched(job().until(HpcPackStates.TERMINAL))),
  /** Sets properties of a job. */
  SET_JOB_PROPERTIES(put("/jobs/{jobId}", JOB_ID).takes(HpcPackBody.PROPERTIES)),
  /** Gives the custom properties of a job. */
  GET_JOB_CUSTOM_PROPERTIES(
      get("/jobs/{jobId}/customProperties", JOB_ID).with(NAMES).answers(HpcPackResult.PROPERTIES)),
  /** Sets custom properties of a job; others stay. */
  SET_JOB_CUSTOM_PROPERTIES(
      post("/jobs/{jobId}/customProperties", JOB_ID).takes(HpcPackBody.PROPERTIES).safeToRepeat()),
  /** Gives the environment variables of a job. */
  GET_JOB_ENVIRONMENT_VARIABLES(
      get("/jobs/{jobId}/envVariables", JOB_ID).with(NAMES).answers(HpcPackResult.PROPERTIES)),
  /** Sets environment variables of a job; others stay. */
  SET_JOB_ENVIRONMENT_VARIABLES(
      post("/jobs/{jobId}/envVariables", JOB_ID).takes(HpcPackBody.PROPERTIES).safeToRepeat()),
  /** Submits a job. It is not validated before the answer. */
  SUBMIT_JOB(post("/jobs/{jobId}/submit", JOB_ID).takes(OPTIONAL_PROPERTIES)),
  /** Cancels a job. */
  CANCEL_JOB(post("/jobs/{jobId}/cancel", JOB_ID).with(FORCED).takes(MESSAGE)),
  /** Ends a job as Finished. */
  FINISH_JOB(post("/jobs/{jobId}/finish", JOB_ID).takes(MESSAGE)),
  /** Queues a failed or cancelled job again. */
  REQUEUE_JOB(post("/jobs/{jobId}/requeue", JOB_ID)),
  /** Gives the names of the job templates. */
  LIST_JOB_TEMPLATES(get("/jobs/templates").answers(HpcPackResult.NAMES)),

  // ---- tasks (2016)

  /** Lists the tasks of a job. */
  LIST_TASKS(
      list(
              "/jobs/{jobId}/tasks",
              SORT_BY.as("sortTasksBy").defaultingTo("TaskId"),
              PROPERTIES.defaultingTo(
                  "TaskId,Name,State,CommandLine,ExitCode,ParentJobId,JobTaskId,InstanceId"),
              JOB_ID)
          .with(
              EXPAND_PARAMETRIC.defaultingTo("true"),
              TASK_STATE,
              TASK_STATES,
              TASK_IDS,
              TASK_INSTANCE_IDS,
              CHANGE_TIME_FROM)
          .watched(task().changedSince(CHANGE_TIME_FROM))),
  /** Adds a task to a job. */
  ADD_TASK(
      post("/jobs/{jobId}/tasks", JOB_ID)
          .takes(HpcPackBody.PROPERTIES)
          .answers(ID, HpcPackConstants.TASK_ID)),
  /** Gives the properties of a task. */
  GET_TASK(
      get("/jobs/{jobId}/tasks/{taskId}", JOB_ID, TASK_ID)
          .with(PROPERTIES)
          .answers(HpcPackResult.PROPERTIES)
          .watched(task().until(HpcPackStates.TERMINAL))),
  /** Sets properties of a task. */
  SET_TASK_PROPERTIES(
      put("/jobs/{jobId}/tasks/{taskId}", JOB_ID, TASK_ID).takes(HpcPackBody.PROPERTIES)),
  /** Gives the custom properties of a task. */
  GET_TASK_CUSTOM_PROPERTIES(
      get("/jobs/{jobId}/tasks/{taskId}/customProperties", JOB_ID, TASK_ID)
          .with(NAMES)
          .answers(HpcPackResult.PROPERTIES)),
  /** Sets custom properties of a task; others stay. */
  SET_TASK_CUSTOM_PROPERTIES(
      post("/jobs/{jobId}/tasks/{taskId}/customProperties", JOB_ID, TASK_ID)
          .takes(HpcPackBody.PROPERTIES)
          .safeToRepeat()),
  /** Gives the environment variables of a task. */
  GET_TASK_ENVIRONMENT_VARIABLES(
      get("/jobs/{jobId}/tasks/{taskId}/envVariables", JOB_ID, TASK_ID)
          .with(NAMES)
          .answers(HpcPackResult.PROPERTIES)),
  /** Sets environment variables of a task; others stay. */
  SET_TASK_ENVIRONMENT_VARIABLES(
      post("/jobs/{jobId}/tasks/{taskId}/envVariables", JOB_ID, TASK_ID)
          .takes(HpcPackBody.PROPERTIES)
          .safeToRepeat()),
  /** Cancels a task. A running one becomes Failed, not Canceled (facts/hpcpack.md §4). */
  CANCEL_TASK(
      post("/jobs/{jobId}/tasks/{taskId}/cancel", JOB_ID, TASK_ID).with(FORCED).takes(MESSAGE)),
  /** Ends a task as Finished. */
  FINISH_TASK(post("/jobs/{jobId}/tasks/{taskId}/finish", JOB_ID, TASK_ID).takes(MESSAGE)),
  /** Queues a failed or cancelled task again. */
  REQUEUE_TASK(post("/jobs/{jobId}/tasks/{taskId}/requeue", JOB_ID, TASK_ID).takes(MESSAGE)),

  // ---- subtasks of parametric sweeps (2016)

  /** Gives the properties of a subtask, once the sweep is expanded. */
  GET_SUBTASK(
      get("/jobs/{jobId}/tasks/{taskId}/subtasks/{subtaskId}", JOB_ID, TASK_ID, SUBTASK_ID)
          .with(PROPERTIES)
          .answers(HpcPackResult.PROPERTIES)),
  /** Sets properties of a subtask. */
  SET_SUBTASK_PROPERTIES(
      put("/jobs/{jobId}/tasks/{taskId}/subtasks/{subtaskId}", JOB_ID, TASK_ID, SUBTASK_ID)
          .takes(HpcPackBody.PROPERTIES)),
  /** Cancels a subtask. */
  CANCEL_SUBTASK(
      post("/jobs/{jobId}/tasks/{taskId}/subtasks/{subtaskId}/cancel", JOB_ID, TASK_ID, SUBTASK_ID)
          .with(FORCED)
          .takes(MESSAGE)),
  /** Ends a subtask as Finished. */
  FINISH_SUBTASK(
      post("/jobs/{jobId}/tasks/{taskId}/subtasks/{subtaskId}/finish", JOB_ID, TASK_ID, SUBTASK_ID)
          .takes(MESSAGE)),
  /** Queues a failed or cancelled subtask again. */
  REQUEUE_SUBTASK(
      post(
          "/jobs/{jobId}/tasks/{taskId}/subtasks/{subtaskId}/requeue",
          JOB_ID,
          TASK_ID,
          SUBTASK_ID)),

  // ---- additions of the 2019 API

  /** Gives the roles of the user. */
  GET_USER_ROLES(Api.V2019, get("/cluster/userRoles").answers(HpcPackResult.NAMES)),
  /** Lists the metrics that the cluster has. */
  LIST_METRIC_DEFINITIONS(Api.V2019, get("/cluster/metrics/definitions").answers(MAPS)),
  /** Gives the values of a metric in a time span. */
  GET_METRIC_HISTORY(
      Api.V2019,
      get("/cluster/metrics/history/{name}", METRIC_NAME)
          .with(FROM_TIME.mandatory(), TO_TIME.mandatory())
          .answers(MAP)),
  /** Gives the counts of finished and cancelled jobs in the last seven days. */
  GET_JOB_METRICS(Api.V2019, get("/cluster/metrics/jobs").answers(MAP)),
  /** Lists the nodes, with health, roles and sizes. */
  LIST_CLUSTER_NODES(
      Api.V2019,
      get("/cluster/nodes")
          .with(NODE_NAMES.as("names"), JOB_IDS, NODE_GROUP_QUERY, NODE_STATE_2019, NODE_HEALTH)
          .answers(MAPS)
          .watched(
              Watch.by("Name")
                  .state("State", "Health")
                  .header(HpcPackConstants.NODE_NAME, "Name")
                  .header(HpcPackConstants.STATE, "State"))),
  /** Gives a node. */
  GET_CLUSTER_NODE(Api.V2019, get("/cluster/nodes/{name}", NODE_NAME).answers(MAP)),
  /** Tells a node to do something, which it does later if at all: see getClusterNode. */
  OPERATE_CLUSTER_NODE(
      Api.V2019,
      post("/cluster/nodes/{name}/operations/{operation}", NODE_NAME, NODE_OPERATION)
          .safeToRepeat()),
  /** Gives metrics of all nodes; a node that cannot be reached has none. */
  LIST_NODE_METRICS(
      Api.V2019,
      OperationSpec.get("/cluster/nodes/metrics")
          .with(METRIC_NAMES.mandatory(), API_VERSION)
          .answers(MAPS)),
  /** Counts the nodes in each state. */
  GET_NODE_STATE_COUNTS(Api.V2019, get("/cluster/nodes/stats/state").answers(MAPS)),
  /** Counts the nodes in each health. */
  GET_NODE_HEALTH_COUNTS(Api.V2019, get("/cluster/nodes/stats/health").answers(MAPS)),
  /** Lists the cluster's log of operations, the newest first. */
  LIST_CLUSTER_OPERATIONS(
      Api.V2019,
      get("/cluster/operations")
          .with(FROM_TIME, TO_TIME, LIMIT, NODE_NAMES, WITH_DETAIL)
          .answers(MAPS)),
  /** Gives an operation of the cluster's log, with its entries. */
  GET_CLUSTER_OPERATION(Api.V2019, get("/cluster/operations/{id}", OPERATION_ID).answers(MAP)),
  /** Gives the earliest operation of the cluster's log, with its entries. */
  GET_FIRST_CLUSTER_OPERATION(
      Api.V2019,
      get("/cluster/operations/first").with(FROM_TIME, TO_TIME, NODE_NAMES).answers(MAP)),
  /** Lists the node groups, with Name, Description and Managed. */
  LIST_CLUSTER_NODE_GROUPS(Api.V2019, get("/cluster/nodeGroups").answers(MAPS)),
  /** Makes a node group. */
  CREATE_NODE_GROUP(
      Api.V2019, post("/cluster/nodeGroups").takes(HpcPackBody.NODE_GROUP).answers(MAP)),
  /** Gives a node group. */
  GET_NODE_GROUP(Api.V2019, get("/cluster/nodeGroups/{name}", NODE_GROUP).answers(MAP)),
  /** Changes a node group. */
  UPDATE_NODE_GROUP(
      Api.V2019,
      put("/cluster/nodeGroups/{name}", NODE_GROUP).takes(HpcPackBody.NODE_GROUP).answers(MAP)),
  /** Removes a node group. */
  DELETE_NODE_GROUP(
      Api.V2019,
      OperationSpec.delete("/cluster/nodeGroups/{name}", NODE_GROUP).with(AS_USER, API_VERSION)),
  /** Gives the names of the nodes in a group. */
  LIST_NODES_OF_GROUP(
      Api.V2019, get("/cluster/nodeGroups/{name}/nodes", NODE_GROUP).answers(HpcPackResult.NAMES)),
  /** Adds nodes to a group or removes them; gives the names of the nodes that are then in it. */
  MOVE_NODES_OF_GROUP(
      Api.V2019,
      OperationSpec.patch("/cluster/nodeGroups/{name}/nodes", NODE_GROUP)
          .with(AS_USER, API_VERSION)
          .takes(NODE_GROUP_OPERATION)
          .answers(HpcPackResult.NAMES)),

  // ---- made of several of the above

  /** Makes a job with its tasks, submits it and waits until it has ended. */
  RUN_JOB(
      OperationSpec.composed()
          .with(AWAIT.defaultingTo("true"), AWAIT_TIMEOUT, FAIL_ON_UNSUCCESSFUL)
          .with(AS_USER, API_VERSION)
          .takes(JOB_DESCRIPTION)
          .answers(JOB, HpcPackConstants.JOB_ID)),
  /** Waits until a job has ended. */
  AWAIT_JOB(
      OperationSpec.composed()
          .with(JOB_ID, AWAIT_TIMEOUT, FAIL_ON_UNSUCCESSFUL, PROPERTIES, AS_USER, API_VERSION)
          .answers(HpcPackResult.PROPERTIES, HpcPackConstants.JOB_ID));

  /** The versions of the API. */
  enum Api {
    /** HPC Pack 2016 Update 3, and later versions. */
    V2016,
    /** HPC Pack 2019; JSON only. */
    V2019
  }

  private final String operationName;
  private final OperationSpec spec;
  private final Api api;

  HpcPackOperation(OperationSpec spec) {
    this(Api.V2016, spec);
  }

  HpcPackOperation(Api api, OperationSpec spec) {
    this.api = api;
    this.operationName = Operation.nameOf(this);
    this.spec = spec;
  }

  @Override
  public String operationName() {
    return operationName;
  }

  @Override
  public OperationSpec spec() {
    return spec;
  }

  /** The version of the API that has it. */
  Api api() {
    return api;
  }

  /** The name as it stands in a URI. */
  @Override
  public String toString() {
    return operationName;
  }

  private static OperationSpec get(String path, Parameter... inPath) {
    return OperationSpec.get(path, inPath).with(AS_USER, API_VERSION);
  }

  private static OperationSpec post(String path, Parameter... inPath) {
    return OperationSpec.post(path, inPath).with(AS_USER, API_VERSION);
  }

  private static OperationSpec put(String path, Parameter... inPath) {
    return OperationSpec.put(path, inPath).with(AS_USER, API_VERSION);
  }

  private static OperationSpec list(
      String path, Parameter sortBy, Parameter properties, Parameter... inPath) {
    return get(path, inPath)
        .with(FILTER, properties, sortBy, ASCENDING)
        .with(ROWS_PER_READ, QUERY_ID, START_ROW, OUTPUT_TYPE, MAX_RESULTS)
        .answers(OBJECTS)
        .inPages();
  }

  /** A job that was queued again can be in the same state as before: its RequeueCount is higher. */
  private static Watch job() {
    return Watch.by("Id")
        .occurrence("RequeueCount")
        .header(HpcPackConstants.JOB_ID, "Id")
        .header(HpcPackConstants.STATE, "State");
  }

  private static Watch task() {
    return Watch.by("TaskId")
        .occurrence("RequeueCount")
        .header(HpcPackConstants.JOB_ID, "ParentJobId")
        .header(HpcPackConstants.TASK_ID, "JobTaskId")
        .header(HpcPackConstants.SUBTASK_ID, "InstanceId")
        .header(HpcPackConstants.STATE, "State");
  }
}
