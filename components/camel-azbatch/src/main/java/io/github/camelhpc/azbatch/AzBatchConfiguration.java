package io.github.camelhpc.azbatch;

import io.github.camelhpc.support.camel.ConnectionSettings;
import io.github.camelhpc.support.camel.Shard;
import io.github.camelhpc.support.camel.WatchSettings;
import io.github.camelhpc.support.camel.WatchingConfiguration;
import io.github.camelhpc.support.http.RetryPolicy;
import java.util.List;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/** The options of {@code azbatch:} endpoints, and their defaults at the component. */
@UriParams
public class AzBatchConfiguration extends WatchingConfiguration {

  @UriParam(
      label = "security",
      defaultValue = "SHARED_KEY",
      description =
          "How requests are authorised: SHARED_KEY with accountName and "
              + "accountKey, CLIENT_SECRET with tenantId, clientId and clientSecret of "
              + "an application that is registered in Microsoft Entra ID, or "
              + "AZURE_IDENTITY with any TokenCredential. The last two need "
              + "com.azure:azure-identity.")
  private CredentialType credentialType = CredentialType.SHARED_KEY;

  @UriParam(
      label = "security",
      description =
          "Name of the Batch account. By default the first part of the host in "
              + "serviceUrl, if that is one of Azure's.")
  private String accountName;

  @UriParam(
      label = "security",
      secret = true,
      description = "Key of the Batch account, in Base64, as the Azure portal shows it.")
  private String accountKey;

  @UriParam(
      label = "security",
      description = "Id of the tenant, with credentialType=CLIENT_SECRET.")
  private String tenantId;

  @UriParam(
      label = "security",
      description = "Id of the registered application, with credentialType=CLIENT_SECRET.")
  private String clientId;

  @UriParam(
      label = "security",
      secret = true,
      description = "Secret of the registered application, with " + "credentialType=CLIENT_SECRET.")
  private String clientSecret;

  @UriParam(
      label = "security",
      javaType = "com.azure.core.credential.TokenCredential",
      description =
          "Gives the tokens, with credentialType=AZURE_IDENTITY. By default the "
              + "only TokenCredential in the registry; if there is none, "
              + "DefaultAzureCredential.")
  private Object tokenCredential;

  @UriParam(
      label = "security,advanced",
      defaultValue = "https://batch.core.windows.net/.default",
      description =
          "What the tokens are for. Other clouds than the public one have their " + "own.")
  private String tokenScope = "https://batch.core.windows.net/.default";

  @UriParam(
      label = "security,advanced",
      description =
          "URL of Microsoft Entra ID, with credentialType=CLIENT_SECRET. By "
              + "default that of the public cloud.")
  private String authorityHost;

  @UriParam(
      label = "common",
      description =
          "Id of the job: letters, digits, - and _, 64 at most; read without " + "regard to case.")
  private String jobId;

  @UriParam(label = "common", description = "Id of the task in its job.")
  private String taskId;

  @UriParam(
      label = "common",
      description = "Id of the pool. With runTasks, the pool of a job that names none.")
  private String poolId;

  @UriParam(label = "common", description = "Id of the compute node, as the service gave it.")
  private String nodeId;

  @UriParam(label = "common", description = "Id of the job schedule.")
  private String jobScheduleId;

  @UriParam(
      label = "producer",
      description =
          "Path of the file below the directory of the task or node, with "
              + "slashes: wd/result.csv.")
  private String filePath;

  @UriParam(label = "producer", description = "Name of the user on the compute node.")
  private String userName;

  @UriParam(label = "producer", description = "Name of the virtual machine extension.")
  private String extensionName;

  @UriParam(label = "producer", description = "Id of the application.")
  private String applicationId;

  @UriParam(
      label = "common",
      description = "OData filter that the service applies, for example state eq 'active'.")
  private String filter;

  @UriParam(
      label = "common",
      description =
          "Names of the properties to read, with commas between them. All by " + "default.")
  private String select;

  @UriParam(
      label = "common",
      description =
          "Names of what is read as well, with commas between them: stats is the "
              + "only one there is.")
  private String expand;

  @UriParam(
      label = "common",
      description =
          "How many entries one page has at most, from 1 to 1000. 1000 by "
              + "default. It does not bound how many pages are read; limit does.")
  private Integer maxResults;

  @UriParam(
      label = "advanced",
      description =
          "How many seconds the service may work on a request. 30 by default and "
              + "at most; for addTaskCollection 120.")
  private Integer timeout;

  @UriParam(
      label = "producer",
      defaultValue = "false",
      description =
          "Whether to delete or terminate even though the service could not yet "
              + "do all that belongs to it.")
  private Boolean force;

  @UriParam(
      label = "producer",
      defaultValue = "false",
      description = "Whether directories are listed, or deleted, with what is in them.")
  private Boolean recursive;

  @UriParam(
      label = "producer",
      description =
          "Earliest time of the usage metrics, for example 2026-01-31T12:00:00Z: "
              + "at least 2.5 hours ago.")
  private String startTime;

