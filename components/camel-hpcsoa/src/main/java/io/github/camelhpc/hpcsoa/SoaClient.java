package io.github.camelhpc.hpcsoa;

import static io.github.camelhpc.hpcsoa.HpcSoaParameters.BATCH;
import static io.github.camelhpc.hpcsoa.HpcSoaParameters.BROKER_NODE;
import static io.github.camelhpc.hpcsoa.HpcSoaParameters.COUNT;
import static io.github.camelhpc.hpcsoa.HpcSoaParameters.DURABLE;
import static io.github.camelhpc.hpcsoa.HpcSoaParameters.GENERIC_SERVICE;
import static io.github.camelhpc.hpcsoa.HpcSoaParameters.RAW_BODY;
import static io.github.camelhpc.hpcsoa.HpcSoaParameters.SESSION_ID;

import io.github.camelhpc.hpcsoa.model.BrokerClientStatus;
import io.github.camelhpc.hpcsoa.model.SessionInfo;
import io.github.camelhpc.hpcsoa.wire.GenericResponseReader;
import io.github.camelhpc.hpcsoa.wire.ResponseOptions;
import io.github.camelhpc.hpcsoa.wire.ResponseReader;
import io.github.camelhpc.hpcsoa.wire.SoaFormatException;
import io.github.camelhpc.hpcsoa.wire.SoapResponseReader;
import io.github.camelhpc.support.http.ForeignOriginException;
import io.github.camelhpc.support.http.ServiceClient;
import io.github.camelhpc.support.http.ServiceRequest;
import io.github.camelhpc.support.http.ServiceResponse;
import io.github.camelhpc.support.operation.ParameterValues;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hc.core5.http.HttpEntity;

/** Performs the operations of the catalogue that are one request each. */
final class SoaClient {

  private static final Duration PING_TIMEOUT = Duration.ofSeconds(3);

  private final ServiceClient http;
  private final SoaRequests requests;
  private final int maxResponseSize;
  private final Map<Integer, String> brokerNodes = new ConcurrentHashMap<>();

  /**
   * @param maxResponseSize how many bytes one response of a batch may have
   */
  SoaClient(ServiceClient http, SoaRequests requests, long maxResponseSize) {
    this.http = http;
    this.maxResponseSize =
        (int) Math.max(1, Math.min(maxResponseSize, ResponseOptions.LARGEST_ITEM_SIZE));
    this.requests = requests;
  }

  /**
   * Performs an operation whose answer is read at once.
   *
   * @return what it answers, or null if it answers nothing
   */
  Object call(SoaOperation operation, ParameterValues values, HttpEntity body) throws Exception {
    try (ServiceResponse response = http.execute(request(operation, values, body))) {
      HpcSoaResult result = (HpcSoaResult) operation.spec().result();
      Object value = result == null ? null : result.read(response.body());
      if (value instanceof SessionInfo session && session.brokerNode() != null) {
        brokerNodes.put(session.id(), session.brokerNode());
      }
      if (operation == SoaOperation.CLOSE_SESSION) {
        brokerNodes.remove(values.integer(SESSION_ID));
      }
      return value;
    } catch (SoaFormatException e) {
      throw new IOException(
          "hpcsoa:" + operation + ": " + e.getMessage() + "; check the option serviceUrl", e);
    }
  }

  /**
   * Asks once for the versions of the echo service. The service documents no call that is good for
   * this: a refusal that is not for the credentials tells as well that it is there.
   */
  void ping(ParameterValues values) throws Exception {
    try {
      http.executeOnce(request(SoaOperation.GET_SERVICE_VERSIONS, values, null), PING_TIMEOUT)
          .close();
    } catch (HpcSoaException e) {
      boolean refused =
          e.getStatusCode() < 500 && e.getStatusCode() != 401 && e.getStatusCode() != 403;
      if (!refused) {
        throw e;
      }
    }
  }

  /**
   * Checks where several requests are to go, before the first of them.
   *
   * @throws ForeignOriginException if the credentials may not go to the broker node that is given
   */
  void check(ParameterValues values) throws Exception {
    if (values.has(BROKER_NODE)) {
      ParameterValues any = values.with(SESSION_ID, 0).with(BATCH, "any");
      http.check(request(SoaOperation.GET_REQUEST_STATUS, any, null));
    }
  }

  BrokerClientStatus status(ParameterValues values) throws Exception {
    return (BrokerClientStatus) call(SoaOperation.GET_REQUEST_STATUS, values, null);
  }

  /**
   * Opens the stream of responses.
   *
   * @param afterwards what is to be done when nothing is read any more
   */
  SoaResponses responses(ParameterValues values, Runnable afterwards) throws Exception {
    ServiceResponse response = http.execute(request(SoaOperation.GET_RESPONSES, values, null));
    Integer count = values.integer(COUNT);
    ResponseOptions options =
        ResponseOptions.DEFAULT
            .withMaxItemSize(maxResponseSize)
            .withCount(count == null ? -1 : count)
            .withBody(values.isTrue(RAW_BODY, false));
    InputStream in = new AbandonedStream(response);
    ResponseReader reader =
        values.isTrue(GENERIC_SERVICE, false)
            ? new GenericResponseReader(in, options)
            : new SoapResponseReader(in, options);
    return new SoaResponses(values.operation(), reader, afterwards);
  }

  private ServiceRequest request(SoaOperation operation, ParameterValues given, HttpEntity body)
      throws Exception {
    ParameterValues values = given.forOperation("hpcsoa:" + operation);
    String broker = operation.host() == SoaOperation.Host.BROKER ? brokerNode(values) : null;
    return requests.request(operation, values, body, broker, http.currentUrl());
  }

  /** A session that was made elsewhere is attached to, which tells its broker node. */
  private String brokerNode(ParameterValues values) throws Exception {
    String given = values.get(BROKER_NODE);
    if (given != null) {
      return given;
    }
    Integer session = values.integer(SESSION_ID);
    String known = brokerNodes.get(session);
    return known == null ? attached(values).brokerNode() : known;
  }

  /** Where nothing is said the session is interactive, as all are in Azure (facts/hpcsoa.md §0). */
  private SessionInfo attached(ParameterValues values) throws Exception {
    ParameterValues attach = values.has(DURABLE) ? values : values.with(DURABLE, false);
    return (SessionInfo) call(SoaOperation.ATTACH_SESSION, attach, null);
  }

  /** Responses whose rest nobody wants are not waited for; the HTTP client itself would. */
  private static final class AbandonedStream extends FilterInputStream {

    private final ServiceResponse response;

    private AbandonedStream(ServiceResponse response) throws IOException {
      super(response.stream());
      this.response = response;
    }

    @Override
    public void close() throws IOException {
      response.abandon();
    }
  }
}
