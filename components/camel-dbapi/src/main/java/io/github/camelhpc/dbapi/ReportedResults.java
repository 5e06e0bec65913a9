package io.github.camelhpc.dbapi;

import io.github.camelhpc.dbapi.model.RequestStatus;
import io.github.camelhpc.dbapi.model.ResourceResult;
import java.io.Closeable;
import java.util.Iterator;

/** Results that also tell of their request; for certain when they are read to the end. */
interface ReportedResults extends Iterator<ResourceResult>, Closeable {

  /** What the service says of the request, or null. */
  RequestStatus status();

  /** The request's id, or null if the service gave none. */
  String requestId();

  /** Whether no more results follow. */
  boolean isComplete();
}
