package io.github.camelhpc.simulators.hpcpack.rest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** Every operation of the service: its name, its path, and what it does (facts/hpcpack.md §1). */
public enum ServedOperation {
  GET_VERSION("getVersion", "GET", "/cluster/version", (r, c) -> r.cluster().version(c)),
  GET_ACTIVE_HEAD_NODE(
      "getActiveHeadNode",
      "GET",
      "/cluster/activeHeadNode",
      (r, c) -> r.cluster().activeHeadNode(c)),
  GET_DATE_TIME_FORMAT(
      "getDateTimeFormat",
      "GET",
      "/cluster/info/dateTimeFormat",
      (r, c) -> r.cluster().dateTimeFormat(c)),
  LIST_NODES("listNodes", "GET", "/nodes", (r, c) -> r.cluster().nodes(c)),
  GET_NODE("getNode", "GET", "/nodes/{name}", (r, c) -> r.cluster().node(c)),
  LIST_NODE_GROUPS("listNodeGroups", "GET", "/nodes/groups", (r, c) -> r.cluster().nodeGroups(c)),
  LIST_NODE_GROUP_MEMBERS(
      "listNodeGroupMembers",
      "GET",
      "/nodes/groups/{name}",
      (r, c) -> r.cluster().nodeGroupMembers(c)),

  LIST_JOBS("listJobs", "GET", "/jobs", (r, c) -> r.jobs().list(c)),
  CREATE_JOB("createJob", "POST", "/jobs", (r, c) -> r.jobs().create(c)),
  CREATE_JOB_FROM_XML(
      "createJobFromXml", "POST", "/jobs/jobFile", (r, c) -> r.jobs().createFromXml(c)),
  GET_JOB("getJob", "GET", "/jobs/{jobId}", (r, c) -> r.jobs().get(c)),
  SET_JOB_PROPERTIES("setJobProperties", "PUT", "/jobs/{jobId}", (r, c) -> r.jobs().set(c)),
  GET_JOB_CUSTOM_PROPERTIES(
      "getJobCustomProperties",
      "GET",
      "/jobs/{jobId}/customProperties",
      (r, c) -> r.jobs().customProperties(c)),
  SET_JOB_CUSTOM_PROPERTIES(
      "setJobCustomProperties",
      "POST",
      "/jobs/{jobId}/customProperties",
      (r, c) -> r.jobs().setCustomProperties(c)),
  GET_JOB_ENVIRONMENT_VARIABLES(
      "getJobEnvironmentVariables",
      "GET",
      "/jobs/{jobId}/envVariables",
      (r, c) -> r.jobs().environment(c)),
  SET_JOB_ENVIRONMENT_VARIABLES(
      "setJobEnvironmentVariables",
      "POST",
      "/jobs/{jobId}/envVariables",
      (r, c) -> r.jobs().setEnvironment(c)),
  SUBMIT_JOB("submitJob", "POST", "/jobs/{jobId}/submit", (r, c) -> r.jobs().submit(c)),
  CANCEL_JOB("cancelJob", "POST", "/jobs/{jobId}/cancel", (r, c) -> r.jobs().cancel(c)),
  FINISH_JOB("finishJob", "POST", "/jobs/{jobId}/finish", (r, c) -> r.jobs().finish(c)),
  REQUEUE_JOB("requeueJob", "POST", "/jobs/{jobId}/requeue", (r, c) -> r.jobs().requeue(c)),
  LIST_JOB_TEMPLATES("listJobTemplates", "GET", "/jobs/templates", (r, c) -> r.jobs().templates(c)),

  LIST_TASKS("listTasks", "GET", "/jobs/{jobId}/tasks", (r, c) -> r.tasks().list(c)),
  ADD_TASK("addTask", "POST", "/jobs/{jobId}/tasks", (r, c) -> r.tasks().add(c)),
  GET_TASK("getTask", "GET", "/jobs/{jobId}/tasks/{taskId}", (r, c) -> r.tasks().get(c)),
  SET_TASK_PROPERTIES(
      "setTaskProperties", "PUT", "/jobs/{jobId}/tasks/{taskId}", (r, c) -> r.tasks().set(c)),
  GET_TASK_CUSTOM_PROPERTIES(
      "getTaskCustomProperties",
      "GET",
      "/jobs/{jobId}/tasks/{taskId}/customProperties",
      (r, c) -> r.tasks().customProperties(c)),
  SET_TASK_CUSTOM_PROPERTIES(
      "setTaskCustomProperties",
      "POST",
      "/jobs/{jobId}/tasks/{taskId}/customProperties",
      (r, c) -> r.tasks().setCustomProperties(c)),
  GET_TASK_ENVIRONMENT_VARIABLES(
      "getTaskEnvironmentVariables",
      "GET",
      "/jobs/{jobId}/tasks/{taskId}/envVariables",
      (r, c) -> r.tasks().environment(c)),
  SET_TASK_ENVIRONMENT_VARIABLES(
      "setTaskEnvironmentVariables",
      "POST",
      "/jobs/{jobId}/tasks/{taskId}/envVariables",
      (r, c) -> r.tasks().setEnvironment(c)),
  CANCEL_TASK(
      "cancelTask", "POST", "/jobs/{jobId}/tasks/{taskId}/cancel", (r, c) -> r.tasks().cancel(c)),
  FINISH_TASK(
      "finishTask", "POST", "/jobs/{jobId}/tasks/{taskId}/finish", (r, c) -> r.tasks().finish(c)),
  REQUEUE_TASK(
      "requeueTask",
      "POST",
      "/jobs/{jobId}/tasks/{taskId}/requeue",
      (r, c) -> r.tasks().requeue(c)),

