package io.github.camelhpc.dbapi;

import io.github.camelhpc.dbapi.model.ResourceMerger;
import io.github.camelhpc.dbapi.wire.AnswerReadException;
import io.github.camelhpc.support.camel.ServiceConnection;
import io.github.camelhpc.support.status.WaitTimedOutException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks one request after the other until all are finished, and joins their results. No thread waits
 * between two questions. If all results come with one last answer, they are not collected: they are
 * read from that answer.
 */
final class JoinedRun {

  private static final Logger LOG = LoggerFactory.getLogger(JoinedRun.class);

  private final List<RequestSteps> requests;
  private final ServiceConnection connection;
  private final boolean collected;
  private final ResourceMerger merger = new ResourceMerger();
  private final CompletableFuture<FinishedResults> result = new CompletableFuture<>();
  private volatile RequestSteps current;
  private volatile Exception lastFailure;
  private int index;

  /**
   * @param collected whether the results are collected in memory in any case
   */
  JoinedRun(List<RequestSteps> requests, ServiceConnection connection, boolean collected) {
    this.requests = requests;
    this.connection = connection;
    this.collected = collected;
  }

  /**
   * Begins.
   *
   * @param timeout how long at most, zero for as long as it takes
   * @return ending it early aborts the request at the service
   */
  CompletableFuture<FinishedResults> start(Duration timeout) {
    current = requests.get(0);
    Future<?> alarm = timeout.isZero() ? null : connection.later(timeout, () -> timedOut(timeout));
    result.whenComplete(
        (finished, failure) -> {
          if (alarm != null) {
            alarm.cancel(false);
          }
          if (failure != null) {
            connection.workers().execute(current::abort);
          }
        });
    connection.workers().execute(this::step);
    return result;
  }

  private void timedOut(Duration timeout) {
    String what = current.requestId() == null ? "the query" : "request " + current.requestId();
    result.completeExceptionally(new WaitTimedOutException(what, timeout, lastFailure));
  }

  private void step() {
    if (result.isDone()) {
      current.abort();
      return;
    }
    try {
      if (isFinished(current.next(collected))) {
        return;
      }
      lastFailure = null;
    } catch (Exception e) {
      if (!canBeTriedAgain(e)) {
        current.failed(e);
        result.completeExceptionally(e);
        return;
      }
      if (lastFailure == null) {
        LOG.warn(
            "Request {} is waited for although asking failed: {}",
            current.requestId(),
            e.getMessage());
      }
      lastFailure = e;
    }
    connection.later(current.delay(), this::step);
  }

  /** The first request is sent again by the client where that is safe; the status always can be. */
  private boolean canBeTriedAgain(Exception e) {
    boolean transientFailure =
        e instanceof DbapiException refused
            ? !refused.isFinal()
            : e instanceof IOException || e instanceof AnswerReadException;
    return transientFailure && current.requestId() != null;
  }

  /** Whether all is there, and handed on. */
  private boolean isFinished(ResultAnswer answer) throws Exception {
    boolean last = index == requests.size() - 1;
    boolean kept = false;
    try {
      if (last && merger.isEmpty() && answer.isDecided() && current.ended(answer)) {
        kept = result.complete(FinishedResults.of(answer, current));
        return true;
      }
      answer.forEachRemaining(merger::add);
      if (!current.ended(answer)) {
        return false;
      }
    } finally {
      if (!kept) {
        answer.close();
      }
    }
    if (last) {
      result.complete(FinishedResults.of(merger.results(), current));
      return true;
    }
    current = requests.get(++index);
    connection.workers().execute(this::step);
    return true;
  }
}
