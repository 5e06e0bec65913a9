package io.github.camelhpc.app;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;

/** HTTP byte by byte: an HTTP client would not send what strangers send. */
final class RawHttp {

  private static final int READ_MILLIS = 60_000;

  private RawHttp() {}

  /** Begins a request. */
  static Request request(String method, String path) {
    return new Request(
        method + " " + path + " HTTP/1.1\r\nConnection: close\r\n", "localhost", "", "127.0.0.1");
  }

  /** A request on a connection of its own, which ends with the answer. */
  record Request(String head, String host, String body, String from) {

    Request header(String line) {
      return new Request(head + line + "\r\n", host, body, from);
    }

    Request user(String name, String password) {
      return header("Authorization: Basic " + base64(name + ":" + password));
    }

    Request body(String text) {
      return new Request(head + "Content-Length: " + text.length() + "\r\n", host, text, from);
    }

    /** The name by which the client calls the application. */
    Request host(String name) {
      return new Request(head, name, body, from);
    }

    /** The address that the client has: one of this machine. */
    Request from(String address) {
      return new Request(head, host, body, address);
    }

    String text() {
      return head + "Host: " + host + "\r\n\r\n" + body;
    }

    Answer send(String url) throws IOException {
      try (Connection connection = connect(url, from)) {
        connection.write(text().getBytes(StandardCharsets.UTF_8));
        return connection.answer();
      }
    }
  }

  /** What came back. */
  record Answer(String text) {

    int status() {
      return text.isEmpty() ? 0 : Integer.parseInt(text.split(" ", 3)[1]);
    }

    /** The value of a header; null if there is none. */
    String header(String name) {
      return text.substring(0, text.indexOf("\r\n\r\n"))
          .lines()
          .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT)))
          .filter(line -> line.charAt(name.length()) == ':')
          .map(line -> line.substring(name.length() + 1).strip())
          .findFirst()
          .orElse(null);
    }

    String body() {
      String body = text.substring(text.indexOf("\r\n\r\n") + 4);
      return "chunked".equals(header("Transfer-Encoding")) ? unchunked(body) : body;
    }

    private static String unchunked(String chunks) {
      StringBuilder body = new StringBuilder();
      String rest = chunks;
      int length = length(rest);
      while (length > 0) {
        int begin = rest.indexOf("\r\n") + 2;
        body.append(rest, begin, begin + length);
        rest = rest.substring(begin + length + 2);
        length = length(rest);
      }
      return body.toString();
    }

    private static int length(String chunk) {
      return Integer.parseInt(chunk.substring(0, chunk.indexOf("\r\n")), 16);
    }
  }

  static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  static Connection connect(String url) throws IOException {
    return connect(url, "127.0.0.1");
  }

  private static Connection connect(String url, String from) throws IOException {
    Socket socket = new Socket();
    socket.bind(new InetSocketAddress(InetAddress.getByName(from), 0));
    socket.connect(new InetSocketAddress("127.0.0.1", URI.create(url).getPort()));
    socket.setSoTimeout(READ_MILLIS);
    return new Connection(socket);
  }

  /** One that stays open until either side closes it. */
  record Connection(Socket socket) implements AutoCloseable {

    /** Writes, unless the other side has closed. */
    void write(byte[] bytes) throws IOException {
      try {
        socket.getOutputStream().write(bytes);
      } catch (SocketException e) {
        // the answer, or that there is none, is still to be read
        socket.shutdownOutput();
      }
    }

    /** All that comes until the other side closes. */
    Answer answer() throws IOException {
      InputStream in = socket.getInputStream();
      StringBuilder text = new StringBuilder();
      byte[] buffer = new byte[8192];
      try {
        for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
          text.append(new String(buffer, 0, length, StandardCharsets.UTF_8));
        }
      } catch (SocketException e) {
        // closed while this side was writing
        return new Answer(text.toString());
      }
      return new Answer(text.toString());
    }

    /** Whether the other side has closed it; what it has said before is skipped. */
    boolean isClosed() throws IOException {
      socket.setSoTimeout(1);
      try {
        int next = socket.getInputStream().read();
        while (next >= 0) {
          next = socket.getInputStream().read();
        }
        return true;
      } catch (SocketTimeoutException e) {
        return false;
      } catch (SocketException e) {
        return true;
      }
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}
