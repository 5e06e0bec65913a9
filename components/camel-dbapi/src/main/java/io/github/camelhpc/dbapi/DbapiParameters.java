package io.github.camelhpc.dbapi;

import static io.github.camelhpc.support.operation.Parameter.header;
import static io.github.camelhpc.support.operation.Parameter.local;
import static io.github.camelhpc.support.operation.Parameter.path;
import static io.github.camelhpc.support.operation.Parameter.query;
import static io.github.camelhpc.support.operation.ValueType.BOOLEAN;
import static io.github.camelhpc.support.operation.ValueType.DURATION;
import static io.github.camelhpc.support.operation.ValueType.INTEGER;
import static io.github.camelhpc.support.operation.ValueType.LIST;
import static io.github.camelhpc.support.operation.ValueType.QUERY_STRING;
import static io.github.camelhpc.support.operation.ValueType.TEXT;

import io.github.camelhpc.support.operation.Parameter;
import io.github.camelhpc.support.paging.OutputType;

/** The parameters of the operations (facts/dbapi.md §1, §3); the configuration describes them. */
final class DbapiParameters {

  private static final String NAME = "[A-Za-z0-9_-]{2,32}";
  private static final String NAME_IN_WORDS = "2 to 32 letters, digits, _ and -";

  static final Parameter DATASET =
      query("dataset", DbapiConstants.DATASET, TEXT).matching(NAME, NAME_IN_WORDS).mandatory();
  static final Parameter REQUEST_ID = query("requestId", DbapiConstants.REQUEST_ID, TEXT);
  static final Parameter WAIT_TIME =
      header("waitTime", DbapiConstants.WAIT_TIME, "x-waitTime").of(INTEGER);
  static final Parameter PROCESS_SYNC = query("processSync", DbapiConstants.PROCESS_SYNC, BOOLEAN);
  static final Parameter QUERY = local("query", DbapiConstants.QUERY, TEXT);
  static final Parameter ATTRIBUTES = local("attributes", DbapiConstants.ATTRIBUTES, LIST);
  static final Parameter START_TIME = local("startTime", DbapiConstants.START_TIME, TEXT);
  static final Parameter END_TIME = local("endTime", DbapiConstants.END_TIME, TEXT);
  static final Parameter UTC_OFFSET = local("utcOffset", DbapiConstants.UTC_OFFSET, TEXT);
  static final Parameter MAX_RESULTS = local("maxResults", DbapiConstants.MAX_RESULTS, INTEGER);
  static final Parameter SPLIT_RESPONSE =
      local("splitResponse", DbapiConstants.SPLIT_RESPONSE, BOOLEAN);
  static final Parameter SPLIT_SIZE = local("splitSize", DbapiConstants.SPLIT_SIZE, INTEGER);
  static final Parameter USE_REAL_TIME =
      local("useRealTime", DbapiConstants.USE_REAL_TIME, BOOLEAN);
  static final Parameter DATA_SUBSET_ID =
      query("dataSubsetId", DbapiConstants.DATA_SUBSET_ID, TEXT).matching(NAME, NAME_IN_WORDS);
  static final Parameter RES_SIGNATURES =
      local("resSignatures", DbapiConstants.RES_SIGNATURES, LIST);
  static final Parameter RES_TYPE = local("resType", DbapiConstants.RES_TYPE, TEXT);
  static final Parameter ATTR_ID = local("attrId", DbapiConstants.ATTR_ID, TEXT);
  static final Parameter ATTR_VALUE = local("attrValue", DbapiConstants.ATTR_VALUE, TEXT);
  static final Parameter SNAPSHOT_TIME = local("snapshotTime", DbapiConstants.SNAPSHOT_TIME, TEXT);
  static final Parameter ENTRY_POINT =
      path("entryPoint", DbapiConstants.ENTRY_POINT, TEXT)
          .oneOf("dbapi.do", "app.do", "userapi.do");
  static final Parameter ACTION = query("action", DbapiConstants.ACTION, TEXT).mandatory();
  static final Parameter PARAMETERS = local("parameters", DbapiConstants.PARAMETERS, QUERY_STRING);
  static final Parameter HTTP_METHOD =
      local("httpMethod", DbapiConstants.HTTP_METHOD, TEXT).oneOf((Object[]) HttpMethod.values());
  static final Parameter OUTPUT_TYPE =
      local("outputType", DbapiConstants.OUTPUT_TYPE, TEXT)
          .oneOf(OutputType.LIST, OutputType.STREAM_LIST);
  static final Parameter RESULT_FORMAT =
      local("resultFormat", DbapiConstants.RESULT_FORMAT, TEXT)
          .oneOf((Object[]) ResultFormat.values());
  static final Parameter INCREMENTAL = local("incremental", DbapiConstants.INCREMENTAL, BOOLEAN);
  static final Parameter MAX_RANGE = local("maxRange", DbapiConstants.MAX_RANGE, DURATION);
  static final Parameter ATTRIBUTES_PER_QUERY =
      local("attributesPerQuery", DbapiConstants.ATTRIBUTES_PER_QUERY, INTEGER);
  static final Parameter AWAIT_TIMEOUT =
      local("awaitTimeout", DbapiConstants.AWAIT_TIMEOUT, DURATION);

  /** Where the service takes it in the query string, and not in the body. */
  static final Parameter UTC_OFFSET_IN_QUERY = query("utcOffset", DbapiConstants.UTC_OFFSET, TEXT);

  private DbapiParameters() {}
}
