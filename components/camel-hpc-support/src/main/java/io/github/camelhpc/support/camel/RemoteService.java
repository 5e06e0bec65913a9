package io.github.camelhpc.support.camel;

import io.github.camelhpc.support.operation.Operation;
import io.github.camelhpc.support.operation.ParameterValues;
import java.io.Closeable;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * A service with which a component is connected, shared by all endpoints with the same connection
 * settings. What it does is told by catalogue rows and values; it knows nothing of exchanges.
 */
public interface RemoteService extends Closeable {

  /**
   * Performs an operation. It is complete when this returns, except where the operation waits for
   * something at the service; then cancelling it ends the wait.
   *
   * @param body null, text, or a Java object such as a Map or a List
   * @throws Exception if the request is refused or fails
   */
  CompletableFuture<OperationResult> call(Operation operation, ParameterValues values, Object body)
      throws Exception;

  /**
   * Reads what a watchable operation answers, all pages of it.
   *
   * @param entries gets each entry
   * @return the service's time before the reading, or null if it does not say
   */
  Instant read(Operation operation, ParameterValues values, Consumer<Map<String, ?>> entries)
      throws Exception;

  /** Makes the cheapest call there is, once and not for long, for the health check. */
  void ping() throws Exception;

  /** What tells this service from others in the ids of events; no secrets, short. */
  String identity();

  /** Ends all waits and closes the connections. */
  @Override
  void close();
}
