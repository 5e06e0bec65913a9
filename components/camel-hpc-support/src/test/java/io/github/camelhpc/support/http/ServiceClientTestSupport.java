package io.github.camelhpc.support.http;

import io.github.camelhpc.test.server.MisbehavingServer;
import io.github.camelhpc.test.server.MisbehavingServer.Reply;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.junit.jupiter.api.AfterEach;

/** A client, and servers for it that misbehave. */
abstract class ServiceClientTestSupport {

  static final String SECRET = "s3cret";
  static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");

  /** How many times the client waited before it sent a request again. */
  final AtomicInteger delays = new AtomicInteger();

  int maxRetries = 3;
  Duration responseTimeout = Duration.ofSeconds(5);
  Duration maxRetryDelay = Duration.ofSeconds(2);
  long maxResponseSize = 10_000;
  List<String> allowedHosts = List.of();
  Authorizer authorizer = new BasicAuthorizer("ann", SECRET);

  private final List<MisbehavingServer> servers = new ArrayList<>();
  private final List<CloseableHttpClient> clients = new ArrayList<>();

  @AfterEach
  void close() throws IOException {
    for (CloseableHttpClient client : clients) {
      client.close();
    }
    servers.forEach(MisbehavingServer::close);
  }

  MisbehavingServer server(Reply... replies) {
    return opened(MisbehavingServer.start(replies));
  }

  MisbehavingServer opened(MisbehavingServer server) {
    servers.add(server);
    return server;
  }

  ServiceClient client(MisbehavingServer server) {
    return client(server.url());
  }

  ServiceClient client(URI... urls) {
    PoolingHttpClientConnectionManager pool = new PoolingHttpClientConnectionManager();
    pool.setMaxTotal(2);
    CloseableHttpClient http =
        HttpClients.custom()
            .setConnectionManager(pool)
            .disableAutomaticRetries()
            .disableRedirectHandling()
            .build();
    clients.add(http);
    RetryPolicy retries =
        new RetryPolicy(maxRetries, Duration.ofMillis(2), maxRetryDelay, this::jitter);
    return new ServiceClient(
        http,
        new ServiceClient.Settings(
            new ServiceUrls(Arrays.asList(urls)),
            allowedHosts,
            responseTimeout,
            maxResponseSize,
            retries),
        authorizer,
        ServiceClientTestSupport::fault,
        Clock.fixed(NOW, ZoneOffset.UTC));
  }

  private double jitter() {
    delays.incrementAndGet();
    return 0;
  }

  private static ServiceOperationFailedException fault(FailedResponse response) {
    return new ServiceOperationFailedException(
        response,
        response.header("X-Code"),
        response.header("X-Message"),
        response.header("X-Request-Id"));
  }

  /** A URL at which nothing listens. */
  static URI refused() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/hpc");
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  static ServiceRequest get(String target) {
    return new ServiceRequest("x:getJob", "GET", target, Map.of(), null, true);
  }

  static ServiceRequest post(String body) {
    return post(new StringEntity(body, StandardCharsets.UTF_8));
  }

  static ServiceRequest post(HttpEntity body) {
    return new ServiceRequest("x:createJob", "POST", "/jobs", Map.of(), body, false);
  }

  static String text(ServiceResponse response) throws IOException {
    try (response) {
      return new String(response.body().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
