package io.github.camelhpc.benchmarks.work;

import io.github.camelhpc.benchmarks.server.ServerContents;
import io.github.camelhpc.hpcsoa.HpcSoaComponent;
import io.github.camelhpc.simulators.HpcSimulators;
import io.github.camelhpc.simulators.hpcsoa.SimulatedResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.function.LongFunction;
import org.apache.camel.Exchange;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;

/** A finished batch of the SOA web service whose responses are read again and again. */
final class SoaBatch implements AutoCloseable {

  private static final String API_VERSION = "2012-11-01.4.0";
  private static final String NAME = "b";

  /** Reads a body, and says how many responses it has. */
  @FunctionalInterface
  interface Reading {
    long count(InputStream body) throws Exception;
  }

  private final String serviceUrl = Routes.origin() + System.getProperty("benchmarks.path");
  private final String session = System.getProperty("benchmarks.session");
  private final boolean generic;
  private final CloseableHttpClient client =
      HttpClients.custom().disableAutomaticRetries().disableCookieManagement().build();

  /**
   * @param generic whether the responses are read in the generic format, else in SOAP
   */
  SoaBatch(boolean generic) {
    this.generic = generic;
  }

  /** Starts simulators with a batch. */
  static HpcSimulators start(String service, long count, LongFunction<SimulatedResponse> response) {
    HpcSimulators simulators =
        HpcSimulators.builder()
            .httpsPort(-1)
            .user(ServerContents.USER, ServerContents.PASSWORD)
            .start();
    int session = simulators.hpcSoa().createSession(service);
    System.setProperty("benchmarks.session", String.valueOf(session));
    simulators.hpcSoa().generatedBatch(session, NAME, count, response);
    return simulators;
  }

  /** What the peers have to know of it. */
  static Map<String, String> properties(HpcSimulators simulators) {
    String path = simulators.hpcSoaUrl().substring(simulators.httpUrl().length());
    return Map.of(
        "benchmarks.path", path, "benchmarks.session", System.getProperty("benchmarks.session"));
  }

  /** The component as its user configures it. */
  HpcSoaComponent component() {
    HpcSoaComponent component = new HpcSoaComponent();
    component.getConfiguration().setServiceUrl(serviceUrl);
    component.getConfiguration().setUsername(ServerContents.USER);
    component.getConfiguration().setPassword(ServerContents.PASSWORD);
    return component;
  }

  /** The component's endpoint. */
  String componentUri() {
    return "hpcsoa:getResponses?reset=true&genericService=%s&sessionId=%s&batch=%s"
        .formatted(generic, session, NAME);
  }

  /** The endpoint of camel-http that asks the same, and gives the stream as it is. */
  String httpUri() {
    return url() + "&disableStreamCache=true&" + Routes.httpCredentials();
  }

  /** Sets the headers that {@link #httpUri()} needs. */
  static void httpHeaders(Exchange exchange) {
    exchange.getMessage().setHeader(Exchange.HTTP_METHOD, "POST");
    exchange.getMessage().setHeader("api-version", API_VERSION);
  }

  /**
   * Asks by hand, with Apache HttpClient 5.
   *
   * @throws IllegalStateException if there is another number of responses
   */
  void readByHand(long expected, Reading reading) throws Exception {
    HttpPost request = new HttpPost(url());
    request.setHeader("Authorization", Routes.basic());
    request.setHeader("api-version", API_VERSION);
    long count =
        client.execute(
            request,
            response -> {
              try {
                return reading.count(response.getEntity().getContent());
              } catch (IOException | RuntimeException e) {
                throw e;
              } catch (Exception e) {
                throw new IOException(e);
              }
            });
    if (count != expected) {
      throw new IllegalStateException(expected + " responses were expected, not " + count);
    }
  }

  private String url() {
    return "%s/session/%s/batch/%s/Response?genericservice=%s&reset=true"
        .formatted(serviceUrl, session, NAME, generic);
  }

  @Override
  public void close() throws IOException {
    client.close();
  }
}
