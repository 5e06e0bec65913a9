package io.github.camelhpc.dbapi;

import org.apache.camel.spi.Metadata;

/** The headers of messages to and from {@code dbapi:}. */
public final class DbapiConstants {

  @Metadata(
      label = "common",
      javaType = "String",
      description =
          "Name of the dataset: 2 to 32 letters, digits, _ and -; usually " + "defaultDs.")
  public static final String DATASET = "CamelDbapiDataset";

  @Metadata(
      label = "common",
      javaType = "String",
      description = "Id of the request, as the service gave it.")
  public static final String REQUEST_ID = "CamelDbapiRequestId";

  @Metadata(
      label = "common",
      javaType = "Integer",
      description =
          "How many seconds the service waits for a request to finish before it "
              + "says that it is accepted. 0 for not at all. By default 10, and 1 "
              + "with runQuery and awaitResult.")
  public static final String WAIT_TIME = "CamelDbapiWaitTime";

  @Metadata(
      label = "producer",
      javaType = "Boolean",
      description = "Whether query is answered when all is done, with the whole result.")
  public static final String PROCESS_SYNC = "CamelDbapiProcessSync";

  @Metadata(
      label = "producer",
      javaType = "String",
      description =
          "The query in MQL, for example vm[=name rx web.*][@cpuUsage rx b .*], "
              + "if it is not the body.")
  public static final String QUERY = "CamelDbapiQuery";

  @Metadata(
      label = "producer",
      javaType = "String",
      description =
          "With runQuery, names of time series attributes with commas between "
              + "them, each of which is added to the query as [@name rx b .*].")
  public static final String ATTRIBUTES = "CamelDbapiAttributes";

  @Metadata(
      label = "producer",
      javaType = "java.time.Instant",
      description =
          "First time: ISO 8601 such as 2026-01-31T12:00:00Z, the service's "
              + "yyyyMMdd_HHmmss with utcOffset, or now, now-1h, now-7d.")
  public static final String START_TIME = "CamelDbapiStartTime";

  @Metadata(
      label = "producer",
      javaType = "java.time.Instant",
      description = "Last time, as startTime.")
  public static final String END_TIME = "CamelDbapiEndTime";

  @Metadata(
      label = "common",
      javaType = "String",
      description =
          "The time zone of times without one, in requests and answers: "
              + "UTC+09:00, +09:00 or Z.")
  public static final String UTC_OFFSET = "CamelDbapiUtcOffset";

  @Metadata(
      label = "producer",
      javaType = "Integer",
      description =
          "How many resources one answer to a query has at most, unless "
              + "processSync is on. The service has a default.")
  public static final String MAX_RESULTS = "CamelDbapiMaxResults";

  @Metadata(
      label = "advanced",
      javaType = "Boolean",
      description = "Whether the service splits its answer by splitSize.")
  public static final String SPLIT_RESPONSE = "CamelDbapiSplitResponse";

  @Metadata(
      label = "advanced",
      javaType = "Integer",
      description =
          "The service's maxResponseSize: how large its answer may be before it "
              + "is split. The unit is not documented.")
  public static final String SPLIT_SIZE = "CamelDbapiSplitSize";

  @Metadata(
      label = "producer",
      javaType = "Boolean",
      description = "Whether a query includes real-time data.")
  public static final String USE_REAL_TIME = "CamelDbapiUseRealTime";

  @Metadata(
      label = "producer",
      javaType = "String",
      description = "Id of the data subset. All by default.")
  public static final String DATA_SUBSET_ID = "CamelDbapiDataSubsetId";

  @Metadata(
      label = "producer",
      javaType = "String",
      description =
          "Signatures of the resources, with commas between them, for example "
              + "vm#web01. With it the service ignores resType, attrId and attrValue.")
  public static final String RES_SIGNATURES = "CamelDbapiResSignatures";

  @Metadata(
      label = "producer",
      javaType = "String",
      description = "Type of the resources, for example vm.")
  public static final String RES_TYPE = "CamelDbapiResType";