  GET_SUBTASK(
      "getSubtask",
      "GET",
      "/jobs/{jobId}/tasks/{taskId}/subtasks/{subtaskId}",
      (r, c) -> r.tasks().getSubtask(c)),
  SET_SUBTASK_PROPERTIES(
      "setSubtaskProperties",
      "PUT",
      "/jobs/{jobId}/tasks/{taskId}/subtasks/{subtaskId}",
      (r, c) -> r.tasks().setSubtask(c)),
  CANCEL_SUBTASK(
      "cancelSubtask",
      "POST",
      "/jobs/{jobId}/tasks/{taskId}/subtasks/{subtaskId}/cancel",
      (r, c) -> r.tasks().cancelSubtask(c)),
  FINISH_SUBTASK(
      "finishSubtask",
      "POST",
      "/jobs/{jobId}/tasks/{taskId}/subtasks/{subtaskId}/finish",
      (r, c) -> r.tasks().finishSubtask(c)),
  REQUEUE_SUBTASK(
      "requeueSubtask",
      "POST",
      "/jobs/{jobId}/tasks/{taskId}/subtasks/{subtaskId}/requeue",
      (r, c) -> r.tasks().requeueSubtask(c)),

  GET_USER_ROLES(
      Api.TYPED,
      "getUserRoles",
      "GET",
      "/cluster/userRoles",
      (r, c) -> r.typedNodes().userRoles(c)),
  LIST_METRIC_DEFINITIONS(
      Api.TYPED,
      "listMetricDefinitions",
      "GET",
      "/cluster/metrics/definitions",
      (r, c) -> r.metrics().definitions(c)),
  GET_METRIC_HISTORY(
      Api.TYPED,
      "getMetricHistory",
      "GET",
      "/cluster/metrics/history/{name}",
      (r, c) -> r.metrics().history(c)),
  GET_JOB_METRICS(
      Api.TYPED, "getJobMetrics", "GET", "/cluster/metrics/jobs", (r, c) -> r.metrics().jobs(c)),
  LIST_CLUSTER_NODES(
      Api.TYPED, "listClusterNodes", "GET", "/cluster/nodes", (r, c) -> r.typedNodes().nodes(c)),
  GET_CLUSTER_NODE(
      Api.TYPED,
      "getClusterNode",
      "GET",
      "/cluster/nodes/{name}",
      (r, c) -> r.typedNodes().node(c)),
  OPERATE_CLUSTER_NODE(
      Api.TYPED,
      "operateClusterNode",
      "POST",
      "/cluster/nodes/{name}/operations/{operation}",
      (r, c) -> r.typedNodes().operate(c)),
  LIST_NODE_METRICS(
      Api.TYPED,
      "listNodeMetrics",
      "GET",
      "/cluster/nodes/metrics",
      (r, c) -> r.metrics().nodes(c)),
  GET_NODE_STATE_COUNTS(
      Api.TYPED,
      "getNodeStateCounts",
      "GET",
      "/cluster/nodes/stats/state",
      (r, c) -> r.typedNodes().stateCounts(c)),
  GET_NODE_HEALTH_COUNTS(
      Api.TYPED,
      "getNodeHealthCounts",
      "GET",
      "/cluster/nodes/stats/health",
      (r, c) -> r.typedNodes().healthCounts(c)),
  LIST_CLUSTER_OPERATIONS(
      Api.TYPED,
      "listClusterOperations",
      "GET",
      "/cluster/operations",
      (r, c) -> r.operationLog().list(c)),
  GET_CLUSTER_OPERATION(
      Api.TYPED,
      "getClusterOperation",
      "GET",
      "/cluster/operations/{id}",
      (r, c) -> r.operationLog().get(c)),
  GET_FIRST_CLUSTER_OPERATION(
      Api.TYPED,
      "getFirstClusterOperation",
      "GET",
      "/cluster/operations/first",
      (r, c) -> r.operationLog().first(c)),
  LIST_CLUSTER_NODE_GROUPS(
      Api.TYPED,
      "listClusterNodeGroups",
      "GET",
      "/cluster/nodeGroups",
      (r, c) -> r.typedGroups().list(c)),
  CREATE_NODE_GROUP(
      Api.TYPED,
      "createNodeGroup",
      "POST",
      "/cluster/nodeGroups",
      (r, c) -> r.typedGroups().create(c)),
  GET_NODE_GROUP(
      Api.TYPED,
      "getNodeGroup",
      "GET",
      "/cluster/nodeGroups/{name}",
      (r, c) -> r.typedGroups().get(c)),
  UPDATE_NODE_GROUP(
      Api.TYPED,
      "updateNodeGroup",
      "PUT",
      "/cluster/nodeGroups/{name}",
      (r, c) -> r.typedGroups().update(c)),
  DELETE_NODE_GROUP(
      Api.TYPED,
      "deleteNodeGroup",
      "DELETE",
      "/cluster/nodeGroups/{name}",
      (r, c) -> r.typedGroups().delete(c)),
  LIST_NODES_OF_GROUP(
      Api.TYPED,
      "listNodesOfGroup",
      "GET",
      "/cluster/nodeGroups/{name}/nodes",
      (r, c) -> r.typedGroups().members(c)),
  MOVE_NODES_OF_GROUP(
      Api.TYPED,
      "moveNodesOfGroup",
      "PATCH",
      "/cluster/nodeGroups/{name}/nodes",
      (r, c) -> r.typedGroups().move(c));

