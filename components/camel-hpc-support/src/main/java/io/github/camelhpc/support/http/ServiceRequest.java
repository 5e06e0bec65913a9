package io.github.camelhpc.support.http;

import java.util.Map;
import org.apache.hc.core5.http.HttpEntity;

/**
 * One request to a service.
 *
 * @param operation how messages name the operation, for example {@code hpcpack:getJob}
 * @param method HTTP method
 * @param target path and query below the service's base URL, percent-encoded, or an absolute URL
 *     that the service named
 * @param headers request headers
 * @param body the body, or null
 * @param repeatable whether it is safe to send twice
 */
public record ServiceRequest(
    String operation,
    String method,
    String target,
    Map<String, String> headers,
    HttpEntity body,
    boolean repeatable) {

  public ServiceRequest {
    headers = Map.copyOf(headers);
  }

  /** Whether it goes to the configured service, and not to an URL that the service named. */
  boolean isBelowServiceUrl() {
    return target.startsWith("/");
  }

  /** Whether it can be sent again after the server may have seen it. */
  boolean canBeSentAgain() {
    return repeatable && bodyCanBeSentAgain();
  }

  /** Whether the body, if there is one, is still there after an attempt. */
  boolean bodyCanBeSentAgain() {
    return body == null || body.isRepeatable();
  }
}
