package io.github.camelhpc.hpcpack;

import org.apache.camel.spi.Metadata;

/** The headers of messages to and from {@code hpcpack:}. */
public final class HpcPackConstants {

  @Metadata(label = "common", javaType = "Integer", description = "Id of the job.")
  public static final String JOB_ID = "CamelHpcPackJobId";

  @Metadata(
      label = "common",
      javaType = "Integer",
      description =
          "Number of the task in its job, from 1: the property JobTaskId, not the "
              + "dotted TaskId.")
  public static final String TASK_ID = "CamelHpcPackTaskId";

  @Metadata(
      label = "common",
      javaType = "Integer",
      description =
          "Number of the subtask in its parametric sweep, from 1: the property " + "InstanceId.")
  public static final String SUBTASK_ID = "CamelHpcPackSubtaskId";

  @Metadata(label = "common", javaType = "String", description = "Name of the node.")
  public static final String NODE_NAME = "CamelHpcPackNodeName";

  @Metadata(
      label = "common",
      javaType = "String",
      description =
          "Name of the node group: the one to ask for or to change, or the one "
              + "whose jobs or nodes are listed.")
  public static final String NODE_GROUP = "CamelHpcPackNodeGroup";

  @Metadata(
      label = "producer",
      javaType = "String",
      description = "Name of the metric, as listMetricDefinitions gives it.")
  public static final String METRIC_NAME = "CamelHpcPackMetricName";

  @Metadata(
      label = "producer",
      javaType = "String",
      description = "Id (GUID) of the operation in the cluster's log.")
  public static final String OPERATION_ID = "CamelHpcPackOperationId";

  @Metadata(
      label = "producer",
      javaType = "io.github.camelhpc.hpcpack.NodeOperation",
      description = "What the node is to do.")
  public static final String NODE_OPERATION = "CamelHpcPackNodeOperation";

  @Metadata(
      label = "common",
      javaType = "String",
      description =
          "Names of the properties to read, with commas between them. Without it "
              + "the service gives those it has as default.")
  public static final String PROPERTIES = "CamelHpcPackProperties";

  @Metadata(
      label = "producer",
      javaType = "String",
      description =
          "Names of the custom properties or environment variables to read, with "
              + "commas between them. All by default.")
  public static final String NAMES = "CamelHpcPackNames";

  @Metadata(
      label = "common",
      javaType = "String",
      description =
          "Filter as the service takes it: terms such as 'JobState eq Running', "
              + "joined by ' and '. The typed filter options are added to it.")
  public static final String FILTER = "CamelHpcPackFilter";

  @Metadata(
      label = "common",
      javaType = "String",
      description = "Lists the jobs of this user only, usually DOMAIN\\user.")
  public static final String OWNER = "CamelHpcPackOwner";

  @Metadata(
      label = "producer",
      javaType = "String",
      description = "Property by which the list is sorted. By Id by default.")
  public static final String SORT_BY = "CamelHpcPackSortBy";

  @Metadata(
      label = "producer",
      javaType = "Boolean",
      description =
          "Whether the list is sorted upwards, which is the default. Needs HPC "
              + "Pack 2016 Update 3 with KB4537169 or later.")
  public static final String ASCENDING = "CamelHpcPackAscending";

  @Metadata(
      label = "common",
      javaType = "Integer",
      description = "How many entries the service gives in one page.")
  public static final String ROWS_PER_READ = "CamelHpcPackRowsPerRead";

  @Metadata(
      label = "producer",
      javaType = "Integer",
      description =
          "First row to read, from 0, instead of the service's continuation. "
              + "Needs HPC Pack 2016 Update 3 with KB4537169 or later.")
  public static final String START_ROW = "CamelHpcPackStartRow";

  @Metadata(
      label = "producer",
      javaType = "String",
      description =
          "What the service gave to ask for the next page with. Set as header by "
              + "outputType=Page, and read from there.")
  public static final String QUERY_ID = "CamelHpcPackQueryId";

  @Metadata(
      label = "common",
      javaType = "Boolean",
      description =
          "Whether the list has the subtasks of parametric sweeps, which is the "
              + "default, or their master tasks only.")
  public static final String EXPAND_PARAMETRIC = "CamelHpcPackExpandParametric";

  @Metadata(
      label = "producer",
      javaType = "Boolean",
      description =
          "Whether to stop at once, without the grace period for cancelling and "
              + "without node release tasks. Not by default.")
  public static final String FORCED = "CamelHpcPackForced";

  @Metadata(
      label = "common",
      javaType = "String",
      description =
          "Names of nodes, with commas between them. For listJobs (HPC Pack "
              + "2019), which then gives the jobs that run there and ignores all other "
              + "parameters.")
  public static final String NODE_NAMES = "CamelHpcPackNodeNames";

  @Metadata(
      label = "common",
      javaType = "String",
      description = "Ids of jobs, with commas between them; lists the nodes where they run.")
  public static final String JOB_IDS = "CamelHpcPackJobIds";

  @Metadata(
      label = "producer",
      javaType = "String",
      description =
          "Names of node metrics, with commas between them: HPCCpuUsage, "
              + "HPCMemoryPaging, HPCDiskThroughput, HPCNetwork, HPCCoresInUse.")
  public static final String METRIC_NAMES = "CamelHpcPackMetricNames";

  @Metadata(
      label = "producer",
      javaType = "java.time.Instant",
      description =
          "Start of the time span: an Instant (as header) or ISO 8601 text such "
              + "as 2026-01-31T12:00:00Z; UTC if it has no zone.")
  public static final String FROM_TIME = "CamelHpcPackFromTime";

