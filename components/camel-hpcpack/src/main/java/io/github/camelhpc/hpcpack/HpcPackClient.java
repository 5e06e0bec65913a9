package io.github.camelhpc.hpcpack;

import static io.github.camelhpc.hpcpack.HpcPackParameters.QUERY_ID;
import static io.github.camelhpc.hpcpack.HpcPackParameters.START_ROW;

import io.github.camelhpc.hpcpack.model.HpcPackDateFormat;
import io.github.camelhpc.hpcpack.model.PropertyMap;
import io.github.camelhpc.hpcpack.wire.JsonWireFormat;
import io.github.camelhpc.hpcpack.wire.WireFormat;
import io.github.camelhpc.hpcpack.wire.WireFormatException;
import io.github.camelhpc.hpcpack.wire.XmlWireFormat;
import io.github.camelhpc.support.http.RequestTarget;
import io.github.camelhpc.support.http.ServiceClient;
import io.github.camelhpc.support.http.ServiceRequest;
import io.github.camelhpc.support.http.ServiceResponse;
import io.github.camelhpc.support.operation.InvalidParameterException;
import io.github.camelhpc.support.operation.OperationSpec;
import io.github.camelhpc.support.operation.ParameterValues;
import io.github.camelhpc.support.paging.Page;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;

/** Performs the operations of the catalogue that are one request each. */
final class HpcPackClient {

  private static final String CONTINUATION = "x-ms-continuation-queryId";
  private static final Duration PING_TIMEOUT = Duration.ofSeconds(3);
  private static final String ROW_COUNT = "x-ms-row-count";

  /**
   * What was read.
   *
   * @param value null if the operation answers nothing
   * @param response whose body was read
   */
  record Answer<T>(T value, ServiceResponse response) {

    /** The service's time when it answered, or null. */
    Instant serverTime() {
      return response.serverTime();
    }
  }

  private final ServiceClient http;
  private final WireFormat format;
  private final WireFormat json = new JsonWireFormat();
  private volatile HpcPackDateFormat dateFormat;

  HpcPackClient(ServiceClient http, DataFormat format) {
    this.http = http;
    this.format = format(format);
  }

  static WireFormat format(DataFormat format) {
    return format == DataFormat.XML ? new XmlWireFormat() : new JsonWireFormat();
  }

  /** Performs an operation. */
  Answer<Object> call(HpcPackOperation operation, ParameterValues values, Object body)
      throws Exception {
    try (ServiceResponse response = http.execute(request(operation, values, body))) {
      HpcPackResult result = (HpcPackResult) operation.spec().result();
      Object value = result == null ? null : result.read(format(operation), response.body());
      return new Answer<>(value, response);
    } catch (WireFormatException e) {
      throw unreadable(e, values);
    }
  }

  /** Asks for the version, once and not for long: the cheapest call there is. */
  void ping() throws Exception {
    ParameterValues none = ParameterValues.none("hpcpack:getVersion");
    http.executeOnce(request(HpcPackOperation.GET_VERSION, none, null), PING_TIMEOUT).close();
  }

  /**
   * Reads a page of a list: by rows if {@code startRow} is given, else by the service's
   * continuation (facts/hpcpack.md §5.3, §5.4).
   */
  Answer<Page<PropertyMap>> page(HpcPackOperation operation, ParameterValues values)
      throws Exception {
    try (ServiceResponse response = http.execute(request(operation, values, null))) {
      List<PropertyMap> rows = format.readObjects(response.body());
      return new Answer<>(page(rows, values, response), response);
    } catch (WireFormatException e) {
      throw unreadable(e, values);
    }
  }

  private static WireFormatException unreadable(WireFormatException e, ParameterValues values) {
    return new WireFormatException(
        values.operation() + ": " + e.getMessage() + "; check the option serviceUrl", e);
  }

  private static Page<PropertyMap> page(
      List<PropertyMap> rows, ParameterValues values, ServiceResponse response) throws IOException {
    if (!values.has(START_ROW)) {
      String next = response.header(CONTINUATION);
      return new Page<>(rows, next == null || next.isEmpty() ? null : next, null);
    }
    String total = response.header(ROW_COUNT);
    if (total == null) {
      throw new IOException(
          values.operation()
              + ": this server does not know startRow (HPC Pack 2016 Update 3 with KB4537169 does);"
              + " remove "
              + START_ROW.whereToSet());
    }
    long count = Long.parseLong(total.trim());
    int end = values.integer(START_ROW) + rows.size();
    return new Page<>(rows, rows.isEmpty() || end >= count ? null : String.valueOf(end), count);
  }

  /** The values that ask for the page after. */
  static ParameterValues following(ParameterValues values, String continuation) {
    if (continuation == null) {
      return values;
    }
    return values.with(values.has(START_ROW) ? START_ROW : QUERY_ID, continuation);
  }

  private ServiceRequest request(HpcPackOperation operation, ParameterValues given, Object body)
      throws Exception {
    OperationSpec spec = operation.spec();
    ParameterValues values = HpcPackFilter.composed(spec, given, () -> dateFormat(given));
    WireFormat wire = format(operation);
    HttpEntity entity = entity(spec, values, body, wire);
    Map<String, String> headers = RequestTarget.headers(spec, values);
    headers.put(HttpHeaders.ACCEPT, wire.accept());
    return new ServiceRequest(
        values.operation(),
        spec.method(),
        RequestTarget.of(spec, values),
        headers,
        entity,
        spec.repeatable());
  }

  /** The 2019 API has no XML form; facts/hpcpack.md §9. */
  private WireFormat format(HpcPackOperation operation) {
    return operation.api() == HpcPackOperation.Api.V2019 ? json : format;
  }

  private static HttpEntity entity(
      OperationSpec spec, ParameterValues values, Object body, WireFormat wire) {
    if (spec.body() == null) {
      return null;
    }
    byte[] bytes;
    try {
      bytes = ((HpcPackBody) spec.body()).write(body, wire);
    } catch (IllegalArgumentException e) {
      throw new InvalidParameterException(
          values.operation() + " cannot send the body: " + e.getMessage(), e);
    }
    return bytes == null ? null : new ByteArrayEntity(bytes, ContentType.parse(wire.contentType()));
  }

  /** The format in which the service writes dates; asked for once. */
  HpcPackDateFormat dateFormat(ParameterValues values) throws Exception {
    if (dateFormat == null) {
      Answer<Object> pattern =
          call(
              HpcPackOperation.GET_DATE_TIME_FORMAT,
              values.forOperation("hpcpack:getDateTimeFormat"),
              null);
      dateFormat = new HpcPackDateFormat((String) pattern.value());
    }
    return dateFormat;
  }
}
