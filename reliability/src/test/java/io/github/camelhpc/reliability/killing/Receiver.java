package io.github.camelhpc.reliability.killing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Where the applications' routes deliver events to, by HTTP: it answers when the transaction is
 * committed. An application that is killed meanwhile does not know whether it was.
 */
final class Receiver implements AutoCloseable {

  private final HttpServer server;
  private final Deliveries deliveries;
  private final Connection connection;

  Receiver(Deliveries deliveries) throws IOException, SQLException {
    this.deliveries = deliveries;
    connection = deliveries.connection();
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/events", this::receive);
    // in the thread that accepts, and so one after the other
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/events";
  }

  private void receive(HttpExchange exchange) throws IOException {
    String event = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String[] words = event.split(" ");
    int status = 204;
    try {
      deliveries.add(connection, words[0], Integer.parseInt(words[1]), words[2], words[3]);
    } catch (SQLException | RuntimeException e) {
      status = 500;
    }
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }

  @Override
  public void close() throws SQLException {
    server.stop(0);
    connection.close();
  }
}
