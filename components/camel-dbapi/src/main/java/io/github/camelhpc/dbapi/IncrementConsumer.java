package io.github.camelhpc.dbapi;

import static io.github.camelhpc.dbapi.DbapiParameters.OUTPUT_TYPE;
import static io.github.camelhpc.dbapi.DbapiParameters.REQUEST_ID;

import io.github.camelhpc.dbapi.model.IncrementFilter;
import io.github.camelhpc.support.camel.OperationResult;
import io.github.camelhpc.support.operation.ParameterValues;
import io.github.camelhpc.support.paging.OutputType;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.support.ScheduledPollConsumer;
import org.apache.camel.support.SynchronizationAdapter;

/**
 * Gives the results of a request as they come, an exchange for each answer that has some, and ends
 * with the last. What the route did not complete is offered again, without asking the service: it
 * may give an increment once only (facts/dbapi.md §4).
 */
class IncrementConsumer extends ScheduledPollConsumer {

  private final DbapiEndpoint endpoint;
  private final IncrementFilter filter = new IncrementFilter();
  private volatile boolean inProgress;
  private volatile Increment pending;
  private volatile boolean finished;

  IncrementConsumer(DbapiEndpoint endpoint, Processor processor) {
    super(endpoint, processor);
    this.endpoint = endpoint;
  }

  @Override
  protected int poll() throws Exception {
    if (finished || inProgress) {
      return 0;
    }
    ParameterValues values = endpoint.parameterValues(null);
    if (isRemembered(values)) {
      end();
      return 0;
    }
    if (pending == null) {
      pending = read(values);
    }
    forceConsumerAsReady();
    if (pending == null) {
      return 0;
    }
    emit(pending, values);
    return 1;
  }

  private Increment read(ParameterValues values) throws Exception {
    try {
      Increment increment = Increment.read(endpoint.service(), values, filter);
      return increment.isWorthTelling() ? increment : null;
    } catch (DbapiException e) {
      if (e.endsRequest()) {
        end();
      }
      throw e;
    }
  }

  private void end() {
    finished = true;
    getScheduler().unscheduleTask();
  }

  private void emit(Increment increment, ParameterValues values) throws Exception {
    Exchange exchange = createExchange(true);
    Message message = exchange.getMessage();
    OperationResult body =
        ResultOutput.of(values.with(OUTPUT_TYPE, OutputType.LIST), new IncrementResults(increment));
    message.setBody(body.body());
    message.setHeader(DbapiConstants.REQUEST_ID, values.get(REQUEST_ID));
    message.setHeader(DbapiConstants.STATUS, increment.status());
    message.setHeader(DbapiConstants.EVENT_ID, eventId(increment, values));
    if (increment.complete()) {
      message.setHeader(DbapiConstants.COMPLETE, true);
    }
    inProgress = true;
    exchange.getExchangeExtension().addOnCompletion(new Acknowledgement(increment, values));
    getAsyncProcessor().process(exchange, defaultConsumerCallback(exchange, true));
  }

  private String eventId(Increment increment, ParameterValues values) {
    return endpoint.service().identity() + "/" + increment.id(values.get(REQUEST_ID));
  }

  /** A request whose end was completed before a restart is over. */
  private boolean isRemembered(ParameterValues values) {
    return endpoint
        .seenEvents()
        .contains(endpoint.service().identity() + "/" + values.get(REQUEST_ID) + "/complete");
  }

  private void completed(Increment increment, ParameterValues values) {
    if (increment.complete()) {
      // first, so that an end that cannot be remembered is told again with its results
      endpoint.seenEvents().add(eventId(increment, values));
      end();
    }
    filter.accept();
    pending = null;
  }

  /** Goes on with the next increment when the route has completed this one. */
  private final class Acknowledgement extends SynchronizationAdapter {

    private final Increment increment;
    private final ParameterValues values;

    private Acknowledgement(Increment increment, ParameterValues values) {
      this.increment = increment;
      this.values = values;
    }

    @Override
    public void onComplete(Exchange exchange) {
      try {
        completed(increment, values);
      } catch (RuntimeException e) {
        getExceptionHandler()
            .handleException("The end of the request could not be remembered", exchange, e);
      } finally {
        inProgress = false;
      }
    }

    @Override
    public void onFailure(Exchange exchange) {
      inProgress = false;
    }
  }
}
