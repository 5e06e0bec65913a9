package io.github.camelhpc.test.server;

import io.github.camelhpc.test.server.MisbehavingServer.Reply;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/** Good and bad answers for a {@link MisbehavingServer}. */
public final class Replies {

  private static final long FOREVER = 3_600_000;

  private Replies() {}

  /** 200 with this body. */
  public static Reply ok(String body) {
    return status(200, body);
  }

  /** A status with a body and further header lines. */
  public static Reply status(int status, String body, String... headers) {
    return (request, connection) -> connection.write(head(status, length(body), headers) + body);
  }

  /** 302 to there. */
  public static Reply redirect(String location) {
    return status(302, "", "Location: " + location);
  }

  /** Breaks the connection off without an answer. */
  public static Reply reset() {
    return (request, connection) -> connection.reset();
  }

  /** Closes the connection in good order, but without an answer. */
  public static Reply noAnswer() {
    return (request, connection) -> connection.close();
  }

  /** Never answers, and keeps the connection open. */
  public static Reply silence() {
    return (request, connection) -> connection.pause(FOREVER);
  }

  /** Breaks the connection off in the middle of the body. */
  public static Reply resetInBody() {
    return (request, connection) -> {
      connection.write(head(200, 1_000) + "half");
      connection.pause(50);
      connection.reset();
    };
  }

  /** Promises more than it sends. */
  public static Reply truncated() {
    return (request, connection) -> {
      connection.write(head(200, 1_000) + "half");
      connection.close();
    };
  }

  /** Sends one chunk, and then closes without the last one. */
  public static Reply chunkedWithoutEnd() {
    return (request, connection) -> {
      connection.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\n");
      connection.close();
    };
  }

  /** Sends one half, and then nothing. */
  public static Reply stalledBody() {
    return (request, connection) -> {
      connection.write(head(200, 1_000) + "half");
      connection.pause(FOREVER);
    };
  }

  /** Sends the body character by character. */
  public static Reply drip(String body, long pauseMillis) {
    return (request, connection) -> {
      connection.write(head(200, length(body)));
      for (char c : body.toCharArray()) {
        connection.pause(pauseMillis);
        connection.write(String.valueOf(c));
      }
    };
  }

  /** Sends something, byte by byte as it stands here, and closes. */
  public static Reply raw(String bytes) {
    return (request, connection) -> {
      connection.write(bytes);
      connection.close();
    };
  }

  /** A body that does not end, with this status. */
  public static Reply endless(int status) {
    String part = "x".repeat(8_192);
    return (request, connection) -> {
      connection.write("HTTP/1.1 " + status + " Endless\r\nTransfer-Encoding: chunked\r\n\r\n");
      while (true) {
        connection.write("2000\r\n" + part + "\r\n");
      }
    };
  }

  /** So many zeros, which are a thousandth of that when compressed. */
  public static Reply gzipBomb(int size) {
    byte[] packed = gzip(new byte[size]);
    return (request, connection) -> {
      connection.write(head(200, packed.length, "Content-Encoding: gzip"));
      connection.write(packed);
    };
  }

  /** A header of this size. */
  public static Reply hugeHeader(int size) {
    return status(200, "after a huge header", "X-Huge: " + "x".repeat(size));
  }

  private static String head(int status, int length, String... headers) {
    StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " Status " + status + "\r\n");
    for (String header : headers) {
      head.append(header).append("\r\n");
    }
    return head.append("Content-Length: ").append(length).append("\r\n\r\n").toString();
  }

  private static int length(String body) {
    return body.getBytes(StandardCharsets.UTF_8).length;
  }

  private static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }
}