  @Metadata(
      label = "producer",
      javaType = "java.time.Instant",
      description = "End of the time span, given like fromTime.")
  public static final String TO_TIME = "CamelHpcPackToTime";

  @Metadata(
      label = "producer",
      javaType = "Integer",
      description = "How many entries of the cluster's log are given at most.")
  public static final String LIMIT = "CamelHpcPackLimit";

  @Metadata(
      label = "producer",
      javaType = "Boolean",
      description =
          "Whether the entries of each operation in the cluster's log are given "
              + "too. Not by default.")
  public static final String WITH_DETAIL = "CamelHpcPackWithDetail";

  @Metadata(
      label = "common",
      javaType = "String",
      description =
          "Makes the request as this user. The configured user must be an "
              + "administrator or job administrator.")
  public static final String AS_USER = "CamelHpcPackAsUser";

  @Metadata(
      label = "advanced",
      javaType = "String",
      description =
          "Value of the request header api-version. The service does not need it; "
              + "none is sent by default.")
  public static final String API_VERSION = "CamelHpcPackApiVersion";

  @Metadata(
      label = "common",
      javaType = "io.github.camelhpc.hpcpack.JobState",
      description = "Lists jobs in this state only.")
  public static final String JOB_STATE = "CamelHpcPackJobState";

  @Metadata(
      label = "common",
      javaType = "io.github.camelhpc.hpcpack.TaskState",
      description = "Lists tasks in this state only.")
  public static final String TASK_STATE = "CamelHpcPackTaskState";

  @Metadata(
      label = "common",
      javaType = "String",
      description = "Lists tasks in these states only, with commas between them.")
  public static final String TASK_STATES = "CamelHpcPackTaskStates";

  @Metadata(
      label = "common",
      javaType = "String",
      description = "Lists the tasks with these ids only, with commas between them.")
  public static final String TASK_IDS = "CamelHpcPackTaskIds";

  @Metadata(
      label = "common",
      javaType = "String",
      description =
          "Lists the subtasks with these instance ids only, with commas between " + "them.")
  public static final String TASK_INSTANCE_IDS = "CamelHpcPackTaskInstanceIds";

  @Metadata(
      label = "common",
      javaType = "io.github.camelhpc.hpcpack.NodeState",
      description = "Lists nodes in this state only.")
  public static final String NODE_STATE = "CamelHpcPackNodeState";

  @Metadata(
      label = "common",
      javaType = "io.github.camelhpc.hpcpack.NodeHealth",
      description = "Lists nodes in this health only (HPC Pack 2019).")
  public static final String NODE_HEALTH = "CamelHpcPackNodeHealth";

  @Metadata(
      label = "common",
      javaType = "java.time.Instant",
      description =
          "Lists what changed at or after this time: an Instant (as header) or "
              + "ISO 8601 text; UTC if it has no zone. It is sent in the service's own "
              + "date format.")
  public static final String CHANGE_TIME_FROM = "CamelHpcPackChangeTimeFrom";

  @Metadata(
      label = "producer",
      javaType = "String",
      description = "What a producer makes of a list: List, StreamList or Page.")
  public static final String OUTPUT_TYPE = "CamelHpcPackOutputType";

  @Metadata(
      label = "producer",
      javaType = "Integer",
      description = "How many entries of a list are read at most. 0 for all.")
  public static final String MAX_RESULTS = "CamelHpcPackMaxResults";

  @Metadata(
      label = "producer",
      javaType = "Boolean",
      description =
          "Whether runJob goes on when the job has ended, or as soon as it is " + "submitted.")
  public static final String AWAIT = "CamelHpcPackAwait";

  @Metadata(
      label = "producer",
      javaType = "java.time.Duration",
      description =
          "How long runJob and awaitJob wait at most, as milliseconds or text " + "such as 2h.")
  public static final String AWAIT_TIMEOUT = "CamelHpcPackAwaitTimeout";

  @Metadata(
      label = "producer",
      javaType = "Boolean",
      description =
          "Whether runJob and awaitJob fail when the job ended as Failed or " + "Canceled.")
  public static final String FAIL_ON_UNSUCCESSFUL = "CamelHpcPackFailOnUnsuccessful";

  @Metadata(
      label = "consumer",
      javaType = "String",
      description = "State of the entry, or of the job that was waited for.")
  public static final String STATE = "CamelHpcPackState";

  @Metadata(
      label = "producer",
      javaType = "java.time.Instant",
      description = "When the job that was waited for started to run, if it did.")
  public static final String START_TIME = "CamelHpcPackStartTime";

  @Metadata(
      label = "producer",
      javaType = "java.time.Instant",
      description = "When the job that was waited for ended.")
  public static final String END_TIME = "CamelHpcPackEndTime";

  @Metadata(
      label = "consumer",
      javaType = "String",
      description = "Names the change of state; the same for a change that is emitted " + "again.")
  public static final String EVENT_ID = "CamelHpcPackEventId";

  @Metadata(
      label = "consumer",
      javaType = "Boolean",
      description = "Set to true on the last exchange of something that ended.")
  public static final String COMPLETE = "CamelHpcPackComplete";

  @Metadata(
      label = "producer",
      javaType = "Long",
      description = "How many entries the list has in all pages, if the service says so.")
  public static final String ROW_COUNT = "CamelHpcPackRowCount";

  private HpcPackConstants() {}
}
