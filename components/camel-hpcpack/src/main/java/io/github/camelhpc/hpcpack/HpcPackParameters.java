package io.github.camelhpc.hpcpack;

import static io.github.camelhpc.support.operation.Parameter.filterTerm;
import static io.github.camelhpc.support.operation.Parameter.header;
import static io.github.camelhpc.support.operation.Parameter.local;
import static io.github.camelhpc.support.operation.Parameter.path;
import static io.github.camelhpc.support.operation.Parameter.query;
import static io.github.camelhpc.support.operation.ValueType.BOOLEAN;
import static io.github.camelhpc.support.operation.ValueType.DURATION;
import static io.github.camelhpc.support.operation.ValueType.INSTANT;
import static io.github.camelhpc.support.operation.ValueType.INTEGER;
import static io.github.camelhpc.support.operation.ValueType.LIST;
import static io.github.camelhpc.support.operation.ValueType.TEXT;

import io.github.camelhpc.support.operation.Parameter;
import io.github.camelhpc.support.paging.OutputType;

/** The parameters of the operations (facts/hpcpack.md §1); the configuration describes them. */
final class HpcPackParameters {

  static final Parameter JOB_ID = path("jobId", HpcPackConstants.JOB_ID, INTEGER);
  static final Parameter TASK_ID = path("taskId", HpcPackConstants.TASK_ID, INTEGER);
  static final Parameter SUBTASK_ID = path("subtaskId", HpcPackConstants.SUBTASK_ID, INTEGER);
  static final Parameter NODE_NAME = path("nodeName", HpcPackConstants.NODE_NAME, TEXT).as("name");
  static final Parameter NODE_GROUP =
      path("nodeGroup", HpcPackConstants.NODE_GROUP, TEXT).as("name");
  static final Parameter METRIC_NAME =
      path("metricName", HpcPackConstants.METRIC_NAME, TEXT).as("name");
  static final Parameter OPERATION_ID =
      path("operationId", HpcPackConstants.OPERATION_ID, TEXT).as("id");
  static final Parameter NODE_OPERATION =
      path("nodeOperation", HpcPackConstants.NODE_OPERATION, TEXT)
          .as("operation")
          .oneOf((Object[]) NodeOperation.values());
  static final Parameter PROPERTIES = query("properties", HpcPackConstants.PROPERTIES, LIST);
  static final Parameter NAMES = query("names", HpcPackConstants.NAMES, LIST);
  static final Parameter FILTER = query("filter", HpcPackConstants.FILTER, TEXT).as("$filter");
  static final Parameter OWNER = query("owner", HpcPackConstants.OWNER, TEXT);
  static final Parameter SORT_BY = query("sortBy", HpcPackConstants.SORT_BY, TEXT);
  static final Parameter ASCENDING =
      query("ascending", HpcPackConstants.ASCENDING, BOOLEAN).as("asc");
  static final Parameter ROWS_PER_READ =
      query("rowsPerRead", HpcPackConstants.ROWS_PER_READ, INTEGER);
  static final Parameter START_ROW = query("startRow", HpcPackConstants.START_ROW, INTEGER);
  static final Parameter QUERY_ID = query("queryId", HpcPackConstants.QUERY_ID, TEXT);
  static final Parameter EXPAND_PARAMETRIC =
      query("expandParametric", HpcPackConstants.EXPAND_PARAMETRIC, BOOLEAN);
  static final Parameter FORCED = query("forced", HpcPackConstants.FORCED, BOOLEAN);
  static final Parameter NODE_NAMES = query("nodeNames", HpcPackConstants.NODE_NAMES, LIST);
  static final Parameter JOB_IDS = query("jobIds", HpcPackConstants.JOB_IDS, LIST).as("jobs");
  static final Parameter METRIC_NAMES = query("metricNames", HpcPackConstants.METRIC_NAMES, LIST);
  static final Parameter FROM_TIME = query("fromTime", HpcPackConstants.FROM_TIME, INSTANT);
  static final Parameter TO_TIME = query("toTime", HpcPackConstants.TO_TIME, INSTANT);
  static final Parameter LIMIT = query("limit", HpcPackConstants.LIMIT, INTEGER);
  static final Parameter WITH_DETAIL = query("withDetail", HpcPackConstants.WITH_DETAIL, BOOLEAN);
  static final Parameter AS_USER = header("asUser", HpcPackConstants.AS_USER, "x-ms-as-user");
  static final Parameter API_VERSION =
      header("apiVersion", HpcPackConstants.API_VERSION, "api-version");
  static final Parameter JOB_STATE =
      filterTerm("jobState", HpcPackConstants.JOB_STATE, "JobState", TEXT)
          .oneOf((Object[]) JobState.values());
  static final Parameter TASK_STATE =
      filterTerm("taskState", HpcPackConstants.TASK_STATE, "TaskState", TEXT)
          .oneOf((Object[]) TaskState.values());
  static final Parameter TASK_STATES =
      filterTerm("taskStates", HpcPackConstants.TASK_STATES, "TaskStates", LIST);
  static final Parameter TASK_IDS =
      filterTerm("taskIds", HpcPackConstants.TASK_IDS, "TaskIds", LIST);
  static final Parameter TASK_INSTANCE_IDS =
      filterTerm("taskInstanceIds", HpcPackConstants.TASK_INSTANCE_IDS, "TaskInstanceIds", LIST);
  static final Parameter NODE_STATE =
      filterTerm("nodeState", HpcPackConstants.NODE_STATE, "NodeState", TEXT)
          .oneOf((Object[]) NodeState.values());
  static final Parameter NODE_HEALTH =
      query("nodeHealth", HpcPackConstants.NODE_HEALTH, TEXT)
          .as("health")
          .oneOf((Object[]) NodeHealth.values());
  static final Parameter NODE_STATE_2016 =
      NODE_STATE.oneOf(NodeState.OFFLINE, NodeState.DRAINING, NodeState.ONLINE, NodeState.ALL);
  static final Parameter NODE_STATE_2019 =
      query("nodeState", HpcPackConstants.NODE_STATE, TEXT)
          .as("state")
          .oneOf((Object[]) NodeState.values());
  static final Parameter NODE_GROUP_TERM =
      filterTerm("nodeGroup", HpcPackConstants.NODE_GROUP, "NodeGroup", TEXT);
  static final Parameter NODE_GROUP_QUERY =
      query("nodeGroup", HpcPackConstants.NODE_GROUP, TEXT).as("group");
  static final Parameter CHANGE_TIME_FROM =
      filterTerm("changeTimeFrom", HpcPackConstants.CHANGE_TIME_FROM, "ChangeTimeFrom", INSTANT);
  static final Parameter OUTPUT_TYPE =
      local("outputType", HpcPackConstants.OUTPUT_TYPE, TEXT).oneOf((Object[]) OutputType.values());
  static final Parameter MAX_RESULTS = local("maxResults", HpcPackConstants.MAX_RESULTS, INTEGER);
  static final Parameter AWAIT = local("await", HpcPackConstants.AWAIT, BOOLEAN);
  static final Parameter AWAIT_TIMEOUT =
      local("awaitTimeout", HpcPackConstants.AWAIT_TIMEOUT, DURATION);
  static final Parameter FAIL_ON_UNSUCCESSFUL =
      local("failOnUnsuccessful", HpcPackConstants.FAIL_ON_UNSUCCESSFUL, BOOLEAN);

  private HpcPackParameters() {}
}
