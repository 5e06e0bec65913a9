package io.github.camelhpc.simulators.azbatch;

import io.github.camelhpc.simulators.HpcSimulators;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Sends requests to the Azure Batch stand-in, signed unless other credentials are given. It sends
 * no header but those that it signs, which the HTTP client of the JDK cannot promise.
 */
public final class BatchClient {

  private static final HttpClient HTTP = Vertx.vertx().createHttpClient();
  private static final String JSON = "application/json; odata=minimalmetadata; charset=utf-8";
  private static final String VERSION = "api-version=2024-07-01.20.0";

  private final String url;
  private final Supplier<Instant> clock;
  private final SharedKeySigner signer;
  private final Map<String, String> headers;
  private final boolean dated;

  private BatchClient(
      String url,
      Supplier<Instant> clock,
      SharedKeySigner signer,
      Map<String, String> headers,
      boolean dated) {
    this.url = url;
    this.clock = clock;
    this.signer = signer;
    this.headers = headers;
    this.dated = dated;
  }

  /** Signs with the key of the account, at the time of the simulators' clock. */
  public static BatchClient of(HpcSimulators simulators) {
    return signing(
        simulators.azBatchUrl(),
        () -> simulators.clock().now(),
        simulators.azBatch().credentials());
  }

  /** Signs with these credentials, at the time of this computer's clock. */
  public static BatchClient at(String url, AccountCredentials credentials) {
    return signing(url, Instant::now, credentials);
  }

  private static BatchClient signing(
      String url, Supplier<Instant> clock, AccountCredentials credentials) {
    return new BatchClient(
        url,
        clock,
        new SharedKeySigner(credentials.accountName(), credentials.accountKey()),
        Map.of(),
        true);
  }

  /** Sends another header as well, or another value of one. */
  public BatchClient with(String name, String value) {
    Map<String, String> more = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    more.putAll(headers);
    more.put(name, value);
    return new BatchClient(url, clock, signer, more, dated);
  }

  BatchClient signedBy(String account, String key) {
    return new BatchClient(url, clock, new SharedKeySigner(account, key), headers, dated);
  }

  BatchClient unsigned() {
    return new BatchClient(url, clock, null, headers, false);
  }

  BatchClient bearing(String token) {
    return unsigned().with("Authorization", "Bearer " + token);
  }

  BatchClient at(Instant time) {
    return new BatchClient(url, () -> time, signer, headers, dated);
  }

  /** Without the header ocp-date. */
  BatchClient undated() {
    return new BatchClient(url, clock, signer, headers, false);
  }

  public BatchResponse get(String path) {
    return send("GET", path, null);
  }

  public BatchResponse head(String path) {
    return send("HEAD", path, null);
  }

  public BatchResponse delete(String path) {
    return send("DELETE", path, null);
  }

  /** Without a body, but with its length, 0. */
  public BatchResponse post(String path) {
    return send("POST", path, "");
  }

  public BatchResponse post(String path, String body) {
    return send("POST", path, body);
  }

  public BatchResponse put(String path, String body) {
    return send("PUT", path, body);
  }

  public BatchResponse patch(String path, String body) {
    return send("PATCH", path, body);
  }

  /** The link as it is, {@code api-version} and all. */
  public BatchResponse follow(String link) {
    return send("GET", URI.create(link), null, withDate());
  }

  /** Chunked, without a length. */
  BatchResponse postChunked(String path, String body) {
    Map<String, String> sent = withDate();
    sent.putIfAbsent("Content-Type", JSON);
    sent.put("Transfer-Encoding", "chunked");
    return send("POST", uri(path), body, sent);
  }

  private BatchResponse send(String verb, String path, String body) {
    Map<String, String> sent = withDate();
    if (body != null) {
      sent.put("Content-Length", "" + body.getBytes(StandardCharsets.UTF_8).length);
      if (!body.isEmpty()) {
        sent.putIfAbsent("Content-Type", JSON);
      }
    }
    return send(verb, uri(path), body, sent);
  }

  private BatchResponse send(String verb, URI uri, String body, Map<String, String> sent) {
    if (signer != null) {
      sent.put("Authorization", signer.authorization(verb, uri, sent));
    }
    RequestOptions options =
        new RequestOptions()
            .setAbsoluteURI(uri.toString())
            .setMethod(HttpMethod.valueOf(verb))
            .setTimeout(30_000);
    sent.forEach(options::putHeader);
    Future<BatchResponse> answer =
        HTTP.request(options)
            // the body is asked for on the event loop that brings it
            .compose(request -> send(request, body).compose(BatchClient::received));
    return answer.toCompletionStage().toCompletableFuture().orTimeout(30, TimeUnit.SECONDS).join();
  }

  private static Future<HttpClientResponse> send(HttpClientRequest request, String body) {
    return body == null || body.isEmpty() ? request.send() : request.send(Buffer.buffer(body));
  }

  private static Future<BatchResponse> received(HttpClientResponse response) {
    return response
        .body()
        .map(
            body ->
                new BatchResponse(
                    response.statusCode(),
                    response.statusMessage(),
                    response.headers(),
                    body.toString()));
  }

  private Map<String, String> withDate() {
    Map<String, String> sent = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    sent.putAll(headers);
    if (dated) {
      sent.putIfAbsent("ocp-date", date(clock.get()));
    }
    return sent;
  }

  /** Below the account; the version is added unless there is one. */
  private URI uri(String path) {
    boolean complete = path.contains("api-version");
    return URI.create(url + path + (complete ? "" : (path.contains("?") ? "&" : "?") + VERSION));
  }

  static String date(Instant time) {
    return DateTimeFormatter.RFC_1123_DATE_TIME.format(time.atZone(ZoneOffset.UTC));
  }

  /** Percent-encoded, for a value in a query. */
  public static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
