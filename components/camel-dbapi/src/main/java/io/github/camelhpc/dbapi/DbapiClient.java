package io.github.camelhpc.dbapi;

import static io.github.camelhpc.dbapi.DbapiParameters.HTTP_METHOD;
import static io.github.camelhpc.dbapi.DbapiParameters.PARAMETERS;
import static io.github.camelhpc.dbapi.DbapiParameters.UTC_OFFSET_IN_QUERY;

import io.github.camelhpc.dbapi.model.ServerTime;
import io.github.camelhpc.support.http.RequestTarget;
import io.github.camelhpc.support.http.ServiceClient;
import io.github.camelhpc.support.http.ServiceRequest;
import io.github.camelhpc.support.http.ServiceResponse;
import io.github.camelhpc.support.json.JsonFormatException;
import io.github.camelhpc.support.json.JsonReader;
import io.github.camelhpc.support.json.JsonWriter;
import io.github.camelhpc.support.operation.OperationSpec;
import io.github.camelhpc.support.operation.ParameterValues;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;

/** Performs the operations of the catalogue that are one request each. */
final class DbapiClient {

  private static final Duration PING_TIMEOUT = Duration.ofSeconds(3);

  private final ServiceClient http;
  private final Clock clock;

  DbapiClient(ServiceClient http, Clock clock) {
    this.http = http;
    this.clock = clock;
  }

  Clock clock() {
    return clock;
  }

  /**
   * Performs an operation that answers status and results.
   *
   * @param body the members of the request, or null
   * @param collected whether the results are collected in memory
   */
  ResultAnswer results(
      DbapiOperation operation, ParameterValues values, Map<String, Object> body, boolean collected)
      throws Exception {
    ServiceRequest request = request(operation, values, body);
    ServiceResponse response = http.execute(request);
    try {
      return new ResultAnswer(
          request.operation(), response, collected, QueryRequest.offset(values));
    } catch (IOException | RuntimeException e) {
      response.close();
      throw e;
    }
  }

  /** Performs an operation whose answer is read at once; null if it is empty. */
  Object call(DbapiOperation operation, ParameterValues values, Object body) throws Exception {
    ServiceRequest request = request(operation, values, body);
    try (ServiceResponse response = http.execute(request)) {
      return read((DbapiResult) operation.spec().result(), response.body());
    } catch (JsonFormatException e) {
      throw new IOException(
          request.operation()
              + ": "
              + e.getMessage()
              + "; check the options serviceUrl and pathPrefix",
          e);
    }
  }

  private static Object read(DbapiResult result, InputStream answer) throws IOException {
    InputStream body = new BufferedInputStream(answer);
    body.mark(1);
    if (body.read() < 0) {
      return null;
    }
    body.reset();
    if (result == DbapiResult.OBJECT) {
      return JsonReader.answer(body, JsonReader::object);
    }
    Object value = JsonReader.answer(body, JsonReader::value);
    boolean single = result == DbapiResult.OBJECTS && !(value instanceof List<?>);
    return single ? List.of(value) : value;
  }

  /**
   * Asks for a dataset, once and not for long; a refusal tells as well that the service is there.
   */
  void ping(ParameterValues values) throws Exception {
    try {
      http.executeOnce(request(DbapiOperation.RETRIEVE_DATASET, values, null), PING_TIMEOUT)
          .close();
    } catch (DbapiException e) {
      boolean refused = e.getStatusCode() == 400 || e.getStatusCode() == 404;
      if (!refused) {
        throw e;
      }
    }
  }

  private static ServiceRequest request(
      DbapiOperation operation, ParameterValues given, Object body) {
    OperationSpec spec = operation.spec();
    ParameterValues values = withOffset(spec, given);
    String method = values.has(HTTP_METHOD) ? values.get(HTTP_METHOD) : spec.method();
    String target = RequestTarget.of(spec, values);
    if (values.has(PARAMETERS)) {
      target += "&" + values.get(PARAMETERS);
    }
    Map<String, String> headers = new LinkedHashMap<>(RequestTarget.headers(spec, values));
    headers.put(HttpHeaders.ACCEPT, "application/json");
    return new ServiceRequest(
        values.operation(), method, target, headers, entity(method, body), spec.repeatable());
  }

  private static ParameterValues withOffset(OperationSpec spec, ParameterValues values) {
    return spec.parameters().contains(UTC_OFFSET_IN_QUERY)
        ? values.with(UTC_OFFSET_IN_QUERY, ServerTime.text(QueryRequest.offset(values)))
        : values;
  }

  private static HttpEntity entity(String method, Object body) {
    if (!method.equals("POST")) {
      return null;
    }
    byte[] bytes = body == null ? new byte[0] : JsonWriter.bytes(body);
    return new ByteArrayEntity(bytes, ContentType.APPLICATION_JSON);
  }
}
