package io.github.camelhpc.azbatch;

import org.apache.camel.spi.Metadata;

/** The headers of messages to and from {@code azbatch:}. */
public final class AzBatchConstants {

  @Metadata(
      label = "common",
      javaType = "String",
      description =
          "Id of the job: letters, digits, - and _, 64 at most; read without " + "regard to case.")
  public static final String JOB_ID = "CamelAzBatchJobId";

  @Metadata(label = "common", javaType = "String", description = "Id of the task in its job.")
  public static final String TASK_ID = "CamelAzBatchTaskId";

  @Metadata(
      label = "common",
      javaType = "String",
      description = "Id of the pool. With runTasks, the pool of a job that names none.")
  public static final String POOL_ID = "CamelAzBatchPoolId";

  @Metadata(
      label = "common",
      javaType = "String",
      description = "Id of the compute node, as the service gave it.")
  public static final String NODE_ID = "CamelAzBatchNodeId";

  @Metadata(label = "common", javaType = "String", description = "Id of the job schedule.")
  public static final String JOB_SCHEDULE_ID = "CamelAzBatchJobScheduleId";

  @Metadata(
      label = "producer",
      javaType = "String",
      description =
          "Path of the file below the directory of the task or node, with "
              + "slashes: wd/result.csv.")
  public static final String FILE_PATH = "CamelAzBatchFilePath";

  @Metadata(
      label = "producer",
      javaType = "String",
      description = "Name of the user on the compute node.")
  public static final String USER_NAME = "CamelAzBatchUserName";

  @Metadata(
      label = "producer",
      javaType = "String",
      description = "Name of the virtual machine extension.")
  public static final String EXTENSION_NAME = "CamelAzBatchExtensionName";

  @Metadata(label = "producer", javaType = "String", description = "Id of the application.")
  public static final String APPLICATION_ID = "CamelAzBatchApplicationId";

  @Metadata(
      label = "common",
      javaType = "String",
      description = "OData filter that the service applies, for example state eq 'active'.")
  public static final String FILTER = "CamelAzBatchFilter";

  @Metadata(
      label = "common",
      javaType = "String",
      description =
          "Names of the properties to read, with commas between them. All by " + "default.")
  public static final String SELECT = "CamelAzBatchSelect";

  @Metadata(
      label = "common",
      javaType = "String",
      description =
          "Names of what is read as well, with commas between them: stats is the "
              + "only one there is.")
  public static final String EXPAND = "CamelAzBatchExpand";

  @Metadata(
      label = "common",
      javaType = "Integer",
      description =
          "How many entries one page has at most, from 1 to 1000. 1000 by "
              + "default. It does not bound how many pages are read; limit does.")
  public static final String MAX_RESULTS = "CamelAzBatchMaxResults";

  @Metadata(
      label = "advanced",
      javaType = "Integer",
      description =
          "How many seconds the service may work on a request. 30 by default and "
              + "at most; for addTaskCollection 120.")
  public static final String TIMEOUT = "CamelAzBatchTimeout";

  @Metadata(
      label = "producer",
      javaType = "Boolean",
      description =
          "Whether to delete or terminate even though the service could not yet "
              + "do all that belongs to it.")
  public static final String FORCE = "CamelAzBatchForce";

  @Metadata(
      label = "producer",
      javaType = "Boolean",
      description = "Whether directories are listed, or deleted, with what is in them.")
  public static final String RECURSIVE = "CamelAzBatchRecursive";

  @Metadata(
      label = "producer",
      javaType = "java.time.Instant",
      description =
          "Earliest time of the usage metrics, for example 2026-01-31T12:00:00Z: "
              + "at least 2.5 hours ago.")
  public static final String START_TIME = "CamelAzBatchStartTime";

  @Metadata(
      label = "producer",
      javaType = "java.time.Instant",
      description = "Latest time of the usage metrics: at least 2 hours ago.")
  public static final String END_TIME = "CamelAzBatchEndTime";

  @Metadata(
      label = "advanced",
      javaType = "String",
      description = "Version of the service's interface.")
  public static final String API_VERSION = "CamelAzBatchApiVersion";

  @Metadata(
      label = "advanced",
      javaType = "String",
      description =
          "Your own id of the request, a GUID without braces, for the service's " + "log.")
  public static final String CLIENT_REQUEST_ID = "CamelAzBatchClientRequestId";

  @Metadata(
      label = "advanced",
      javaType = "Boolean",
      description =
          "Whether the service gives clientRequestId back, as the header "
              + "CamelAzBatchReturnedClientRequestId.")
  public static final String RETURN_CLIENT_REQUEST_ID = "CamelAzBatchReturnClientRequestId";

  @Metadata(
      label = "advanced",
      javaType = "String",
      description =
          "ETag that the resource must have, as the service gave it; otherwise "
              + "the request fails with 412, or 304 if it reads.")
  public static final String IF_MATCH = "CamelAzBatchIfMatch";

  @Metadata(
      label = "advanced",
      javaType = "String",
      description =
          "ETag that the resource must not have; otherwise the request fails with "
              + "412, or 304 if it reads.")
  public static final String IF_NONE_MATCH = "CamelAzBatchIfNoneMatch";

  @Metadata(
      label = "advanced",
      javaType = "java.time.Instant",
      description =
          "The request fails with 412, or 304 if it reads, unless the resource "
              + "was modified after this time.")
  public static final String IF_MODIFIED_SINCE = "CamelAzBatchIfModifiedSince";

  @Metadata(
      label = "advanced",
      javaType = "java.time.Instant",
      description =
          "The request fails with 412, or 304 if it reads, if the resource was "
              + "modified after this time.")
  public static final String IF_UNMODIFIED_SINCE = "CamelAzBatchIfUnmodifiedSince";

