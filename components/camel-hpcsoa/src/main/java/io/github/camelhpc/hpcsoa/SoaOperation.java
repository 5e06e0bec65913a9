package io.github.camelhpc.hpcsoa;

import static io.github.camelhpc.hpcsoa.HpcSoaParameters.ACTION;
import static io.github.camelhpc.hpcsoa.HpcSoaParameters.API_VERSION;
import static io.github.camelhpc.hpcsoa.HpcSoaParameters.AWAIT_TIMEOUT;
import static io.github.camelhpc.hpcsoa.HpcSoaParameters.BATCH;
import static io.github.camelhpc.hpcsoa.HpcSoaParameters.BROKER_NODE;
import static io.github.camelhpc.hpcsoa.HpcSoaParameters.CLIENT_DATA;
import static io.github.camelhpc.hpcsoa.HpcSoaParameters.COMMIT;
import static io.github.camelhpc.hpcsoa.HpcSoaParameters.COUNT;
import static io.github.camelhpc.hpcsoa.HpcSoaParameters.DURABLE;
import static io.github.camelhpc.hpcsoa.HpcSoaParameters.GENERIC_SERVICE;
import static io.github.camelhpc.hpcsoa.HpcSoaParameters.NEW_SESSION_SERVICE;
import static io.github.camelhpc.hpcsoa.HpcSoaParameters.OPTIONAL_BATCH;
import static io.github.camelhpc.hpcsoa.HpcSoaParameters.OPTIONAL_SESSION_ID;
import static io.github.camelhpc.hpcsoa.HpcSoaParameters.RAW_BODY;
import static io.github.camelhpc.hpcsoa.HpcSoaParameters.RESET;
import static io.github.camelhpc.hpcsoa.HpcSoaParameters.SERVICE_NAME;
import static io.github.camelhpc.hpcsoa.HpcSoaParameters.SESSION_ID;
import static io.github.camelhpc.hpcsoa.HpcSoaParameters.SESSION_SETTINGS;

import io.github.camelhpc.support.operation.Operation;
import io.github.camelhpc.support.operation.OperationSpec;
import io.github.camelhpc.support.operation.Watch;
import java.util.Set;

/**
 * The catalogue: every operation of {@code hpcsoa:} (facts/hpcsoa.md §1), as data. In a URI an
 * operation stands as {@link #operationName()}.
 */
public enum SoaOperation implements Operation {
  /** Gives the names of the clusters; before HPC Pack 2016 only. */
  GET_CLUSTERS(
      Host.SERVICE, OperationSpec.get("/Clusters").with(API_VERSION).answers(HpcSoaResult.NAMES)),
  /** Starts a session: a job that runs the service, with a broker. */
  CREATE_SESSION(
      Host.HEAD_NODE,
      OperationSpec.post("/sessions/Create")
          .with(DURABLE, NEW_SESSION_SERVICE, SESSION_SETTINGS, API_VERSION)
          .takes(HpcSoaBody.SESSION_START)
          .answers(HpcSoaResult.SESSION)),
  /** Attaches to a session that runs already. */
  ATTACH_SESSION(
      Host.HEAD_NODE,
      OperationSpec.get("/session/{id}/Attach", SESSION_ID)
          .with(DURABLE, API_VERSION)
          .answers(HpcSoaResult.SESSION)),
  /** Sends requests to a batch, which need not be there yet. */
  SEND_REQUESTS(
      Host.BROKER,
      OperationSpec.post("/session/{id}/batch/{batch}", SESSION_ID, BATCH)
          .with(GENERIC_SERVICE, COMMIT, BROKER_NODE, API_VERSION)
          .takes(HpcSoaBody.REQUESTS)),
  /** Says that no more requests follow. */
  COMMIT_REQUESTS(
      Host.BROKER,
      OperationSpec.post("/session/{id}/batch/{batch}/Commit", SESSION_ID, BATCH)
          .with(BROKER_NODE, API_VERSION)),
  /** Gives the status of a batch. */
  GET_REQUEST_STATUS(
      Host.BROKER,
      OperationSpec.get("/session/{id}/batch/{batch}/Status", SESSION_ID, BATCH)
          .with(BROKER_NODE, API_VERSION)
          .answers(HpcSoaResult.STATUS, HpcSoaConstants.STATUS)
          .watched(
              Watch.by("SessionId", "Batch")
                  .state("Status")
                  .header(HpcSoaConstants.SESSION_ID, "SessionId")
                  .header(HpcSoaConstants.BATCH, "Batch")
                  .header(HpcSoaConstants.STATUS, "Status")
                  .until(Set.of("Finished")))),
  /** Reads responses, as they become ready, until all or count are read. */
  GET_RESPONSES(
      Host.BROKER,
      OperationSpec.post("/session/{id}/batch/{batch}/Response", SESSION_ID, BATCH)
          .with(GENERIC_SERVICE, COUNT, ACTION, RESET, CLIENT_DATA)
          .with(RAW_BODY, BROKER_NODE, API_VERSION)
          .answers(HpcSoaResult.RESPONSES)),
  /** Removes a batch with its requests and responses. */
  PURGE_BATCH(
      Host.BROKER,
      OperationSpec.post("/session/{id}/batch/{batch}/Purge", SESSION_ID, BATCH)
          .with(BROKER_NODE, API_VERSION)),
  /** Ends a session and its job, and removes its responses. */
  CLOSE_SESSION(
      Host.HEAD_NODE, OperationSpec.post("/session/{id}/Close", SESSION_ID).with(API_VERSION)),
  /** Gives the versions of a service, in the service's own undocumented words. */
  GET_SERVICE_VERSIONS(
      Host.HEAD_NODE,
      OperationSpec.get("/SoaService/{serviceName}/Versions", SERVICE_NAME)
          .with(API_VERSION)
          .answers(HpcSoaResult.TEXT)),

  /** Sends all requests, waits for their end without holding a thread, and gives the responses. */
  RUN_BATCH(
      Host.NONE,
      OperationSpec.composed()
          .with(OPTIONAL_SESSION_ID, OPTIONAL_BATCH, NEW_SESSION_SERVICE, SESSION_SETTINGS)
          .with(DURABLE, GENERIC_SERVICE, RAW_BODY, AWAIT_TIMEOUT, BROKER_NODE, API_VERSION)
          .takes(HpcSoaBody.REQUESTS)
          .answers(HpcSoaResult.RESPONSES)),
  /** Waits until all requests of a batch are done. */
  AWAIT_BATCH(
      Host.NONE,
      OperationSpec.composed()
          .with(SESSION_ID, BATCH, AWAIT_TIMEOUT, BROKER_NODE, API_VERSION)
          .answers(HpcSoaResult.STATUS, HpcSoaConstants.STATUS));

  /** Where the requests of an operation go (facts/hpcsoa.md §0). */
  enum Host {
    /** To the head node, above the clusters. */
    SERVICE,
    /** To the head node. */
    HEAD_NODE,
    /** To the session's broker node. */
    BROKER,
    /** Several places. */
    NONE
  }

  private final String operationName;
  private final Host host;
  private final OperationSpec spec;

  SoaOperation(Host host, OperationSpec spec) {
    this.operationName = Operation.nameOf(this);
    this.host = host;
    this.spec = spec;
  }

  Host host() {
    return host;
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
}
