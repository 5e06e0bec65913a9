package io.github.camelhpc.test.server;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLContext;

/**
 * An HTTP/1.1 server on the loopback interface that does with a socket what it is told to, down to
 * the byte; {@link Replies} has the usual kinds of misbehaviour. It keeps connections open and
 * remembers what it was asked.
 */
public final class MisbehavingServer implements AutoCloseable {

  /**
   * A request as it came.
   *
   * @param connection which connection it came on, counted from 1
   * @param origin scheme, host and port, as the client names them
   * @param headers by name without regard to case
   */
  public record Request(
      int connection,
      String origin,
      String method,
      String target,
      Map<String, String> headers,
      String body) {

    /** A header, or null. */
    public String header(String name) {
      return headers.get(name);
    }
  }

  /** Answers a request, well or badly. */
  @FunctionalInterface
  public interface Reply {
    void send(Request request, Connection connection) throws IOException;
  }

  private final ServerSocket listener;
  private final String scheme;
  private final Deque<Reply> script = new ArrayDeque<>();
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final AtomicInteger connections = new AtomicInteger();
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile byte[] greeting;

  private MisbehavingServer(ServerSocketFactory sockets, String scheme, int port) {
    try {
      this.listener = sockets.createServerSocket(port, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.scheme = scheme;
    daemon(this::accept);
  }

  /** A server for HTTP. */
  public static MisbehavingServer start(Reply... replies) {
    return startAt(0, replies);
  }

  /**
   * A server for HTTP.
   *
   * @param port where another server was before, or 0
   */
  public static MisbehavingServer startAt(int port, Reply... replies) {
    return new MisbehavingServer(ServerSocketFactory.getDefault(), "http", port).answer(replies);
  }

  /** A server for HTTPS. */
  public static MisbehavingServer startTls(SSLContext tls, Reply... replies) {
    return startTlsAt(0, tls, replies);
  }

  /**
   * A server for HTTPS.
   *
   * @param port where another server was before, or 0
   */
  public static MisbehavingServer startTlsAt(int port, SSLContext tls, Reply... replies) {
    return new MisbehavingServer(tls.getServerSocketFactory(), "https", port).answer(replies);
  }

  /** A server that sends something as soon as the client has, whatever it was, and closes. */
  public static MisbehavingServer startWithGreeting(byte[] greeting) {
    MisbehavingServer server = new MisbehavingServer(ServerSocketFactory.getDefault(), "http", 0);
    server.greeting = greeting;
    return server;
  }

  /** Answers the next requests so, one after the other; the last stays for all that follow. */
  public MisbehavingServer answer(Reply... replies) {
    synchronized (script) {
      script.clear();
      script.addAll(Arrays.asList(replies));
    }
    return this;
  }

  /** Its port. */
  public int port() {
    return listener.getLocalPort();
  }

  /** Its base URL, with the path {@code /hpc}. */
  public URI url() {
    return URI.create(scheme + "://127.0.0.1:" + listener.getLocalPort() + "/hpc");
  }

  /** The same server under another name, which is another origin. */
  public URI urlAt(String host) {
    return URI.create(scheme + "://" + host + ":" + listener.getLocalPort() + "/hpc");
  }

  /** What it was asked so far. */
  public List<Request> requests() {
    return List.copyOf(requests);
  }

  /** Forgets what it was asked. */
  public void forget() {
    requests.clear();
  }

  /** How many connections were made so far. */
  public int connections() {
    return connections.get();
  }

  private void accept() {
    while (closed.getCount() > 0) {
      try {
        Socket socket = listener.accept();
        open.add(socket);
        int number = connections.incrementAndGet();
        daemon(() -> serve(new Connection(socket, number)));
      } catch (IOException e) {
        return;
      }
    }
  }

  private static void daemon(Runnable work) {
    Thread thread = new Thread(work, "misbehaving-server");
    thread.setDaemon(true);
    thread.start();
  }

  private void serve(Connection connection) {
    try (connection) {
      if (greeting != null) {
        connection.greet();
        return;
      }
      Request request = connection.read();
      while (request != null) {
        requests.add(request);
        next().send(request, connection);
        request = connection.isOver() ? null : connection.read();
      }
    } catch (IOException e) {
      // the client is gone, or a TLS handshake failed: what the test is about
    } finally {
      open.remove(connection.socket);
    }
  }

  private Reply next() {
    synchronized (script) {
      return script.size() > 1 ? script.poll() : script.peek();
    }
  }

  @Override
  public void close() {
    closed.countDown();
    try {
      listener.close();
      for (Socket socket : open) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A connection of a client. */
  public final class Connection implements Closeable {

    private final Socket socket;
    private final int number;
    private InputStream in;

    private Connection(Socket socket, int number) {
      this.socket = socket;
      this.number = number;
    }

    private void greet() throws IOException {
      socket.getInputStream().read(new byte[8_192]);
      write(greeting);
    }

    private Request read() throws IOException {
      in = in == null ? new BufferedInputStream(socket.getInputStream()) : in;
      String first = line();
      if (first == null) {
        return null;
      }
      Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
      for (String line = line(); line != null && !line.isEmpty(); line = line()) {
        int colon = line.indexOf(':');
        headers.put(line.substring(0, colon), line.substring(colon + 1).trim());
      }
      String body = new String(body(headers), StandardCharsets.UTF_8);
      String[] parts = first.split(" ");
      return new Request(
          number, scheme + "://" + headers.get("Host"), parts[0], parts[1], headers, body);
    }

    private byte[] body(Map<String, String> headers) throws IOException {
      if (!headers.containsKey("Transfer-Encoding")) {
        return in.readNBytes(Integer.parseInt(headers.getOrDefault("Content-Length", "0")));
      }
      ByteArrayOutputStream body = new ByteArrayOutputStream();
      for (int size = chunk(); size > 0; size = chunk()) {
        body.write(in.readNBytes(size));
        line();
      }
      line();
      return body.toByteArray();
    }

    private int chunk() throws IOException {
      return Integer.parseInt(line(), 16);
    }

    private String line() throws IOException {
      ByteArrayOutputStream line = new ByteArrayOutputStream();
      for (int c = in.read(); c != '\n'; c = in.read()) {
        if (c < 0) {
          return null;
        }
        line.write(c);
      }
      return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
    }

    /** Sends text. */
    public void write(String text) throws IOException {
      write(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends bytes. */
    public void write(byte[] bytes) throws IOException {
      OutputStream out = socket.getOutputStream();
      out.write(bytes);
      out.flush();
    }

    /** Breaks the connection off with a TCP reset. */
    public void reset() throws IOException {
      socket.setSoLinger(true, 0);
      socket.close();
    }

    /** Does nothing for so long, or until the server closes. */
    public void pause(long millis) throws IOException {
      try {
        if (closed.await(millis, TimeUnit.MILLISECONDS)) {
          throw new IOException("the server closes");
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    private boolean isOver() {
      return socket.isClosed();
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}
