package io.github.camelhpc.support.camel;

import io.github.camelhpc.support.status.Change;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.support.PollingConsumerSupport;
import org.apache.camel.support.SynchronizationAdapter;
import org.apache.camel.util.StopWatch;

/**
 * Asks when it is asked, for {@code pollEnrich} and the {@code poll} EIP. One thing is given as it
 * is each time; of a list it gives the next entry to be emitted. Errors are thrown.
 */
class StatusPollingConsumer extends PollingConsumerSupport {

  private final ServiceEndpoint<?, ?, ?> endpoint;
  private final StatusPoll poll;
  private CountDownLatch stopped = new CountDownLatch(1);

  StatusPollingConsumer(ServiceEndpoint<?, ?, ?> endpoint, StatusPoll poll) {
    super(endpoint);
    this.endpoint = endpoint;
    this.poll = poll;
  }

  @Override
  public Exchange receiveNoWait() {
    try {
      return next();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw RuntimeCamelException.wrapRuntimeCamelException(e);
    }
  }

  @Override
  public Exchange receive() {
    return receive(Long.MAX_VALUE);
  }

  @Override
  public Exchange receive(long timeout) {
    StopWatch watch = new StopWatch();
    Exchange exchange = receiveNoWait();
    while (exchange == null && watch.taken() < timeout && isRunAllowed()) {
      if (stops(Math.min(endpoint.getDelay(), timeout - watch.taken()))) {
        return null;
      }
      exchange = receiveNoWait();
    }
    return exchange;
  }

  private boolean stops(long millis) {
    try {
      return stopped.await(Math.max(1, millis), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private Exchange next() throws Exception {
    if (endpoint.getOperation().spec().watch().isFinite()) {
      return written(poll.read());
    }
    List<Change<Map<String, ?>>> due = poll.due();
    if (due.isEmpty()) {
      due = poll.ask();
    }
    return due.isEmpty() ? null : tracked(due.get(0));
  }

  private Exchange written(Change<Map<String, ?>> change) {
    Exchange exchange = endpoint.createExchange();
    poll.write(change, exchange);
    return exchange;
  }

  private Exchange tracked(Change<Map<String, ?>> change) {
    Exchange exchange = written(change);
    poll.begin(change);
    exchange
        .getExchangeExtension()
        .addOnCompletion(
            new SynchronizationAdapter() {
              @Override
              public void onComplete(Exchange done) {
                poll.completed(change);
              }

              @Override
              public void onFailure(Exchange done) {
                poll.failed(change);
              }
            });
    return exchange;
  }

  @Override
  protected void doStart() throws Exception {
    super.doStart();
    stopped = new CountDownLatch(1);
  }

  @Override
  protected void doStop() throws Exception {
    stopped.countDown();
    super.doStop();
  }
}
