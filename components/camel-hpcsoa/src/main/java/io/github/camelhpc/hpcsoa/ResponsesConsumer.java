package io.github.camelhpc.hpcsoa;

import static io.github.camelhpc.hpcsoa.HpcSoaParameters.COUNT;
import static io.github.camelhpc.hpcsoa.HpcSoaParameters.RESET;

import io.github.camelhpc.hpcsoa.model.BrokerClientStatus;
import io.github.camelhpc.hpcsoa.model.SoaResponse;
import io.github.camelhpc.support.operation.ParameterValues;
import io.github.camelhpc.support.status.SeenEvents;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.Processor;
import org.apache.camel.support.ScheduledBatchPollingConsumer;
import org.apache.camel.support.SynchronizationAdapter;

/**
 * Reads the responses of a batch as they come, some at a time. The service is told that they have
 * arrived, by asking for the next ones, only when the route has completed them all. If one failed,
 * the service is asked to begin again with those that it was not told about (facts/hpcsoa.md §3.3);
 * what the route has completed of them is not emitted again. After the last ones the service is
 * asked once more, so that it knows of those too.
 */
class ResponsesConsumer extends ScheduledBatchPollingConsumer {

  private static final int DEFAULT_COUNT = 100;

  private final HpcSoaEndpoint endpoint;
  private final AtomicInteger inProgress = new AtomicInteger();
  private final Set<String> completed = new HashSet<>();
  private volatile boolean failed;
  private volatile SoaResponses reading;
  private boolean started;
  private boolean lastRead;
  private volatile boolean completeTold;
  private volatile boolean finished;

  ResponsesConsumer(HpcSoaEndpoint endpoint, Processor processor) {
    super(endpoint, processor);
    this.endpoint = endpoint;
  }

  @Override
  protected void doStart() throws Exception {
    started = false;
    finished = false;
    completeTold = false;
    super.doStart();
  }

  /** A poll that waits for responses would hold up the route when it stops. */
  @Override
  public void prepareShutdown(boolean suspendOnly, boolean forced) {
    super.prepareShutdown(suspendOnly, forced);
    stopReading();
  }

  @Override
  protected void doSuspend() throws Exception {
    stopReading();
    super.doSuspend();
  }

  @Override
  protected void doStop() throws Exception {
    stopReading();
    super.doStop();
  }

  private void stopReading() {
    SoaResponses open = reading;
    if (open != null) {
      open.close();
    }
  }

  @Override
  protected int poll() throws Exception {
    shutdownRunningTask = null;
    pendingExchanges = 0;
    if (finished || inProgress.get() > 0) {
      return 0;
    }
    // what comes again after a failure, or from before a restart, begins where it is not confirmed
    boolean again = failed || !started;
    if (!again) {
      forgetCompleted();
    }
    List<SoaResponse> responses = read(again);
    List<SoaResponse> fresh = fresh(responses);
    failed = false;
    started = true;
    forceConsumerAsReady();
    if (lastRead && responses.isEmpty()) {
      return end();
    }
    return processBatch(new ArrayDeque<>(groups(fresh)));
  }

  /** Everything is completed and confirmed; if no response could tell so, an empty one does. */
  private int end() {
    finished = true;
    getScheduler().unscheduleTask();
    if (completeTold) {
      return 0;
    }
    Exchange exchange = createExchange(true);
    BatchId.of(endpoint.parameterValues(null)).writeTo(exchange.getMessage());
    exchange.getMessage().setHeader(HpcSoaConstants.COMPLETE, true);
    getAsyncProcessor().process(exchange, defaultConsumerCallback(exchange, true));
    return 1;
  }

  private List<SoaResponse> read(boolean again) throws Exception {
    ParameterValues values = endpoint.parameterValues(null);
    int count = values.has(COUNT) ? values.integer(COUNT) : DEFAULT_COUNT;
    BrokerClientStatus status = endpoint.service().client().status(values);
    List<SoaResponse> responses = new ArrayList<>();
    try (SoaResponses stream =
        endpoint
            .service()
            .client()
            .responses(values.with(COUNT, count).with(RESET, again), () -> {})) {
      reading = stream;
      stream.forEachRemaining(responses::add);
      if (!stream.isReadToTheEnd()) {
        throw new IOException("the responses are not read on because the consumer stops");
      }
    } catch (Exception e) {
      // it is not known which of them the service counts as given
      failed = true;
      throw e;
    } finally {
      reading = null;
    }
    lastRead = status == BrokerClientStatus.FINISHED && responses.size() < count;
    return responses;
  }

