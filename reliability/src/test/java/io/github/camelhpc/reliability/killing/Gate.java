package io.github.camelhpc.reliability.killing;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;

/**
 * The socket through which the applications reach the simulator. While it is closed nobody listens
 * at its port, and connections that were open are gone: so it is when a head node starts again.
 */
final class Gate implements AutoCloseable {

  private static final String LOOPBACK = "127.0.0.1";

  private final Vertx vertx = Vertx.vertx();
  private final NetClient client = vertx.createNetClient();
  private final int target;
  private NetServer server;
  private int port;

  /**
   * @param target the port of the simulator
   */
  Gate(int target) {
    this.target = target;
    open();
  }

  int port() {
    return port;
  }

  /** Listens, each time at the same port. */
  void open() {
    server = vertx.createNetServer().connectHandler(this::connect);
    port = await(server.listen(port, LOOPBACK)).actualPort();
  }

  /** Listens no more. */
  void shut() {
    await(server.close());
  }

  private void connect(NetSocket inside) {
    inside.pause();
    client
        .connect(target, LOOPBACK)
        .onSuccess(outside -> join(inside, outside))
        .onFailure(failure -> inside.close());
  }

  private static void join(NetSocket inside, NetSocket outside) {
    inside.closeHandler(closed -> outside.close());
    outside.closeHandler(closed -> inside.close());
    inside.pipeTo(outside);
    outside.pipeTo(inside);
  }

  @Override
  public void close() {
    await(vertx.close());
  }

  private static <T> T await(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().join();
  }
}
