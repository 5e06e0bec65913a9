package io.github.camelhpc.support.camel;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * What an operation gave, for the producer to write into the message.
 *
 * @param body the new body, or null to leave the body as it is
 * @param headers headers to set; one with the value null is removed
 * @param laterHeaders headers that are known only when a body that is a stream has been read
 * @param afterwards what is to be done when the exchange is done, however it ends, or null. A body
 *     that can be closed is closed then anyway; but a split closes it as soon as it has taken the
 *     last part, before that part is processed
 */
public record OperationResult(
    Object body,
    Map<String, Object> headers,
    CompletionStage<Map<String, Object>> laterHeaders,
    Runnable afterwards) {

  public OperationResult(
      Object body, Map<String, Object> headers, CompletionStage<Map<String, Object>> laterHeaders) {
    this(body, headers, laterHeaders, null);
  }

  public OperationResult(Object body, Map<String, Object> headers) {
    this(body, headers, CompletableFuture.completedFuture(Map.of()));
  }

  /** Nothing: the message stays as it is. */
  public static OperationResult none() {
    return new OperationResult(null, Map.of());
  }

  /** The same, and what is to be done when the exchange is done. */
  public OperationResult andAfterwards(Runnable action) {
    return new OperationResult(body, headers, laterHeaders, action);
  }

  /** A body and nothing else. */
  public static OperationResult body(Object body) {
    return new OperationResult(body, Map.of());
  }
}
