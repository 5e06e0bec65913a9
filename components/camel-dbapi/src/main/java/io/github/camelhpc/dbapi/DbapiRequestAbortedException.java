package io.github.camelhpc.dbapi;

import org.apache.camel.RuntimeCamelException;

/** Somebody aborted the request that was waited for. */
public class DbapiRequestAbortedException extends RuntimeCamelException {

  private static final long serialVersionUID = 1L;

  private final String requestId;

  DbapiRequestAbortedException(String requestId) {
    super("dbapi: the request " + requestId + " was aborted; its results are not complete");
    this.requestId = requestId;
  }

  /** The request's id. */
  public String getRequestId() {
    return requestId;
  }
}
