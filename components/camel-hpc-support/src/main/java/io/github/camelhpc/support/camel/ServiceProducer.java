package io.github.camelhpc.support.camel;

import io.github.camelhpc.support.http.RequestTarget;
import io.github.camelhpc.support.operation.BodyKind;
import io.github.camelhpc.support.operation.Operation;
import io.github.camelhpc.support.operation.OperationSpec;
import io.github.camelhpc.support.operation.ParameterValues;
import io.github.camelhpc.support.status.WaitEndedException;
import io.github.camelhpc.support.status.WaitTimedOutException;
import java.io.Closeable;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeTimedOutException;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.support.DefaultAsyncProducer;
import org.apache.camel.support.SynchronizationAdapter;
import org.apache.camel.util.IOHelper;

/**
 * Performs the endpoint's operation. It alone writes the exchange. An operation that waits keeps no
 * thread; its exchange goes on in a pool of the component.
 */
class ServiceProducer extends DefaultAsyncProducer {

  private final ServiceEndpoint<?, ?, ?> endpoint;
  private final Set<CompletableFuture<OperationResult>> waiting = ConcurrentHashMap.newKeySet();
  private ExecutorService continuations;

  ServiceProducer(ServiceEndpoint<?, ?, ?> endpoint) {
    super(endpoint);
    this.endpoint = endpoint;
  }

  @Override
  public boolean process(Exchange exchange, AsyncCallback callback) {
    CompletableFuture<OperationResult> answer;
    try {
      Operation operation = endpoint.getOperation();
      Object body = body(operation.spec().body(), exchange);
      answer = endpoint.service().call(operation, values(operation.spec(), exchange), body);
    } catch (Exception e) {
      exchange.setException(e);
      callback.done(true);
      return true;
    }
    if (answer.isDone()) {
      finish(exchange, answer);
      callback.done(true);
      return true;
    }
    waiting.add(answer);
    answer.whenCompleteAsync(
        (result, failure) -> {
          waiting.remove(answer);
          finish(exchange, answer);
          callback.done(false);
        },
        continuations);
    return false;
  }

  /** The first of several requests is not sent if a later one cannot be. */
  private ParameterValues values(OperationSpec spec, Exchange exchange) {
    ParameterValues values = endpoint.parameterValues(exchange.getMessage());
    if (spec.isComposed()) {
      RequestTarget.check(spec, values);
    }
    return values;
  }

  private static Object body(BodyKind kind, Exchange exchange) throws InvalidPayloadException {
    if (kind == null) {
      return null;
    }
    return kind.isStreamed() ? exchange.getMessage().getBody() : MessageBodies.read(exchange);
  }

  private void finish(Exchange exchange, CompletableFuture<OperationResult> answer) {
    try {
      write(answer.join(), exchange);
    } catch (CompletionException e) {
      exchange.setException(failure(e.getCause(), exchange));
    } catch (RuntimeException e) {
      exchange.setException(e);
    }
  }

  private static void write(OperationResult result, Exchange exchange) {
    if (result.body() != null) {
      exchange.getMessage().setBody(result.body());
      if (result.body() instanceof Closeable open) {
        exchange.getExchangeExtension().addOnCompletion(new Afterwards(() -> IOHelper.close(open)));
      }
    }
    if (result.afterwards() != null) {
      exchange.getExchangeExtension().addOnCompletion(new Afterwards(result.afterwards()));
    }
    setHeaders(result.headers(), exchange);
    result.laterHeaders().thenAccept(headers -> setHeaders(headers, exchange));
  }

  private static void setHeaders(Map<String, Object> headers, Exchange exchange) {
    headers.forEach(
        (header, value) -> {
          if (value == null) {
            exchange.getMessage().removeHeader(header);
          } else {
            exchange.getMessage().setHeader(header, value);
          }
        });
  }

  private Throwable failure(Throwable cause, Exchange exchange) {
    if (cause instanceof WaitTimedOutException timedOut) {
      ExchangeTimedOutException failure =
          new ExchangeTimedOutException(
              exchange,
              timedOut.timeout().toMillis(),
              endpoint.operationText() + ": " + timedOut.getMessage());
      failure.initCause(cause);
      return failure;
    }
    return cause;
  }

  /** Waits go on for as long as the shutdown strategy lets the route finish; then they end. */
  private void endWaits() {
    waiting.forEach(
        w ->
            w.completeExceptionally(
                new WaitEndedException(
                    endpoint.operationText()
                        + ": the wait ended because the route stops; what was waited for goes on"
                        + " at the service")));
  }

  @Override
  protected void doStart() throws Exception {
    super.doStart();
    if (endpoint.getOperation().spec().isComposed()) {
      continuations =
          endpoint
              .getCamelContext()
              .getExecutorServiceManager()
              .newDefaultThreadPool(this, endpoint.operationText());
    }
  }

  @Override
  protected void doStop() throws Exception {
    endWaits();
    if (continuations != null) {
      endpoint.getCamelContext().getExecutorServiceManager().shutdownGraceful(continuations);
      continuations = null;
    }
    super.doStop();
  }

  /** Does something when the exchange is done, for example closes what its body reads from. */
  private static final class Afterwards extends SynchronizationAdapter {

    private final Runnable action;

    private Afterwards(Runnable action) {
      this.action = action;
    }

    @Override
    public void onDone(Exchange exchange) {
      action.run();
    }
  }
}
