package io.github.camelhpc.hpcpack;

import io.github.camelhpc.support.camel.ConnectionSettings;
import io.github.camelhpc.support.camel.Shard;
import io.github.camelhpc.support.camel.UserConfiguration;
import io.github.camelhpc.support.camel.WatchSettings;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/** The options of {@code hpcpack:} endpoints, and their defaults at the component. */
@UriParams
public class HpcPackConfiguration extends UserConfiguration {

  @UriParam(
      label = "advanced",
      defaultValue = "JSON",
      description =
          "Format of requests and answers. The operations of the 2019 API have " + "JSON only.")
  private DataFormat dataFormat = DataFormat.JSON;

  @UriParam(
      label = "producer",
      defaultValue = "0",
      description = "How many entries of a list are read at most. 0 for all.")
  private int maxResults;

  @UriParam(label = "common", description = "Id of the job.")
  private Integer jobId;

  @UriParam(
      label = "common",
      description =
          "Number of the task in its job, from 1: the property JobTaskId, not the "
              + "dotted TaskId.")
  private Integer taskId;

  @UriParam(
      label = "common",
      description =
          "Number of the subtask in its parametric sweep, from 1: the property " + "InstanceId.")
  private Integer subtaskId;

  @UriParam(label = "common", description = "Name of the node.")
  private String nodeName;

  @UriParam(
      label = "common",
      description =
          "Name of the node group: the one to ask for or to change, or the one "
              + "whose jobs or nodes are listed.")
  private String nodeGroup;

  @UriParam(
      label = "producer",
      description = "Name of the metric, as listMetricDefinitions gives it.")
  private String metricName;

  @UriParam(label = "producer", description = "Id (GUID) of the operation in the cluster's log.")
  private String operationId;

  @UriParam(label = "producer", description = "What the node is to do.")
  private NodeOperation nodeOperation;

  @UriParam(
      label = "common",
      description =
          "Names of the properties to read, with commas between them. Without it "
              + "the service gives those it has as default.")
  private String properties;

  @UriParam(
      label = "producer",
      description =
          "Names of the custom properties or environment variables to read, with "
              + "commas between them. All by default.")
  private String names;

  @UriParam(
      label = "common",
      description =
          "Filter as the service takes it: terms such as 'JobState eq Running', "
              + "joined by ' and '. The typed filter options are added to it.")
  private String filter;

  @UriParam(
      label = "common",
      description = "Lists the jobs of this user only, usually DOMAIN\\user.")
  private String owner;

  @UriParam(
      label = "producer",
      description = "Property by which the list is sorted. By Id by default.")
  private String sortBy;

  @UriParam(
      label = "producer",
      defaultValue = "true",
      description =
          "Whether the list is sorted upwards, which is the default. Needs HPC "
              + "Pack 2016 Update 3 with KB4537169 or later.")
  private Boolean ascending;

  @UriParam(
      label = "common",
      defaultValue = "1000",
      description = "How many entries the service gives in one page.")
  private int rowsPerRead = 1_000;

  @UriParam(
      label = "producer",
      description =
          "First row to read, from 0, instead of the service's continuation. "
              + "Needs HPC Pack 2016 Update 3 with KB4537169 or later.")
  private Integer startRow;

  @UriParam(
      label = "producer",
      description =
          "What the service gave to ask for the next page with. Set as header by "
              + "outputType=Page, and read from there.")
  private String queryId;

  @UriParam(
      label = "common",
      defaultValue = "true",
      description =
          "Whether the list has the subtasks of parametric sweeps, which is the "
              + "default, or their master tasks only.")
  private Boolean expandParametric;

  @UriParam(
      label = "producer",
      defaultValue = "false",
      description =
          "Whether to stop at once, without the grace period for cancelling and "
              + "without node release tasks. Not by default.")
  private Boolean forced;

  @UriParam(
      label = "common",
      description =
          "Names of nodes, with commas between them. For listJobs (HPC Pack "
              + "2019), which then gives the jobs that run there and ignores all other "
              + "parameters.")
  private String nodeNames;

  @UriParam(
      label = "common",
      description = "Ids of jobs, with commas between them; lists the nodes where they run.")
  private String jobIds;

  @UriParam(
      label = "producer",
      description =
          "Names of node metrics, with commas between them: HPCCpuUsage, "
              + "HPCMemoryPaging, HPCDiskThroughput, HPCNetwork, HPCCoresInUse.")
  private String metricNames;

  @UriParam(
      label = "producer",
      description =
          "Start of the time span: an Instant (as header) or ISO 8601 text such "
              + "as 2026-01-31T12:00:00Z; UTC if it has no zone.")
  private String fromTime;

