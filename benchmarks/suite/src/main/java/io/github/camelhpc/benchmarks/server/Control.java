package io.github.camelhpc.benchmarks.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Drives what the server has from the benchmark's process, beside the services: the name of an
 * action goes there, a number comes back. It costs next to nothing, so that it may be measured with
 * the rest.
 */
public final class Control implements AutoCloseable {

  /** The system property with the port. */
  public static final String PORT = "benchmarks.control";

  private final Socket socket;
  private final BufferedReader answers;

  private Control(Socket socket) throws IOException {
    this.socket = socket;
    socket.setTcpNoDelay(true);
    answers = reader(socket);
  }

  /**
   * Serves one client after the other until the process ends.
   *
   * @param actions what can be asked for, by name
   * @return the property that tells the benchmark of it
   */
  public static Map<String, String> serve(Map<String, LongSupplier> actions) {
    ServerSocket server = open();
    Thread thread = new Thread(() -> serve(server, actions), "control");
    thread.setDaemon(true);
    thread.start();
    return Map.of(PORT, String.valueOf(server.getLocalPort()));
  }

  private static ServerSocket open() {
    try {
      return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void serve(ServerSocket server, Map<String, LongSupplier> actions) {
    while (true) {
      try (Socket client = server.accept()) {
        client.setTcpNoDelay(true);
        BufferedReader names = reader(client);
        for (String name = names.readLine(); name != null; name = names.readLine()) {
          send(client, String.valueOf(actions.get(name).getAsLong()));
        }
      } catch (IOException e) {
        // a benchmark that ended; the next one connects anew
      }
    }
  }

  /** Connects with the server of this benchmark. */
  public static Control connect() throws IOException {
    return new Control(new Socket(InetAddress.getLoopbackAddress(), Integer.getInteger(PORT)));
  }

  /** Does something at the server. */
  public long ask(String action) {
    try {
      send(socket, action);
      return Long.parseLong(answers.readLine());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void send(Socket socket, String line) throws IOException {
    socket.getOutputStream().write((line + "\n").getBytes(StandardCharsets.US_ASCII));
  }

  private static BufferedReader reader(Socket socket) throws IOException {
    return new BufferedReader(
        new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
