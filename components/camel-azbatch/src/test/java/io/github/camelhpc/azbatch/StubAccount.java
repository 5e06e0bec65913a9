package io.github.camelhpc.azbatch;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.camelhpc.azbatch.model.BatchJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Answers as the test says, also what no good account would, and remembers what it was asked. */
final class StubAccount implements AutoCloseable {

  static {
    // else each answer waits 40 ms for an acknowledgement
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  /**
   * A request as it came.
   *
   * @param path still percent-encoded
   * @param query still percent-encoded, or null
   * @param headers the first value of each, by name without regard to case
   */
  record Request(
      String method, String path, String query, Map<String, String> headers, byte[] body) {

    boolean is(String expectedMethod, String pathRegex) {
      return method.equals(expectedMethod) && path.matches(pathRegex);
    }

    /** The query as a person would write it. */
    String decodedQuery() {
      return query == null ? "" : URLDecoder.decode(query, StandardCharsets.UTF_8);
    }

    /** The body as an object. */
    Map<String, Object> json() throws IOException {
      return BatchJson.readObject(new String(body, StandardCharsets.UTF_8));
    }
  }

  /** What is answered. */
  record Answer(int status, String body, Map<String, String> headers) {

    /** The connection ends without an answer. */
    static final Answer LOST = new Answer(0, "", Map.of());

    static Answer ok(String json) {
      return new Answer(200, json, Map.of());
    }

    static Answer json(Object value) {
      return ok(new String(BatchJson.bytes(value), StandardCharsets.UTF_8));
    }

    static Answer error(int status, String code) {
      return new Answer(
          status,
          "{\"code\":\"%s\",\"message\":{\"lang\":\"en-US\",\"value\":\"because of %s\"}}"
              .formatted(code, code),
          Map.of());
    }

    Answer with(String header, String value) {
      Map<String, String> more = new TreeMap<>(headers);
      more.put(header, value);
      return new Answer(status, body, more);
    }
  }

  /** Answers a request. */
  @FunctionalInterface
  interface Answering {
    Answer to(Request request) throws Exception;
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final AtomicInteger busy = new AtomicInteger();
  private final AtomicInteger peak = new AtomicInteger();
  private volatile boolean forgetful;
  private volatile Answering answering = request -> Answer.error(404, "ResourceNotFound");

  StubAccount() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::serve);
    server.start();
  }

  /** Answers all requests so from now on. */
  void answer(Answering how) {
    answering = how;
  }

  /** Keeps no requests from now on. */
  void forgetRequests() {
    forgetful = true;
  }

  String url() {
    return "http://127.0.0.1:" + port();
  }

  int port() {
    return server.getAddress().getPort();
  }

  List<Request> requests() {
    return List.copyOf(requests);
  }

  long count(String method, String pathRegex) {
    return requests.stream().filter(request -> request.is(method, pathRegex)).count();
  }

  /** How many requests are being answered. */
  int busy() {
    return busy.get();
  }

  /** How many requests were being answered at once at most. */
  int peak() {
    return peak.get();
  }

  private void serve(HttpExchange exchange) throws IOException {
    peak.accumulateAndGet(busy.incrementAndGet(), Math::max);
    Answer answer;
    try {
      Request request = read(exchange);
      if (!forgetful) {
        requests.add(request);
      }
      answer = answering.to(request);
    } catch (Exception e) {
      answer = Answer.error(500, e.toString());
    } finally {
      busy.decrementAndGet();
    }
    send(exchange, answer);
  }

  private static Request read(HttpExchange exchange) throws IOException {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.get(0)));
    return new Request(
        exchange.getRequestMethod(),
        exchange.getRequestURI().getRawPath(),
        exchange.getRequestURI().getRawQuery(),
        headers,
        exchange.getRequestBody().readAllBytes());
  }

  private static void send(HttpExchange exchange, Answer answer) throws IOException {
    try (exchange) {
      if (answer.status() == 0) {
        return;
      }
      byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json;odata=minimalmetadata");
      answer.headers().forEach(exchange.getResponseHeaders()::set);
      exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
