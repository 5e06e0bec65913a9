package io.github.camelhpc.azbatch.auth;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.github.camelhpc.test.server.SelfSignedCertificate;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.TrustManagerFactory;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.support.jsse.TrustManagersParameters;

/** An HTTPS server with a certificate of its own that answers all alike, as it is told. */
final class TokenEndpoint implements AutoCloseable {

  /** A request as it came. */
  record Request(String method, String path, String body) {}

  private final HttpsServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final SelfSignedCertificate certificate = new SelfSignedCertificate("127.0.0.1");
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile boolean held;
  private volatile int status = 200;
  private volatile String answer = "";

  TokenEndpoint() throws Exception {
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(certificate.serverContext()));
    server.setExecutor(threads);
    server.createContext("/", this::serve);
    server.start();
  }

  /** What a client needs to trust it. */
  SSLContextParameters trusting() throws Exception {
    return trusting(certificate.trustStore());
  }

  /** What a client needs to trust the servers of this store, and no others. */
  static SSLContextParameters trusting(KeyStore store) throws Exception {
    TrustManagerFactory managers =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    managers.init(store);
    TrustManagersParameters trust = new TrustManagersParameters();
    trust.setTrustManager(managers.getTrustManagers()[0]);
    SSLContextParameters parameters = new SSLContextParameters();
    parameters.setTrustManagers(trust);
    return parameters;
  }

  /** What it answers from now on. */
  void answer(int status, String json) {
    this.status = status;
    this.answer = json;
  }

  /** Answers with this token from now on. */
  void issue(String token, Duration lifetime) {
    answer(
        200,
        "{\"token_type\":\"Bearer\",\"expires_in\":%d,\"ext_expires_in\":%d,\"access_token\":\"%s\"}"
            .formatted(lifetime.toSeconds(), lifetime.toSeconds(), token));
  }

  /** Does not answer until it is closed. */
  void hold() {
    held = true;
  }

  String url() {
    return "https://127.0.0.1:" + server.getAddress().getPort();
  }

  int port() {
    return server.getAddress().getPort();
  }

  List<Request> requests() {
    return List.copyOf(requests);
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      requests.add(
          new Request(exchange.getRequestMethod(), exchange.getRequestURI().getPath(), body));
      if (held) {
        closed.await();
      }
      byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
      exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