  @UriParam(label = "producer", description = "End of the time span, given like fromTime.")
  private String toTime;

  @UriParam(
      label = "producer",
      description = "How many entries of the cluster's log are given at most.")
  private Integer limit;

  @UriParam(
      label = "producer",
      defaultValue = "false",
      description =
          "Whether the entries of each operation in the cluster's log are given "
              + "too. Not by default.")
  private Boolean withDetail;

  @UriParam(
      label = "common",
      description =
          "Makes the request as this user. The configured user must be an "
              + "administrator or job administrator.")
  private String asUser;

  @UriParam(
      label = "advanced",
      description =
          "Value of the request header api-version. The service does not need it; "
              + "none is sent by default.")
  private String apiVersion;

  @UriParam(label = "common", description = "Lists jobs in this state only.")
  private JobState jobState;

  @UriParam(label = "common", description = "Lists tasks in this state only.")
  private TaskState taskState;

  @UriParam(
      label = "common",
      description = "Lists tasks in these states only, with commas between them.")
  private String taskStates;

  @UriParam(
      label = "common",
      description = "Lists the tasks with these ids only, with commas between them.")
  private String taskIds;

  @UriParam(
      label = "common",
      description =
          "Lists the subtasks with these instance ids only, with commas between " + "them.")
  private String taskInstanceIds;

  @UriParam(label = "common", description = "Lists nodes in this state only.")
  private NodeState nodeState;

  @UriParam(label = "common", description = "Lists nodes in this health only (HPC Pack 2019).")
  private NodeHealth nodeHealth;

  @UriParam(
      label = "common",
      description =
          "Lists what changed at or after this time: an Instant (as header) or "
              + "ISO 8601 text; UTC if it has no zone. It is sent in the service's own "
              + "date format.")
  private String changeTimeFrom;

  @UriParam(
      label = "producer",
      defaultValue = "true",
      description =
          "Whether runJob goes on when the job has ended, or as soon as it is " + "submitted.")
  private boolean await = true;

  @UriParam(
      label = "producer",
      defaultValue = "false",
      description =
          "Whether runJob and awaitJob fail when the job ended as Failed or " + "Canceled.")
  private boolean failOnUnsuccessful;

  @UriParam(
      label = "consumer,advanced",
      description =
          "The part of a list's entries that a consumer handles, so that several instances share "
              + "them: 0/4 is the first of four shards, 3/4 the last. An entry belongs to the "
              + "shard whose number is the CRC-32 of its id modulo the count. All by default.")
  private String shard;

  @Override
  public HpcPackConfiguration copy() {
    return (HpcPackConfiguration) super.copy();
  }

  @Override
  protected WatchSettings watching() {
    return super.watching().of(Shard.of(shard));
  }

  @Override
  protected ConnectionSettings connectionSettings() {
    return new ConnectionSettings(super.connectionSettings(), dataFormat);
  }

  public DataFormat getDataFormat() {
    return dataFormat;
  }

  public void setDataFormat(DataFormat dataFormat) {
    this.dataFormat = dataFormat;
  }

  public int getMaxResults() {
    return maxResults;
  }

  public void setMaxResults(int maxResults) {
    this.maxResults = maxResults;
  }

  public Integer getJobId() {
    return jobId;
  }

  public void setJobId(Integer jobId) {
    this.jobId = jobId;
  }

  public Integer getTaskId() {
    return taskId;
  }

  public void setTaskId(Integer taskId) {
    this.taskId = taskId;
  }

  public Integer getSubtaskId() {
    return subtaskId;
  }

  public void setSubtaskId(Integer subtaskId) {
    this.subtaskId = subtaskId;
  }

  public String getNodeName() {
    return nodeName;
  }

  public void setNodeName(String nodeName) {
    this.nodeName = nodeName;
  }

  public String getNodeGroup() {
    return nodeGroup;
  }

  public void setNodeGroup(String nodeGroup) {
    this.nodeGroup = nodeGroup;
  }

  public String getMetricName() {
    return metricName;
  }

  public void setMetricName(String metricName) {
    this.metricName = metricName;
  }

  public String getOperationId() {
    return operationId;
  }

  public void setOperationId(String operationId) {
    this.operationId = operationId;
  }

  public NodeOperation getNodeOperation() {
    return nodeOperation;
  }

  public void setNodeOperation(NodeOperation nodeOperation) {
    this.nodeOperation = nodeOperation;
  }

  public String getProperties() {
    return properties;
  }