  @Metadata(
      label = "producer",
      javaType = "String",
      description = "The part of the file to read, for example bytes=0-1023.")
  public static final String RANGE = "CamelAzBatchRange";

  @Metadata(
      label = "common",
      javaType = "java.time.Instant",
      description =
          "Lists only what changed its state at or after this time; joined with "
              + "filter. Consumers set it by themselves.")
  public static final String CHANGED_SINCE = "CamelAzBatchChangedSince";

  @Metadata(
      label = "producer",
      javaType = "String",
      description =
          "With outputType=Page, what asks for the next page, as the operation "
              + "before set the header.")
  public static final String NEXT_LINK = "CamelAzBatchNextLink";

  @Metadata(
      label = "producer",
      javaType = "io.github.camelhpc.support.paging.OutputType",
      description = "What a producer makes of a list: List, StreamList or Page.")
  public static final String OUTPUT_TYPE = "CamelAzBatchOutputType";

  @Metadata(
      label = "producer",
      javaType = "Integer",
      description = "How many entries of a list are read at most. 0 for all.")
  public static final String LIMIT = "CamelAzBatchLimit";

  @Metadata(
      label = "producer",
      javaType = "Integer",
      description =
          "How many requests with 100 tasks each are on their way at once, from 1 " + "to 16.")
  public static final String PARALLEL_REQUESTS = "CamelAzBatchParallelRequests";

  @Metadata(
      label = "producer",
      javaType = "java.time.Duration",
      description =
          "How long an operation that waits does so at most, as milliseconds or "
              + "text such as 2h.")
  public static final String AWAIT_TIMEOUT = "CamelAzBatchAwaitTimeout";

  @Metadata(
      label = "producer",
      javaType = "Boolean",
      description =
          "Whether the exchange fails when the job or one of the tasks fails, or "
              + "a task is refused.")
  public static final String FAIL_ON_UNSUCCESSFUL = "CamelAzBatchFailOnUnsuccessful";

  @Metadata(
      label = "producer",
      javaType = "io.github.camelhpc.azbatch.JobCleanup",
      description =
          "What runTasks does with the job when its outputs are read, or when "
              + "something failed: TERMINATE it, DELETE it with all its files, or leave "
              + "it (NONE).")
  public static final String JOB_CLEANUP = "CamelAzBatchJobCleanup";

  @Metadata(
      label = "common",
      javaType = "String",
      description =
          "State of the job, task, pool, node or schedule, as the service spells " + "it.")
  public static final String STATE = "CamelAzBatchState";

  @Metadata(
      label = "producer",
      javaType = "String",
      description = "What the service calls the request.")
  public static final String REQUEST_ID = "CamelAzBatchRequestId";

  @Metadata(
      label = "producer",
      javaType = "String",
      description = "The clientRequestId, as the service gave it back.")
  public static final String RETURNED_CLIENT_REQUEST_ID = "CamelAzBatchReturnedClientRequestId";

  @Metadata(
      label = "producer",
      javaType = "String",
      description = "ETag of the resource; good for ifMatch.")
  public static final String ETAG = "CamelAzBatchETag";

  @Metadata(
      label = "producer",
      javaType = "java.time.Instant",
      description = "When the resource or file was last modified.")
  public static final String LAST_MODIFIED = "CamelAzBatchLastModified";

  @Metadata(
      label = "producer",
      javaType = "String",
      description = "URL of what was created or changed.")
  public static final String LOCATION = "CamelAzBatchLocation";

  @Metadata(
      label = "producer",
      javaType = "Long",
      description =
          "Size of the file in bytes, or of the part that was asked for, if the "
              + "service says it.")
  public static final String CONTENT_LENGTH = "CamelAzBatchContentLength";

  @Metadata(label = "producer", javaType = "String", description = "Media type of the file.")
  public static final String CONTENT_TYPE = "CamelAzBatchContentType";

  @Metadata(
      label = "producer",
      javaType = "java.time.Instant",
      description = "When the file was created. Not for files of Linux nodes.")
  public static final String CREATION_TIME = "CamelAzBatchCreationTime";

  @Metadata(
      label = "producer",
      javaType = "Boolean",
      description = "Whether the file is a directory.")
  public static final String IS_DIRECTORY = "CamelAzBatchIsDirectory";

  @Metadata(
      label = "producer",
      javaType = "String",
      description = "URL of the file, percent-encoded.")
  public static final String FILE_URL = "CamelAzBatchFileUrl";

  @Metadata(
      label = "producer",
      javaType = "String",
      description = "Mode of the file, octal. For files of Linux nodes only.")
  public static final String FILE_MODE = "CamelAzBatchFileMode";

  @Metadata(
      label = "producer",
      javaType = "Integer",
      description =
          "How many tasks of the job succeeded; after addTaskCollection, how many " + "were added.")
  public static final String TASKS_SUCCEEDED = "CamelAzBatchTasksSucceeded";

  @Metadata(
      label = "producer",
      javaType = "Integer",
      description =
          "How many tasks of the job failed; after addTaskCollection, how many "
              + "were not added.")
  public static final String TASKS_FAILED = "CamelAzBatchTasksFailed";

  @Metadata(
      label = "consumer",
      javaType = "String",
      description = "Names the change of state; the same for one that is emitted again.")
  public static final String EVENT_ID = "CamelAzBatchEventId";

  @Metadata(
      label = "consumer",
      javaType = "Boolean",
      description = "Set to true on the last exchange of a job or task.")
  public static final String COMPLETE = "CamelAzBatchComplete";

  private AzBatchConstants() {}
}