  @Metadata(
      label = "producer",
      javaType = "String",
      description = "Id of a scalar attribute that the resources have.")
  public static final String ATTR_ID = "CamelDbapiAttrId";

  @Metadata(label = "producer", javaType = "String", description = "Value of the attribute attrId.")
  public static final String ATTR_VALUE = "CamelDbapiAttrValue";

  @Metadata(
      label = "producer",
      javaType = "java.time.Instant",
      description = "The time whose data are given, as startTime, in UTC. Now by default.")
  public static final String SNAPSHOT_TIME = "CamelDbapiSnapshotTime";

  @Metadata(
      label = "advanced",
      javaType = "String",
      description =
          "With call, which part of the service is asked: dbapi.do, app.do or " + "userapi.do.")
  public static final String ENTRY_POINT = "CamelDbapiEntryPoint";

  @Metadata(
      label = "advanced",
      javaType = "String",
      description = "With call, the function of the service, for example " + "retrieveResourceDef.")
  public static final String ACTION = "CamelDbapiAction";

  @Metadata(
      label = "advanced",
      javaType = "java.util.Map",
      description =
          "With call, further query parameters as name=value with & between them, "
              + "percent-encoded. The header can be a Map.")
  public static final String PARAMETERS = "CamelDbapiParameters";

  @Metadata(
      label = "advanced",
      javaType = "io.github.camelhpc.dbapi.HttpMethod",
      description = "With call, GET, or POST with the body as JSON.")
  public static final String HTTP_METHOD = "CamelDbapiHttpMethod";

  @Metadata(
      label = "producer",
      javaType = "io.github.camelhpc.support.paging.OutputType",
      description =
          "What a producer makes of results: List collects them; StreamList is an "
              + "iterator that reads as it goes.")
  public static final String OUTPUT_TYPE = "CamelDbapiOutputType";

  @Metadata(
      label = "producer",
      javaType = "io.github.camelhpc.dbapi.ResultFormat",
      description =
          "The form of results: RESOURCES, one ResourceResult each; ROWS, one "
              + "MetricRow for each time and value; CSV, such rows as text.")
  public static final String RESULT_FORMAT = "CamelDbapiResultFormat";

  @Metadata(
      label = "producer",
      javaType = "Boolean",
      description =
          "Whether runQuery and awaitResult hand on results as they come, as an "
              + "iterator that waits for more, instead of joining them when all are "
              + "there.")
  public static final String INCREMENTAL = "CamelDbapiIncremental";

  @Metadata(
      label = "producer",
      javaType = "java.time.Duration",
      description = "runQuery asks for a longer time than this piece by piece. 0 for never.")
  public static final String MAX_RANGE = "CamelDbapiMaxRange";

  @Metadata(
      label = "producer",
      javaType = "Integer",
      description =
          "runQuery asks for more attributes than this in several queries. 0 for " + "never.")
  public static final String ATTRIBUTES_PER_QUERY = "CamelDbapiAttributesPerQuery";

  @Metadata(
      label = "producer",
      javaType = "java.time.Duration",
      description =
          "How long runQuery and awaitResult wait at most, as milliseconds or "
              + "text such as 10m; then the request is aborted.")
  public static final String AWAIT_TIMEOUT = "CamelDbapiAwaitTimeout";

  @Metadata(
      label = "common",
      javaType = "io.github.camelhpc.dbapi.model.RequestStatus",
      description =
          "How far the request is: a RequestStatus. With results that are read as "
              + "they come, known in the end.")
  public static final String STATUS = "CamelDbapiStatus";

  @Metadata(
      label = "producer",
      javaType = "Boolean",
      description = "Whether abortRequest stopped the request.")
  public static final String ABORTED = "CamelDbapiAborted";

  @Metadata(
      label = "consumer",
      javaType = "String",
      description = "Names the increment; the same for one that is emitted again.")
  public static final String EVENT_ID = "CamelDbapiEventId";

  @Metadata(label = "common", javaType = "Boolean", description = "Whether nothing follows.")
  public static final String COMPLETE = "CamelDbapiComplete";

  private DbapiConstants() {}
}
