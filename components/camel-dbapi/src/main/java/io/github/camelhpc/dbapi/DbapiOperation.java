package io.github.camelhpc.dbapi;

import static io.github.camelhpc.dbapi.DbapiParameters.ACTION;
import static io.github.camelhpc.dbapi.DbapiParameters.ATTRIBUTES;
import static io.github.camelhpc.dbapi.DbapiParameters.ATTRIBUTES_PER_QUERY;
import static io.github.camelhpc.dbapi.DbapiParameters.ATTR_ID;
import static io.github.camelhpc.dbapi.DbapiParameters.ATTR_VALUE;
import static io.github.camelhpc.dbapi.DbapiParameters.AWAIT_TIMEOUT;
import static io.github.camelhpc.dbapi.DbapiParameters.DATASET;
import static io.github.camelhpc.dbapi.DbapiParameters.DATA_SUBSET_ID;
import static io.github.camelhpc.dbapi.DbapiParameters.END_TIME;
import static io.github.camelhpc.dbapi.DbapiParameters.ENTRY_POINT;
import static io.github.camelhpc.dbapi.DbapiParameters.HTTP_METHOD;
import static io.github.camelhpc.dbapi.DbapiParameters.INCREMENTAL;
import static io.github.camelhpc.dbapi.DbapiParameters.MAX_RANGE;
import static io.github.camelhpc.dbapi.DbapiParameters.MAX_RESULTS;
import static io.github.camelhpc.dbapi.DbapiParameters.OUTPUT_TYPE;
import static io.github.camelhpc.dbapi.DbapiParameters.PARAMETERS;
import static io.github.camelhpc.dbapi.DbapiParameters.PROCESS_SYNC;
import static io.github.camelhpc.dbapi.DbapiParameters.REQUEST_ID;
import static io.github.camelhpc.dbapi.DbapiParameters.RESULT_FORMAT;
import static io.github.camelhpc.dbapi.DbapiParameters.RES_SIGNATURES;
import static io.github.camelhpc.dbapi.DbapiParameters.RES_TYPE;
import static io.github.camelhpc.dbapi.DbapiParameters.SNAPSHOT_TIME;
import static io.github.camelhpc.dbapi.DbapiParameters.SPLIT_RESPONSE;
import static io.github.camelhpc.dbapi.DbapiParameters.SPLIT_SIZE;
import static io.github.camelhpc.dbapi.DbapiParameters.START_TIME;
import static io.github.camelhpc.dbapi.DbapiParameters.USE_REAL_TIME;
import static io.github.camelhpc.dbapi.DbapiParameters.UTC_OFFSET;
import static io.github.camelhpc.dbapi.DbapiParameters.UTC_OFFSET_IN_QUERY;
import static io.github.camelhpc.dbapi.DbapiParameters.WAIT_TIME;
import static io.github.camelhpc.dbapi.DbapiResult.ANY;
import static io.github.camelhpc.dbapi.DbapiResult.OBJECT;
import static io.github.camelhpc.dbapi.DbapiResult.OBJECTS;
import static io.github.camelhpc.dbapi.DbapiResult.RESULTS;

import io.github.camelhpc.support.operation.Operation;
import io.github.camelhpc.support.operation.OperationSpec;
import io.github.camelhpc.support.operation.Parameter;

/**
 * The catalogue: every operation of {@code dbapi:} (facts/dbapi.md §1), as data. In a URI an
 * operation stands as {@link #operationName()}.
 */
public enum DbapiOperation implements Operation {

  /** Gives the status of a request, and the results that there are. */
  GET_STATUS(
      get("getStatus")
          .with(REQUEST_ID.mandatory(), WAIT_TIME, UTC_OFFSET, OUTPUT_TYPE, RESULT_FORMAT)
          .answers(RESULTS)),
  /** Asks for metrics; the answer has the results, or the id of the request. */
  QUERY(
      post("query")
          .with(PROCESS_SYNC, WAIT_TIME, DbapiParameters.QUERY, START_TIME, END_TIME, UTC_OFFSET)
          .with(MAX_RESULTS, SPLIT_RESPONSE, SPLIT_SIZE, USE_REAL_TIME)
          .with(OUTPUT_TYPE, RESULT_FORMAT)
          .takes(DbapiBody.QUERY)
          .answers(RESULTS)
          .safeToRepeat()),
  /** Stops a request. */
  ABORT_REQUEST(get("abortRequest").with(REQUEST_ID.mandatory()).answers(OBJECT).onlyOnce()),
  /** Describes a dataset. */
  RETRIEVE_DATASET(get("retrieveDataset").answers(OBJECT)),
  /** Describes one data subset, or all. */
  RETRIEVE_DATA_SUBSET(
      get("retrieveDataSubset").with(DATA_SUBSET_ID, UTC_OFFSET_IN_QUERY).answers(OBJECTS)),
  /** Gives the data of resources at one time. */
  RETRIEVE_RESOURCE_DATA(
      post("retrieveResourceData")
          .with(RES_SIGNATURES, RES_TYPE, ATTR_ID, ATTR_VALUE, SNAPSHOT_TIME)
          .takes(DbapiBody.RESOURCE_SELECTION)
          .answers(ANY)
          .safeToRepeat()),
  /** Makes resources, or adds to their data. */
  CREATE_OR_UPDATE_RESOURCE_DATA(
      post("createOrUpdateResourceData")
          .takes(DbapiBody.RESOURCE_DATA)
          .answers(ANY)
          .safeToRepeat()),
  /** Performs any function of the service; it is not sent again by itself. */
  CALL(
      OperationSpec.get("/{entryPoint}", ENTRY_POINT)
          .with(ACTION, DATASET.optional(), PARAMETERS, HTTP_METHOD)
          .takes(DbapiBody.ANY)
          .answers(ANY)
          .onlyOnce()),

  // ---- made of several of the above

  /** Asks for metrics, and for the status until all results are there; long ranges in pieces. */
  RUN_QUERY(
      OperationSpec.composed()
          .with(DATASET, DbapiParameters.QUERY, ATTRIBUTES, START_TIME, END_TIME, UTC_OFFSET)
          .with(MAX_RESULTS, USE_REAL_TIME, WAIT_TIME, MAX_RANGE, ATTRIBUTES_PER_QUERY)
          .with(INCREMENTAL, AWAIT_TIMEOUT, OUTPUT_TYPE, RESULT_FORMAT)
          .takes(DbapiBody.QUERY)
          .answers(RESULTS)),
  /** Asks for the status of a request until all its results are there. */
  AWAIT_RESULT(
      OperationSpec.composed()
          .with(DATASET, REQUEST_ID.mandatory(), WAIT_TIME, UTC_OFFSET)
          .with(INCREMENTAL, AWAIT_TIMEOUT, OUTPUT_TYPE, RESULT_FORMAT)
          .answers(RESULTS));

  private final String operationName;
  private final OperationSpec spec;

  DbapiOperation(OperationSpec spec) {
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

  /** The name as it stands in a URI. */
  @Override
  public String toString() {
    return operationName;
  }

  /** The service tells its functions apart by this query parameter. */
  private static String path(String action) {
    return "/dbapi.do?action=" + action;
  }

  private static OperationSpec get(String action, Parameter... more) {
    return OperationSpec.get(path(action)).with(DATASET).with(more);
  }

  private static OperationSpec post(String action, Parameter... more) {
    return OperationSpec.post(path(action)).with(DATASET).with(more);
  }
}