  public void setProperties(String properties) {
    this.properties = properties;
  }

  public String getNames() {
    return names;
  }

  public void setNames(String names) {
    this.names = names;
  }

  public String getFilter() {
    return filter;
  }

  public void setFilter(String filter) {
    this.filter = filter;
  }

  public String getOwner() {
    return owner;
  }

  public void setOwner(String owner) {
    this.owner = owner;
  }

  public String getSortBy() {
    return sortBy;
  }

  public void setSortBy(String sortBy) {
    this.sortBy = sortBy;
  }

  public Boolean getAscending() {
    return ascending;
  }

  public void setAscending(Boolean ascending) {
    this.ascending = ascending;
  }

  public int getRowsPerRead() {
    return rowsPerRead;
  }

  public void setRowsPerRead(int rowsPerRead) {
    this.rowsPerRead = rowsPerRead;
  }

  public Integer getStartRow() {
    return startRow;
  }

  public void setStartRow(Integer startRow) {
    this.startRow = startRow;
  }

  public String getQueryId() {
    return queryId;
  }

  public void setQueryId(String queryId) {
    this.queryId = queryId;
  }

  public Boolean getExpandParametric() {
    return expandParametric;
  }

  public void setExpandParametric(Boolean expandParametric) {
    this.expandParametric = expandParametric;
  }

  public Boolean getForced() {
    return forced;
  }

  public void setForced(Boolean forced) {
    this.forced = forced;
  }

  public String getNodeNames() {
    return nodeNames;
  }

  public void setNodeNames(String nodeNames) {
    this.nodeNames = nodeNames;
  }

  public String getJobIds() {
    return jobIds;
  }

  public void setJobIds(String jobIds) {
    this.jobIds = jobIds;
  }

  public String getMetricNames() {
    return metricNames;
  }

  public void setMetricNames(String metricNames) {
    this.metricNames = metricNames;
  }

  public String getFromTime() {
    return fromTime;
  }

  public void setFromTime(String fromTime) {
    this.fromTime = fromTime;
  }

  public String getToTime() {
    return toTime;
  }

  public void setToTime(String toTime) {
    this.toTime = toTime;
  }

  public Integer getLimit() {
    return limit;
  }

  public void setLimit(Integer limit) {
    this.limit = limit;
  }

  public Boolean getWithDetail() {
    return withDetail;
  }

  public void setWithDetail(Boolean withDetail) {
    this.withDetail = withDetail;
  }

  public String getAsUser() {
    return asUser;
  }

  public void setAsUser(String asUser) {
    this.asUser = asUser;
  }

  public String getApiVersion() {
    return apiVersion;
  }

  public void setApiVersion(String apiVersion) {
    this.apiVersion = apiVersion;
  }

  public JobState getJobState() {
    return jobState;
  }

  public void setJobState(JobState jobState) {
    this.jobState = jobState;
  }

  public TaskState getTaskState() {
    return taskState;
  }

  public void setTaskState(TaskState taskState) {
    this.taskState = taskState;
  }

  public String getTaskStates() {
    return taskStates;
  }

  public void setTaskStates(String taskStates) {
    this.taskStates = taskStates;
  }

  public String getTaskIds() {
    return taskIds;
  }

  public void setTaskIds(String taskIds) {
    this.taskIds = taskIds;
  }

  public String getTaskInstanceIds() {
    return taskInstanceIds;
  }

  public void setTaskInstanceIds(String taskInstanceIds) {
    this.taskInstanceIds = taskInstanceIds;
  }

  public NodeState getNodeState() {
    return nodeState;
  }

  public void setNodeState(NodeState nodeState) {
    this.nodeState = nodeState;
  }

  public NodeHealth getNodeHealth() {
    return nodeHealth;
  }

  public void setNodeHealth(NodeHealth nodeHealth) {
    this.nodeHealth = nodeHealth;
  }

  public String getChangeTimeFrom() {
    return changeTimeFrom;
  }

  public void setChangeTimeFrom(String changeTimeFrom) {
    this.changeTimeFrom = changeTimeFrom;
  }

  public boolean isAwait() {
    return await;
  }

  public void setAwait(boolean await) {
    this.await = await;
  }

  public boolean isFailOnUnsuccessful() {
    return failOnUnsuccessful;
  }

  public void setFailOnUnsuccessful(boolean failOnUnsuccessful) {
    this.failOnUnsuccessful = failOnUnsuccessful;
  }

  public String getShard() {
    return shard;
  }

  public void setShard(String shard) {
    this.shard = shard;
  }
}
