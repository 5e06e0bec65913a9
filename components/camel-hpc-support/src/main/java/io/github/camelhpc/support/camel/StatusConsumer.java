package io.github.camelhpc.support.camel;

import io.github.camelhpc.support.http.ServiceOperationFailedException;
import io.github.camelhpc.support.status.Change;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.Processor;
import org.apache.camel.support.ScheduledBatchPollingConsumer;
import org.apache.camel.support.SynchronizationAdapter;
import org.apache.camel.util.CastUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Polls a watchable operation and emits an exchange for each entry that changed. A change is
 * remembered when its exchange completed; when it failed it is emitted again at the next poll.
 */
class StatusConsumer extends ScheduledBatchPollingConsumer {

  private static final Logger LOG = LoggerFactory.getLogger(StatusConsumer.class);
  private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

  private final StatusPoll poll;
  private final Clock clock = Clock.systemUTC();
  private volatile boolean finished;
  private long term;
  private ServiceOperationFailedException pauseReason;
  private Instant pausedUntil;

  StatusConsumer(ServiceEndpoint<?, ?, ?> endpoint, Processor processor, StatusPoll poll) {
    super(endpoint, processor);
    this.poll = poll;
  }

  @Override
  protected void doStart() throws Exception {
    finished = false;
    super.doStart();
  }

  @Override
  protected int poll() throws Exception {
    shutdownRunningTask = null;
    pendingExchanges = 0;
    if (finished) {
      return 0;
    }
    if (term != leaderTerm()) {
      term = leaderTerm();
      poll.startAnew();
    }
    List<Change<Map<String, ?>>> due = ask();
    forceConsumerAsReady();
    if (poll.isOver()) {
      // its end was completed before a restart, so that no exchange says it again
      finish();
    }
    return processBatch(CastUtils.cast(new ArrayDeque<>(due)));
  }

  private List<Change<Map<String, ?>>> ask() throws Exception {
    if (pausedUntil != null && clock.instant().isBefore(pausedUntil)) {
      throw pauseReason;
    }
    pausedUntil = null;
    try {
      return poll.ask();
    } catch (ServiceOperationFailedException e) {
      pause(e);
      throw e;
    }
  }

  /** The service asked to be left alone: until then no request is sent, and health says why. */
  private void pause(ServiceOperationFailedException failure) {
    Duration asked = failure.getRetryAfter();
    if (asked != null) {
      Duration pause = asked.compareTo(LONGEST_PAUSE) < 0 ? asked : LONGEST_PAUSE;
      pauseReason = failure;
      pausedUntil = clock.instant().plus(pause);
    }
  }

  private void finish() {
    finished = true;
    getScheduler().unscheduleTask();
  }

  @Override
  public int processBatch(Queue<Object> changes) throws Exception {
    int total = changes.size();
    if (maxMessagesPerPoll > 0 && total > maxMessagesPerPoll) {
      LOG.debug("{} changes, of which {} are emitted at this poll", total, maxMessagesPerPoll);
      total = maxMessagesPerPoll;
    }
    int index = 0;
    for (; index < total && isBatchAllowed() && leadsStill(); index++) {
      Change<Map<String, ?>> change = next(changes);
      pendingExchanges = total - index - 1;
      Exchange exchange = createExchange(true);
      exchange.setProperty(ExchangePropertyKey.BATCH_INDEX, index);
      exchange.setProperty(ExchangePropertyKey.BATCH_SIZE, total);
      exchange.setProperty(ExchangePropertyKey.BATCH_COMPLETE, index == total - 1);
      emit(change, exchange);
    }
    return index;
  }

  private long leaderTerm() {
    return getPollStrategy() instanceof LeaderPollStrategy strategy ? strategy.term() : 0;
  }

  /** Whether no other instance can have begun to emit the same. */
  private boolean leadsStill() {
    return !(getPollStrategy() instanceof LeaderPollStrategy strategy)
        || strategy.isLeader() && strategy.term() == term;
  }

  @SuppressWarnings("unchecked")
  private static Change<Map<String, ?>> next(Queue<Object> changes) {
    return (Change<Map<String, ?>>) changes.poll();
  }

  private void emit(Change<Map<String, ?>> change, Exchange exchange) {
    poll.write(change, exchange);
    poll.begin(change);
    exchange.getExchangeExtension().addOnCompletion(new Acknowledgement(change));
    getAsyncProcessor().process(exchange, defaultConsumerCallback(exchange, true));
  }

  /** Remembers a change that the route completed. */
  private final class Acknowledgement extends SynchronizationAdapter {

    private final Change<Map<String, ?>> change;

    private Acknowledgement(Change<Map<String, ?>> change) {
      this.change = change;
    }

    @Override
    public void onComplete(Exchange exchange) {
      try {
        poll.completed(change);
      } catch (RuntimeException e) {
        getExceptionHandler()
            .handleException(
                "The event "
                    + change.eventId()
                    + " could not be remembered as completed, it is emitted again",
                exchange,
                e);
        return;
      }
      if (poll.isLast(change)) {
        finish();
      }
    }

    @Override
    public void onFailure(Exchange exchange) {
      poll.failed(change);
    }
  }
}
