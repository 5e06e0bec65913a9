package io.github.camelhpc.azbatch;

import static io.github.camelhpc.support.operation.Parameter.filterTerm;
import static io.github.camelhpc.support.operation.Parameter.header;
import static io.github.camelhpc.support.operation.Parameter.local;
import static io.github.camelhpc.support.operation.Parameter.path;
import static io.github.camelhpc.support.operation.Parameter.query;
import static io.github.camelhpc.support.operation.ValueType.BOOLEAN;
import static io.github.camelhpc.support.operation.ValueType.DURATION;
import static io.github.camelhpc.support.operation.ValueType.GUID;
import static io.github.camelhpc.support.operation.ValueType.HTTP_DATE;
import static io.github.camelhpc.support.operation.ValueType.INSTANT;
import static io.github.camelhpc.support.operation.ValueType.INTEGER;
import static io.github.camelhpc.support.operation.ValueType.LIST;
import static io.github.camelhpc.support.operation.ValueType.TEXT;

import io.github.camelhpc.support.operation.Parameter;
import io.github.camelhpc.support.paging.OutputType;

/** The parameters of the operations (facts/azbatch.md §0, §1); the configuration describes them. */
final class AzBatchParameters {

  static final Parameter JOB_ID = path("jobId", AzBatchConstants.JOB_ID, TEXT);
  static final Parameter TASK_ID = path("taskId", AzBatchConstants.TASK_ID, TEXT);
  static final Parameter POOL_ID = path("poolId", AzBatchConstants.POOL_ID, TEXT);
  static final Parameter NODE_ID = path("nodeId", AzBatchConstants.NODE_ID, TEXT);
  static final Parameter JOB_SCHEDULE_ID =
      path("jobScheduleId", AzBatchConstants.JOB_SCHEDULE_ID, TEXT);
  static final Parameter FILE_PATH = path("filePath", AzBatchConstants.FILE_PATH, TEXT);
  static final Parameter USER_NAME = path("userName", AzBatchConstants.USER_NAME, TEXT);
  static final Parameter EXTENSION_NAME =
      path("extensionName", AzBatchConstants.EXTENSION_NAME, TEXT);
  static final Parameter APPLICATION_ID =
      path("applicationId", AzBatchConstants.APPLICATION_ID, TEXT);
  static final Parameter FILTER = query("filter", AzBatchConstants.FILTER, TEXT).as("$filter");
  static final Parameter SELECT = query("select", AzBatchConstants.SELECT, LIST).as("$select");
  static final Parameter EXPAND = query("expand", AzBatchConstants.EXPAND, LIST).as("$expand");
  static final Parameter MAX_RESULTS =
      query("maxResults", AzBatchConstants.MAX_RESULTS, INTEGER).as("maxresults");
  static final Parameter TIMEOUT = query("timeout", AzBatchConstants.TIMEOUT, INTEGER);
  static final Parameter FORCE = query("force", AzBatchConstants.FORCE, BOOLEAN);
  static final Parameter RECURSIVE = query("recursive", AzBatchConstants.RECURSIVE, BOOLEAN);
  static final Parameter START_TIME =
      query("startTime", AzBatchConstants.START_TIME, INSTANT).as("starttime");
  static final Parameter END_TIME =
      query("endTime", AzBatchConstants.END_TIME, INSTANT).as("endtime");
  static final Parameter API_VERSION =
      query("apiVersion", AzBatchConstants.API_VERSION, TEXT).as("api-version");
  static final Parameter CLIENT_REQUEST_ID =
      header("clientRequestId", AzBatchConstants.CLIENT_REQUEST_ID, "client-request-id").of(GUID);
  static final Parameter RETURN_CLIENT_REQUEST_ID =
      header(
              "returnClientRequestId",
              AzBatchConstants.RETURN_CLIENT_REQUEST_ID,
              "return-client-request-id")
          .of(BOOLEAN);
  static final Parameter IF_MATCH = header("ifMatch", AzBatchConstants.IF_MATCH, "If-Match");
  static final Parameter IF_NONE_MATCH =
      header("ifNoneMatch", AzBatchConstants.IF_NONE_MATCH, "If-None-Match");
  static final Parameter IF_MODIFIED_SINCE =
      header("ifModifiedSince", AzBatchConstants.IF_MODIFIED_SINCE, "If-Modified-Since")
          .of(HTTP_DATE);
  static final Parameter IF_UNMODIFIED_SINCE =
      header("ifUnmodifiedSince", AzBatchConstants.IF_UNMODIFIED_SINCE, "If-Unmodified-Since")
          .of(HTTP_DATE);
  static final Parameter RANGE = header("range", AzBatchConstants.RANGE, "ocp-range");
  static final Parameter CHANGED_SINCE =
      filterTerm("changedSince", AzBatchConstants.CHANGED_SINCE, "stateTransitionTime", INSTANT);
  static final Parameter NEXT_LINK = local("nextLink", AzBatchConstants.NEXT_LINK, TEXT);
  static final Parameter OUTPUT_TYPE =
      local("outputType", AzBatchConstants.OUTPUT_TYPE, TEXT).oneOf((Object[]) OutputType.values());
  static final Parameter LIMIT = local("limit", AzBatchConstants.LIMIT, INTEGER);
  static final Parameter PARALLEL_REQUESTS =
      local("parallelRequests", AzBatchConstants.PARALLEL_REQUESTS, INTEGER);
  static final Parameter AWAIT_TIMEOUT =
      local("awaitTimeout", AzBatchConstants.AWAIT_TIMEOUT, DURATION);
  static final Parameter FAIL_ON_UNSUCCESSFUL =
      local("failOnUnsuccessful", AzBatchConstants.FAIL_ON_UNSUCCESSFUL, BOOLEAN);
  static final Parameter JOB_CLEANUP =
      local("jobCleanup", AzBatchConstants.JOB_CLEANUP, TEXT).oneOf((Object[]) JobCleanup.values());

  /** A pool that is resized changes its allocation state only. */
  static final Parameter POOL_CHANGED_SINCE =
      CHANGED_SINCE.as("stateTransitionTime,allocationStateTransitionTime");

  /** The conditions that the service knows for most resources (facts/azbatch.md §0). */
  static final Parameter[] CONDITIONS = {
    IF_MATCH, IF_NONE_MATCH, IF_MODIFIED_SINCE, IF_UNMODIFIED_SINCE
  };

  /** The conditions that it knows for files. */
  static final Parameter[] DATE_CONDITIONS = {IF_MODIFIED_SINCE, IF_UNMODIFIED_SINCE};

  private AzBatchParameters() {}
}
