package io.github.camelhpc.dbapi;

import static io.github.camelhpc.dbapi.DbapiParameters.DATASET;
import static io.github.camelhpc.dbapi.DbapiParameters.REQUEST_ID;
import static io.github.camelhpc.dbapi.DbapiParameters.UTC_OFFSET;
import static io.github.camelhpc.dbapi.DbapiParameters.WAIT_TIME;

import io.github.camelhpc.dbapi.model.RequestStatus;
import io.github.camelhpc.dbapi.wire.AnswerReadException;
import io.github.camelhpc.support.operation.ParameterValues;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One request of the service, from the query to the last answer. For one thread at a time. */
final class RequestSteps {

  private static final Logger LOG = LoggerFactory.getLogger(RequestSteps.class);

  private final DbapiClient client;
  private final ParameterValues values;
  private final Map<String, Object> query;
  private final Duration longestDelay;
  private Duration delay;
  private volatile String requestId;
  private volatile boolean over;
  private RequestStatus status;

  /**
   * @param query the query to begin with, or null if the request is there
   * @param firstDelay before the first question for the status; it grows by half with each
   */
  RequestSteps(
      DbapiClient client,
      ParameterValues values,
      Map<String, Object> query,
      Duration firstDelay,
      Duration longestDelay) {
    this.client = client;
    // it is asked again anyway; a service that holds its answer holds up those who stop
    this.values = values.has(WAIT_TIME) ? values : values.with(WAIT_TIME, 1);
    this.query = query;
    this.delay = firstDelay;
    this.longestDelay = longestDelay;
    this.requestId = query == null ? values.get(REQUEST_ID) : null;
  }

  /**
   * Asks once. What it gives is to be read, handed to {@link #ended}, and closed.
   *
   * @param collected whether the results are collected in memory
   */
  ResultAnswer next(boolean collected) throws Exception {
    if (requestId == null) {
      return client.results(
          DbapiOperation.QUERY,
          values.only(DATASET, WAIT_TIME, UTC_OFFSET).forOperation(values.operation()),
          query,
          collected);
    }
    return client.results(DbapiOperation.GET_STATUS, address(), null, collected);
  }

  private ParameterValues address() {
    return values.only(DATASET, WAIT_TIME, UTC_OFFSET).with(REQUEST_ID, requestId);
  }

  /**
   * Takes note of an answer that was read, or whose end is known.
   *
   * @return whether the request is finished
   * @throws IOException if it is not, and there is no id to ask for the rest
   * @throws DbapiRequestAbortedException if somebody aborted it
   */
  boolean ended(ResultAnswer answer) throws IOException {
    status = answer.status();
    if (requestId == null) {
      requestId = answer.requestId();
    }
    if (status != null && status.aborted()) {
      over = true;
      throw new DbapiRequestAbortedException(requestId);
    }
    over = answer.isComplete();
    if (!over && requestId == null) {
      over = true;
      throw new IOException(
          values.operation()
              + ": the service has not finished, and gives no id to ask for the rest; it says "
              + answer.otherText());
    }
    return over;
  }

  /** How long to wait before the next question; the first one is asked at once. */
  Duration delay() {
    if (requestId == null) {
      return Duration.ZERO;
    }
    Duration now = delay;
    Duration longer = delay.multipliedBy(3).dividedBy(2);
    delay = longer.compareTo(longestDelay) > 0 ? longestDelay : longer;
    return now;
  }

  /** The request's id, once it is known, or null. */
  String requestId() {
    return requestId;
  }

  /** What the last answer said, or null. */
  RequestStatus status() {
    return status;
  }

  /** The query is sent again by the client where that is safe; the status always can be. */
  boolean canBeTriedAgain(Exception e) {
    boolean transientFailure =
        e instanceof DbapiException refused
            ? !refused.isFinal()
            : e instanceof IOException || e instanceof AnswerReadException;
    return transientFailure && requestId != null && !over;
  }

  /** A failure that asking again cannot mend: the request need not be aborted. */
  void failed(Exception failure) {
    over |= failure instanceof DbapiException e && e.isFinal();
  }

  /** Tells the service that nobody waits any more, if it is still at work. */
  void abort() {
    if (over || requestId == null) {
      return;
    }
    over = true;
    try {
      client.call(
          DbapiOperation.ABORT_REQUEST,
          values.only(DATASET).with(REQUEST_ID, requestId).forOperation("dbapi:abortRequest"),
          null);
    } catch (Exception e) {
      LOG.warn("Request {} could not be aborted: {}", requestId, e.getMessage());
    }
  }
}
