package io.github.camelhpc.dbapi;

import io.github.camelhpc.dbapi.model.IncrementFilter;
import io.github.camelhpc.dbapi.model.RequestStatus;
import io.github.camelhpc.dbapi.model.ResourceResult;
import io.github.camelhpc.dbapi.wire.AnswerReadException;
import io.github.camelhpc.support.status.WaitTimedOutException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The results of requests as they come. Whoever reads waits for what is not there yet. What comes
 * again is not given twice. Closed before the end, it aborts the request.
 */
final class IncrementalResults implements ReportedResults {

  private final List<RequestSteps> requests;
  private final Duration timeout;
  private final long begun = System.nanoTime();
  private final CountDownLatch closed = new CountDownLatch(1);
  private IncrementFilter filter = new IncrementFilter();
  private int index;
  private ResultAnswer answer;
  private ResourceResult following;
  private Exception lastFailure;
  private boolean complete;

  /**
   * Begins with the first request, so that a refusal is told at once.
   *
   * @param timeout how long at most, zero for as long as it takes
   */
  IncrementalResults(List<RequestSteps> requests, Duration timeout) throws Exception {
    this.requests = requests;
    this.timeout = timeout;
    this.answer = requests.get(0).next(false);
  }

  /**
   * @throws AnswerReadException if the results cannot be read on
   */
  @Override
  public boolean hasNext() {
    while (following == null && !complete) {
      try {
        if (answer == null) {
          answer = current().next(false);
        }
        if (answer.hasNext()) {
          following = filter.fresh(answer.next());
          filter.accept();
        } else {
          afterAnswer();
        }
      } catch (Exception e) {
        goOnAfter(e);
      }
    }
    return following != null;
  }

  @Override
  public ResourceResult next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    ResourceResult result = following;
    following = null;
    return result;
  }

  private RequestSteps current() {
    return requests.get(index);
  }

  private void afterAnswer() throws Exception {
    boolean finished = current().ended(answer);
    answer.close();
    answer = null;
    lastFailure = null;
    if (!finished) {
      await();
    } else if (index < requests.size() - 1) {
      index++;
      filter = new IncrementFilter();
    } else {
      complete = true;
    }
  }

  /** A question that failed is asked again; what was given before is not given twice. */
  private void goOnAfter(Exception failure) {
    try {
      if (answer != null) {
        answer.close();
        answer = null;
      }
      if (!current().canBeTriedAgain(failure)) {
        throw failure;
      }
      lastFailure = failure;
      await();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      current().failed(e);
      throw new AnswerReadException(e.getMessage(), e);
    }
  }

  private void await() throws IOException {
    Duration delay = current().delay();
    Duration left = timeout.minusNanos(System.nanoTime() - begun);
    if (!timeout.isZero() && left.compareTo(delay) < 0) {
      current().abort();
      throw new WaitTimedOutException("request " + requestId(), timeout, lastFailure);
    }
    try {
      if (closed.await(delay.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new IOException("the results are closed, and not read on");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      current().abort();
      throw new IOException("the results are not read on, because the thread was interrupted", e);
    }
  }

  @Override
  public RequestStatus status() {
    return answer == null ? current().status() : answer.status();
  }

  @Override
  public String requestId() {
    String known = current().requestId();
    return known == null && answer != null ? answer.requestId() : known;
  }

  @Override
  public boolean isComplete() {
    return complete;
  }

  @Override
  public void close() throws IOException {
    closed.countDown();
    if (answer != null) {
      answer.close();
      answer = null;
    }
    if (!complete) {
      current().abort();
    }
  }
}
