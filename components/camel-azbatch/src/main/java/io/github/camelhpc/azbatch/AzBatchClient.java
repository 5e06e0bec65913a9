package io.github.camelhpc.azbatch;

import static io.github.camelhpc.azbatch.AzBatchParameters.MAX_RESULTS;
import static io.github.camelhpc.azbatch.AzBatchParameters.NEXT_LINK;

import io.github.camelhpc.azbatch.model.BatchJson;
import io.github.camelhpc.support.http.Attempts;
import io.github.camelhpc.support.http.RequestTarget;
import io.github.camelhpc.support.http.ServiceClient;
import io.github.camelhpc.support.http.ServiceRequest;
import io.github.camelhpc.support.http.ServiceResponse;
import io.github.camelhpc.support.json.JsonFormatException;
import io.github.camelhpc.support.operation.InvalidParameterException;
import io.github.camelhpc.support.operation.OperationSpec;
import io.github.camelhpc.support.operation.ParameterValues;
import io.github.camelhpc.support.paging.Page;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;

/** Performs the operations of the catalogue that are one request each. */
final class AzBatchClient {

  static final ContentType JSON =
      ContentType.parse("application/json; odata=minimalmetadata; charset=utf-8");

  private static final Duration PING_TIMEOUT = Duration.ofSeconds(3);

  /**
   * What was read.
   *
   * @param value null if the operation answers nothing
   * @param headers the message headers that go with it
   * @param serverTime the service's time when it answered, or null
   */
  record Answer<T>(T value, Map<String, Object> headers, Instant serverTime) {}

  private final ServiceClient http;

  AzBatchClient(ServiceClient http) {
    this.http = http;
  }

  /** Performs an operation whose answer is not a list in pages. */
  Answer<Object> call(BatchOperation operation, ParameterValues values, Object body)
      throws Exception {
    return send(operation, values, BatchRequestBody.bytes(operation, values, body), new Attempts());
  }

  /** Performs an operation with a body that is written already. */
  Answer<Object> send(
      BatchOperation operation, ParameterValues values, byte[] body, Attempts attempts)
      throws Exception {
    ServiceRequest request = request(operation, values, body);
    AzBatchResult result = (AzBatchResult) operation.spec().result();
    ServiceResponse response;
    try {
      response = http.execute(request, attempts);
    } catch (AzBatchException e) {
      if (result == AzBatchResult.EXISTS && e.getStatusCode() == 404) {
        return new Answer<>(false, ResponseHeaders.none(), null);
      }
      if (attempts.mayHaveSucceededBefore() && operation.wasDoneBefore(e.getServiceCode())) {
        return new Answer<>(null, ResponseHeaders.none(), null);
      }
      throw e;
    }
    return answer(result, response, request.operation());
  }

  private static Answer<Object> answer(
      AzBatchResult result, ServiceResponse response, String operation) throws Exception {
    boolean kept = false;
    try {
      Map<String, Object> headers = ResponseHeaders.read(response, result);
      Object value = result == null ? null : result.read(response);
      kept = result == AzBatchResult.FILE;
      return new Answer<>(value, headers, response.serverTime());
    } catch (JsonFormatException e) {
      throw unreadable(e, operation);
    } finally {
      if (!kept) {
        response.close();
      }
    }
  }

  /**
   * Reads a page of a list.
   *
   * @param nextLink what the page before named, or null for the first one; it is followed as it is
   *     (facts/azbatch.md §6)
   */
  Answer<Page<Object>> page(BatchOperation operation, ParameterValues values, String nextLink)
      throws Exception {
    ServiceRequest request = request(operation, values, null);
    if (nextLink != null) {
      request = following(request, nextLink);
    }
    AzBatchResult result = (AzBatchResult) operation.spec().result();
    try (ServiceResponse response = http.execute(request)) {
      Page<Object> page = BatchJson.readPageOf(response.body(), result::entry);
      return new Answer<>(page, ResponseHeaders.read(response, result), response.serverTime());
    } catch (JsonFormatException e) {
      throw unreadable(e, request.operation());
    }
  }

  private static ServiceRequest following(ServiceRequest request, String nextLink) {
    if (!isUrl(nextLink)) {
      throw new InvalidParameterException(
          request.operation()
              + ": nextLink must be the absolute URL that the page before gave; change "
              + NEXT_LINK.whereToSet());
    }
    return new ServiceRequest(
        request.operation(), request.method(), nextLink, request.headers(), null, true);
  }

  private static boolean isUrl(String link) {
    try {
      String scheme = new URI(link).getScheme();
      return "https".equalsIgnoreCase(scheme) || "http".equalsIgnoreCase(scheme);
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private static IOException unreadable(JsonFormatException e, String operation) {
    return new IOException(operation + ": " + e.getMessage() + "; check the option serviceUrl", e);
  }

  /** Asks for one pool's id, once and not for long. */
  void ping(ParameterValues values) throws Exception {
    http.executeOnce(request(BatchOperation.LIST_POOLS, values, null), PING_TIMEOUT).close();
  }

  private static ServiceRequest request(
      BatchOperation operation, ParameterValues given, byte[] body) {
    OperationSpec spec = operation.spec();
    ParameterValues values = BatchFilter.composed(spec, given);
    check(values);
    Map<String, String> headers = new LinkedHashMap<>(RequestTarget.headers(spec, values));
    if (spec.result() != AzBatchResult.FILE) {
      headers.put(HttpHeaders.ACCEPT, "application/json");
    }
    return new ServiceRequest(
        values.operation(),
        spec.method(),
        RequestTarget.of(spec, values),
        headers,
        entity(spec, body),
        spec.repeatable());
  }

  /** What the service would refuse in any case. */
  private static void check(ParameterValues values) {
    Integer page = values.integer(MAX_RESULTS);
    if (page != null && page < 1) {
      throw new InvalidParameterException(
          values.operation()
              + ": maxResults must be at least 1, not "
              + page
              + "; change "
              + MAX_RESULTS.whereToSet());
    }
  }

  /** A POST without a body has one of no length, as the published clients send it. */
  private static HttpEntity entity(OperationSpec spec, byte[] body) {
    if (body != null) {
      return new ByteArrayEntity(body, JSON);
    }
    return spec.method().equals("POST") ? new ByteArrayEntity(new byte[0], JSON) : null;
  }
}