  @UriParam(
      label = "producer",
      description = "Latest time of the usage metrics: at least 2 hours ago.")
  private String endTime;

  @UriParam(
      label = "advanced",
      defaultValue = "2024-07-01.20.0",
      description = "Version of the service's interface.")
  private String apiVersion = "2024-07-01.20.0";

  @UriParam(
      label = "advanced",
      description =
          "Your own id of the request, a GUID without braces, for the service's " + "log.")
  private String clientRequestId;

  @UriParam(
      label = "advanced",
      defaultValue = "false",
      description =
          "Whether the service gives clientRequestId back, as the header "
              + "CamelAzBatchReturnedClientRequestId.")
  private Boolean returnClientRequestId;

  @UriParam(
      label = "advanced",
      description =
          "ETag that the resource must have, as the service gave it; otherwise "
              + "the request fails with 412, or 304 if it reads.")
  private String ifMatch;

  @UriParam(
      label = "advanced",
      description =
          "ETag that the resource must not have; otherwise the request fails with "
              + "412, or 304 if it reads.")
  private String ifNoneMatch;

  @UriParam(
      label = "advanced",
      description =
          "The request fails with 412, or 304 if it reads, unless the resource "
              + "was modified after this time.")
  private String ifModifiedSince;

  @UriParam(
      label = "advanced",
      description =
          "The request fails with 412, or 304 if it reads, if the resource was "
              + "modified after this time.")
  private String ifUnmodifiedSince;

  @UriParam(
      label = "producer",
      description = "The part of the file to read, for example bytes=0-1023.")
  private String range;

  @UriParam(
      label = "common",
      description =
          "Lists only what changed its state at or after this time; joined with "
              + "filter. Consumers set it by themselves.")
  private String changedSince;

  @UriParam(
      label = "producer",
      description =
          "With outputType=Page, what asks for the next page, as the operation "
              + "before set the header.")
  private String nextLink;

  @UriParam(
      label = "producer",
      defaultValue = "0",
      description = "How many entries of a list are read at most. 0 for all.")
  private int limit;

  @UriParam(
      label = "producer",
      defaultValue = "4",
      description =
          "How many requests with 100 tasks each are on their way at once, from 1 " + "to 16.")
  private int parallelRequests = 4;

  @UriParam(
      label = "producer",
      defaultValue = "false",
      description =
          "Whether the exchange fails when the job or one of the tasks fails, or "
              + "a task is refused.")
  private boolean failOnUnsuccessful;

  @UriParam(
      label = "producer",
      defaultValue = "TERMINATE",
      description =
          "What runTasks does with the job when its outputs are read, or when "
              + "something failed: TERMINATE it, DELETE it with all its files, or leave "
              + "it (NONE).")
  private JobCleanup jobCleanup = JobCleanup.TERMINATE;

  @UriParam(
      label = "consumer,advanced",
      description =
          "The part of a list's entries that a consumer handles, so that several instances share "
              + "them: 0/4 is the first of four shards, 3/4 the last. An entry belongs to the "
              + "shard whose number is the CRC-32 of its id modulo the count. All by default.")
  private String shard;

  @Override
  public AzBatchConfiguration copy() {
    return (AzBatchConfiguration) super.copy();
  }

  @Override
  protected WatchSettings watching() {
    return super.watching().of(Shard.of(shard));
  }

  @Override
  protected ConnectionSettings connectionSettings() {
    return new ConnectionSettings(
        super.connectionSettings(),
        credentialType,
        accountName,
        accountKey,
        tenantId,
        clientId,
        clientSecret,
        tokenCredential,
        tokenScope,
        authorityHost,
        apiVersion);
  }

  List<String> accountUrls() {
    return serviceUrls();
  }

  RetryPolicy taskRetries() {
    return retryPolicy();
  }

  public CredentialType getCredentialType() {
    return credentialType;
  }

  public void setCredentialType(CredentialType credentialType) {
    this.credentialType = credentialType;
  }

  public String getAccountName() {
    return accountName;
  }

  public void setAccountName(String accountName) {
    this.accountName = accountName;
  }

  public String getAccountKey() {
    return accountKey;
  }

  public void setAccountKey(String accountKey) {
    this.accountKey = accountKey;
  }

  public String getTenantId() {
    return tenantId;
  }

  public void setTenantId(String tenantId) {
    this.tenantId = tenantId;
  }

  public String getClientId() {
    return clientId;
  }

  public void setClientId(String clientId) {
    this.clientId = clientId;
  }

  public String getClientSecret() {
    return clientSecret;
  }

  public void setClientSecret(String clientSecret) {
    this.clientSecret = clientSecret;
  }

  public Object getTokenCredential() {
    return tokenCredential;
  }

  public void setTokenCredential(Object tokenCredential) {
    this.tokenCredential = tokenCredential;
  }

  public String getTokenScope() {
    return tokenScope;
  }

  public void setTokenScope(String tokenScope) {
    this.tokenScope = tokenScope;
  }

  public String getAuthorityHost() {
    return authorityHost;
  }