  private synchronized void forgetCompleted() {
    completed.clear();
  }

  private synchronized List<SoaResponse> fresh(List<SoaResponse> responses) {
    SeenEvents seen = endpoint.seenEvents();
    // if the repository cannot be asked: these responses are given, and would be confirmed unseen
    failed = true;
    return responses.stream()
        .filter(
            response -> {
              String id = eventId(response);
              return id == null || !completed.contains(id) && !seen.contains(id);
            })
        .toList();
  }

  /**
   * The request's message id, or its user data where there are no ids; null if there is neither.
   */
  private String eventId(SoaResponse response) {
    String id = response.relatesTo() == null ? response.userData() : response.relatesTo();
    return id == null || id.isEmpty()
        ? null
        : endpoint.service().identity()
            + "/"
            + BatchId.of(endpoint.parameterValues(null))
            + "/"
            + id;
  }

  /** What goes into one exchange: each response, or all of them. */
  private List<List<SoaResponse>> groups(List<SoaResponse> responses) {
    if (endpoint.getConfiguration().isGroupResponses()) {
      return responses.isEmpty() ? List.of() : List.of(responses);
    }
    return responses.stream().map(List::of).toList();
  }

  @Override
  public int processBatch(Queue<Object> responses) throws Exception {
    int total = responses.size();
    int index = 0;
    for (; index < total && isBatchAllowed(); index++) {
      List<SoaResponse> group = group(responses);
      pendingExchanges = total - index - 1;
      Exchange exchange = createExchange(true);
      exchange.setProperty(ExchangePropertyKey.BATCH_INDEX, index);
      exchange.setProperty(ExchangePropertyKey.BATCH_SIZE, total);
      exchange.setProperty(ExchangePropertyKey.BATCH_COMPLETE, index == total - 1);
      emit(group, exchange, lastRead && index == total - 1);
    }
    if (index < total) {
      failed = true;
    }
    return index;
  }

  @SuppressWarnings("unchecked")
  private static List<SoaResponse> group(Queue<Object> groups) {
    return (List<SoaResponse>) groups.poll();
  }

  private void emit(List<SoaResponse> group, Exchange exchange, boolean last) {
    List<String> eventIds = group.stream().map(this::eventId).filter(Objects::nonNull).toList();
    BatchId.of(endpoint.parameterValues(null)).writeTo(exchange.getMessage());
    if (endpoint.getConfiguration().isGroupResponses()) {
      exchange.getMessage().setBody(group);
    } else {
      exchange.getMessage().setBody(group.get(0));
      exchange.getMessage().setHeader(HpcSoaConstants.USER_DATA, group.get(0).userData());
      eventIds.forEach(id -> exchange.getMessage().setHeader(HpcSoaConstants.EVENT_ID, id));
    }
    if (last) {
      exchange.getMessage().setHeader(HpcSoaConstants.COMPLETE, true);
    }
    inProgress.incrementAndGet();
    exchange.getExchangeExtension().addOnCompletion(new Acknowledgement(eventIds, last));
    getAsyncProcessor().process(exchange, defaultConsumerCallback(exchange, true));
  }

  private synchronized void complete(String eventId) {
    endpoint.seenEvents().add(eventId);
    completed.add(eventId);
  }

  /** Remembers the responses that the route completed. */
  private final class Acknowledgement extends SynchronizationAdapter {

    private final List<String> eventIds;
    private final boolean last;

    private Acknowledgement(List<String> eventIds, boolean last) {
      this.eventIds = eventIds;
      this.last = last;
    }

    @Override
    public void onComplete(Exchange exchange) {
      try {
        eventIds.forEach(ResponsesConsumer.this::complete);
        completeTold |= last;
      } catch (RuntimeException e) {
        failed = true;
        getExceptionHandler()
            .handleException(
                "The responses " + eventIds + " could not be remembered, they may come again",
                exchange,
                e);
      } finally {
        inProgress.decrementAndGet();
      }
    }

    @Override
    public void onFailure(Exchange exchange) {
      failed = true;
      inProgress.decrementAndGet();
    }
  }
}
