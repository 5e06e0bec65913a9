package io.github.camelhpc.dbapi;

import io.github.camelhpc.dbapi.model.RequestStatus;
import io.github.camelhpc.dbapi.model.ResourceResult;
import java.util.Iterator;

/** The results of an increment, once more. */
final class IncrementResults implements ReportedResults {

  private final Increment increment;
  private final Iterator<ResourceResult> results;

  IncrementResults(Increment increment) {
    this.increment = increment;
    this.results = increment.results().iterator();
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
    return increment.status();
  }

  @Override
  public String requestId() {
    return null;
  }

  @Override
  public boolean isComplete() {
    return increment.complete();
  }

  @Override
  public void close() {}
}