  public void setAuthorityHost(String authorityHost) {
    this.authorityHost = authorityHost;
  }

  public String getJobId() {
    return jobId;
  }

  public void setJobId(String jobId) {
    this.jobId = jobId;
  }

  public String getTaskId() {
    return taskId;
  }

  public void setTaskId(String taskId) {
    this.taskId = taskId;
  }

  public String getPoolId() {
    return poolId;
  }

  public void setPoolId(String poolId) {
    this.poolId = poolId;
  }

  public String getNodeId() {
    return nodeId;
  }

  public void setNodeId(String nodeId) {
    this.nodeId = nodeId;
  }

  public String getJobScheduleId() {
    return jobScheduleId;
  }

  public void setJobScheduleId(String jobScheduleId) {
    this.jobScheduleId = jobScheduleId;
  }

  public String getFilePath() {
    return filePath;
  }

  public void setFilePath(String filePath) {
    this.filePath = filePath;
  }

  public String getUserName() {
    return userName;
  }

  public void setUserName(String userName) {
    this.userName = userName;
  }

  public String getExtensionName() {
    return extensionName;
  }

  public void setExtensionName(String extensionName) {
    this.extensionName = extensionName;
  }

  public String getApplicationId() {
    return applicationId;
  }

  public void setApplicationId(String applicationId) {
    this.applicationId = applicationId;
  }

  public String getFilter() {
    return filter;
  }

  public void setFilter(String filter) {
    this.filter = filter;
  }

  public String getSelect() {
    return select;
  }

  public void setSelect(String select) {
    this.select = select;
  }

  public String getExpand() {
    return expand;
  }

  public void setExpand(String expand) {
    this.expand = expand;
  }

  public Integer getMaxResults() {
    return maxResults;
  }

  public void setMaxResults(Integer maxResults) {
    this.maxResults = maxResults;
  }

  public Integer getTimeout() {
    return timeout;
  }

  public void setTimeout(Integer timeout) {
    this.timeout = timeout;
  }

  public Boolean getForce() {
    return force;
  }

  public void setForce(Boolean force) {
    this.force = force;
  }

  public Boolean getRecursive() {
    return recursive;
  }

  public void setRecursive(Boolean recursive) {
    this.recursive = recursive;
  }

  public String getStartTime() {
    return startTime;
  }

  public void setStartTime(String startTime) {
    this.startTime = startTime;
  }

  public String getEndTime() {
    return endTime;
  }

  public void setEndTime(String endTime) {
    this.endTime = endTime;
  }

  public String getApiVersion() {
    return apiVersion;
  }

  public void setApiVersion(String apiVersion) {
    this.apiVersion = apiVersion;
  }

  public String getClientRequestId() {
    return clientRequestId;
  }

  public void setClientRequestId(String clientRequestId) {
    this.clientRequestId = clientRequestId;
  }

  public Boolean getReturnClientRequestId() {
    return returnClientRequestId;
  }

  public void setReturnClientRequestId(Boolean returnClientRequestId) {
    this.returnClientRequestId = returnClientRequestId;
  }

  public String getIfMatch() {
    return ifMatch;
  }

  public void setIfMatch(String ifMatch) {
    this.ifMatch = ifMatch;
  }

  public String getIfNoneMatch() {
    return ifNoneMatch;
  }

  public void setIfNoneMatch(String ifNoneMatch) {
    this.ifNoneMatch = ifNoneMatch;
  }

  public String getIfModifiedSince() {
    return ifModifiedSince;
  }

  public void setIfModifiedSince(String ifModifiedSince) {
    this.ifModifiedSince = ifModifiedSince;
  }

  public String getIfUnmodifiedSince() {
    return ifUnmodifiedSince;
  }

  public void setIfUnmodifiedSince(String ifUnmodifiedSince) {
    this.ifUnmodifiedSince = ifUnmodifiedSince;
  }

  public String getRange() {
    return range;
  }

  public void setRange(String range) {
    this.range = range;
  }

  public String getChangedSince() {
    return changedSince;
  }

  public void setChangedSince(String changedSince) {
    this.changedSince = changedSince;
  }

  public String getNextLink() {
    return nextLink;
  }

  public void setNextLink(String nextLink) {
    this.nextLink = nextLink;
  }

  public int getLimit() {
    return limit;
  }

  public void setLimit(int limit) {
    this.limit = limit;
  }

  public int getParallelRequests() {
    return parallelRequests;
  }

  public void setParallelRequests(int parallelRequests) {
    this.parallelRequests = parallelRequests;
  }

  public boolean isFailOnUnsuccessful() {
    return failOnUnsuccessful;
  }

  public void setFailOnUnsuccessful(boolean failOnUnsuccessful) {
    this.failOnUnsuccessful = failOnUnsuccessful;
  }

  public JobCleanup getJobCleanup() {
    return jobCleanup;
  }

  public void setJobCleanup(JobCleanup jobCleanup) {
    this.jobCleanup = jobCleanup;
  }

  public String getShard() {
    return shard;
  }

  public void setShard(String shard) {
    this.shard = shard;
  }
}
