package io.github.camelhpc.dbapi;

import io.github.camelhpc.dbapi.model.ResourceMerger;
import io.github.camelhpc.support.camel.ServiceConnection;
import io.github.camelhpc.support.status.WaitTimedOutException;
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
  private final CompletableFuture<Void> over = new CompletableFuture<>();
  private volatile RequestSteps current;
  private volatile Exception lastFailure;
  private int index;
  private boolean asking;
  private boolean aborting;

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
          if (failure == null) {
            over.complete(null);
          } else {
            connection.workers().execute(this::abort);
          }
        });
    connection.workers().execute(this::step);
    return result;
  }

  /**
   * Ends it early.
   *
   * @return done when the service knows, or need not know
   */
  CompletableFuture<Void> stop() {
    result.completeExceptionally(
        new IllegalStateException(
            "dbapi does not wait any more for " + what() + ": the component stops"));
    return over;
  }

  /** Done when nothing is left to do, even at the service. */
  CompletableFuture<Void> over() {
    return over;
  }

  /**
   * Only once: a service refuses a second time. While it is asked, it may be about to tell the id:
   * then {@link #step} does it.
   */
  private void abort() {
    synchronized (this) {
      if (aborting || asking && current.requestId() == null) {
        return;
      }
      aborting = true;
    }
    current.abort();
    over.complete(null);
  }

  private String what() {
    return current.requestId() == null ? "the query" : "request " + current.requestId();
  }

  private void timedOut(Duration timeout) {
    result.completeExceptionally(new WaitTimedOutException(what(), timeout, lastFailure));
  }

  private void step() {
    boolean next = false;
    synchronized (this) {
      asking = true;
    }
    try {
      next = !result.isDone() && isToBeAskedAgain();
    } finally {
      synchronized (this) {
        asking = false;
      }
      if (result.isCompletedExceptionally()) {
        abort();
      } else if (next) {
        connection.later(current.delay(), this::step);
      }
    }
  }

  private boolean isToBeAskedAgain() {
    try {
      if (isFinished(current.next(collected))) {
        return false;
      }
      lastFailure = null;
    } catch (Exception e) {
      if (!current.canBeTriedAgain(e)) {
        current.failed(e);
        result.completeExceptionally(e);
        return false;
      }
      if (lastFailure == null) {
        LOG.warn(
            "Request {} is waited for although asking failed: {}",
            current.requestId(),
            e.getMessage());
      }
      lastFailure = e;
    }
    return true;
  }

  /** Whether all is there, and handed on; if not, {@link #current} is what to ask next. */
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
    return false;
  }
}
