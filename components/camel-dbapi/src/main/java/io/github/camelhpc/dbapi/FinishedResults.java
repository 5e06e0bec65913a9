package io.github.camelhpc.dbapi;

import io.github.camelhpc.dbapi.model.RequestStatus;
import io.github.camelhpc.dbapi.model.ResourceResult;
import java.io.Closeable;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;

/** The results of a request that is finished, or of one answer. To be closed. */
final class FinishedResults implements ReportedResults {

  private final Iterator<ResourceResult> results;
  private final Closeable source;
  private final Supplier<RequestStatus> status;
  private final Supplier<String> requestId;
  private final Supplier<Boolean> complete;

  private FinishedResults(
      Iterator<ResourceResult> results,
      Closeable source,
      Supplier<RequestStatus> status,
      Supplier<String> requestId,
      Supplier<Boolean> complete) {
    this.results = results;
    this.source = source;
    this.status = status;
    this.requestId = requestId;
    this.complete = complete;
  }

  /** One answer, whatever it says of the request. */
  static FinishedResults of(ResultAnswer answer) {
    return new FinishedResults(
        answer, answer, answer::status, answer::requestId, answer::isComplete);
  }

  /** The last answer to a request. */
  static FinishedResults of(ResultAnswer answer, RequestSteps request) {
    return new FinishedResults(answer, answer, answer::status, request::requestId, () -> true);
  }

  /** Results that were joined. */
  static FinishedResults of(List<ResourceResult> joined, RequestSteps request) {
    return new FinishedResults(
        joined.iterator(), () -> {}, request::status, request::requestId, () -> true);
  }

  @Override
  public boolean hasNext() {
    return results.hasNext();
  }

  @Override
  public ResourceResult next() {
    return results.next();
  }

  @Override
  public RequestStatus status() {
    return status.get();
  }

  @Override
  public String requestId() {
    return requestId.get();
  }

  @Override
  public boolean isComplete() {
    return complete.get();
  }

  @Override
  public void close() throws IOException {
    source.close();
  }
}