  private final Api api;
  private final String operationName;
  private final String method;
  private final List<String> template;
  private final BiFunction<Resources, Call, Result> action;

  ServedOperation(
      String operationName,
      String method,
      String path,
      BiFunction<Resources, Call, Result> action) {
    this(Api.PROPERTIES, operationName, method, path, action);
  }

  ServedOperation(
      Api api,
      String operationName,
      String method,
      String path,
      BiFunction<Resources, Call, Result> action) {
    this.api = api;
    this.operationName = operationName;
    this.method = method;
    this.template = List.of(path.substring(1).split("/"));
    this.action = action;
  }

  /** The names of all operations. */
  public static Set<String> names() {
    return Arrays.stream(values())
        .map(operation -> operation.operationName)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /**
   * The operations of a path, those with the most literal segments only: {@code /nodes/groups} is
   * not a node.
   *
   * @param segments the decoded segments below the base path
   * @param typed whether the operations of 2019 are there
   */
  static List<ServedOperation> at(List<String> segments, boolean typed) {
    List<ServedOperation> best = new ArrayList<>();
    int bestLiterals = -1;
    for (ServedOperation operation : values()) {
      int literals = operation.literalsIn(segments);
      if (literals < 0 || literals < bestLiterals || operation.isTyped() && !typed) {
        continue;
      }
      if (literals > bestLiterals) {
        best.clear();
        bestLiterals = literals;
      }
      best.add(operation);
    }
    return best;
  }

  /** The one among operations that this method means. */
  static Optional<ServedOperation> of(List<ServedOperation> operations, String method) {
    return operations.stream().filter(operation -> operation.method.equals(method)).findFirst();
  }

  /** How many segments are literally those of the template; -1 if the path is another one. */
  private int literalsIn(List<String> segments) {
    if (segments.size() != template.size()) {
      return -1;
    }
    int literals = 0;
    for (int i = 0; i < segments.size(); i++) {
      if (!isParameter(template.get(i))) {
        if (!template.get(i).equalsIgnoreCase(segments.get(i))) {
          return -1;
        }
        literals++;
      }
    }
    return literals;
  }

  Map<String, String> parameters(List<String> segments) {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (int i = 0; i < segments.size(); i++) {
      String part = template.get(i);
      if (isParameter(part)) {
        parameters.put(part.substring(1, part.length() - 1), segments.get(i));
      }
    }
    return parameters;
  }

  private static boolean isParameter(String part) {
    return part.startsWith("{");
  }

  String method() {
    return method;
  }

  /** Whether it belongs to the 2019 API, which is JSON only. */
  boolean isTyped() {
    return api == Api.TYPED;
  }

  Result perform(Resources resources, Call call) {
    return action.apply(resources, call);
  }

  private enum Api {
    PROPERTIES,
    TYPED
  }
}
