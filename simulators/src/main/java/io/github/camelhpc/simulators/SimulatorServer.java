package io.github.camelhpc.simulators;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.KeyStoreOptions;
import io.vertx.ext.web.Router;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.security.KeyStore;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.function.BiConsumer;

/** The open ports. */
final class SimulatorServer implements AutoCloseable {

  private static final int MAX_HEADER_BYTES = 64 << 10;

  private final Vertx vertx;
  private final String bindAddress;
  private ServerCertificate certificate;
  private HttpServer http;
  private HttpServer https;

  private SimulatorServer(String bindAddress) {
    this.bindAddress = bindAddress;
    vertx =
        Vertx.vertx(
            new VertxOptions()
                .setEventLoopPoolSize(2)
                .setWorkerPoolSize(1)
                .setInternalBlockingPoolSize(1)
                .setFileSystemOptions(
                    new FileSystemOptions()
                        .setClassPathResolvingEnabled(false)
                        .setFileCachingEnabled(false)));
  }

  /**
   * Opens the ports.
   *
   * @param httpPort the port, 0 for a free one, negative for none
   * @param httpsPort likewise
   * @param routes adds the routes
   * @throws UncheckedIOException if a port cannot be opened; its message is a sentence
   */
  static SimulatorServer start(
      String bindAddress, int httpPort, int httpsPort, BiConsumer<Vertx, Router> routes) {
    SimulatorServer server = new SimulatorServer(bindAddress);
    try {
      Router router = Router.router(server.vertx);
      routes.accept(server.vertx, router);
      server.http = server.open(httpPort, options(), router);
      if (httpsPort >= 0) {
        server.certificate = ServerCertificate.forAddress(bindAddress);
        server.https = server.open(httpsPort, secureOptions(server.certificate), router);
      }
      return server;
    } catch (RuntimeException e) {
      server.close();
      throw e;
    }
  }

  private HttpServer open(int port, HttpServerOptions options, Router router) {
    if (port < 0) {
      return null;
    }
    try {
      return await(
          vertx.createHttpServer(options).requestHandler(router).listen(port, bindAddress));
    } catch (CompletionException e) {
      throw cannotOpen(port, e.getCause());
    }
  }

  private UncheckedIOException cannotOpen(int port, Throwable cause) {
    boolean inUse = cause instanceof BindException && String.valueOf(cause).contains("in use");
    String reason = inUse ? "it is in use; choose another one, or 0 for a free one" : "" + cause;
    return new UncheckedIOException(
        new BindException(
            "Port " + port + " of " + bindAddress + " cannot be opened: " + reason + "."));
  }

  private static HttpServerOptions options() {
    // the filters of a poll with many properties are long
    return new HttpServerOptions()
        .setMaxInitialLineLength(MAX_HEADER_BYTES)
        .setMaxHeaderSize(MAX_HEADER_BYTES);
  }

  private static HttpServerOptions secureOptions(ServerCertificate certificate) {
    String password = UUID.randomUUID().toString();
    return options()
        .setSsl(true)
        .setUseAlpn(true)
        .setKeyCertOptions(
            new KeyStoreOptions()
                .setType("PKCS12")
                .setPassword(password)
                .setValue(Buffer.buffer(certificate.keyStore(password))));
  }

  String httpUrl() {
    return "http://" + authority(http, "HTTP");
  }

  String httpsUrl() {
    return "https://" + authority(https, "HTTPS");
  }

  boolean hasHttp() {
    return http != null;
  }

  boolean hasHttps() {
    return https != null;
  }

  KeyStore trustStore() {
    requireOpen(https, "HTTPS");
    return certificate.trustStore();
  }

  private String authority(HttpServer server, String scheme) {
    requireOpen(server, scheme);
    return reachableHost(bindAddress) + ":" + server.actualPort();
  }

  private static void requireOpen(HttpServer server, String scheme) {
    if (server == null) {
      throw new IllegalStateException(
          "The "
              + scheme
              + " port is closed; build the simulators with a port that is not"
              + " negative.");
    }
  }

  /** A server on all addresses is reached by the loopback one. */
  static String reachableHost(String bindAddress) {
    return switch (bindAddress) {
      case "0.0.0.0" -> "127.0.0.1";
      case "::", "[::]" -> "[::1]";
      default -> bindAddress.contains(":") ? "[" + bindAddress + "]" : bindAddress;
    };
  }

  /** Whether only programs on this computer reach a server at the address. */
  static boolean isLoopback(String bindAddress) {
    return bindAddress.startsWith("127.")
        || bindAddress.equals("localhost")
        || bindAddress.equals("::1")
        || bindAddress.equals("[::1]");
  }

  @Override
  public void close() {
    await(vertx.close());
  }

  private static <T> T await(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().join();
  }
}
