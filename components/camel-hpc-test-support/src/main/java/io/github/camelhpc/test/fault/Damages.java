package io.github.camelhpc.test.fault;

import io.github.camelhpc.test.server.MisbehavingServer.Connection;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.GZIPOutputStream;

/** Ways in which an answer can be wrong, down to the byte. */
final class Damages {

  private static final long FOREVER = 3_600_000;
  private static final long SHORT = 30;
  private static final int LEVELS = 10_000;
  private static final int MEGABYTE = 1 << 20;

  /** A gigabyte of spaces, which no parser stops at, in members of 16 MB. */
  private static final int BOMB_MEMBERS = 64;

  private static final byte[] BOMB_MEMBER = gzip(spaces(16 * MEGABYTE));

  /** What the component's service says of something that it does not keep any more. */
  static final Damage FORGOTTEN = (request, good, connection) -> good.send(connection);

  private Damages() {}

  static Damage reset() {
    return (request, good, connection) -> connection.reset();
  }

  static Damage closed() {
    return (request, good, connection) -> connection.close();
  }

  static Damage resetInHeaders() {
    return (request, good, connection) -> {
      connection.write("HTTP/1.1 200 OK\r\nContent-Ty");
      connection.pause(SHORT);
      connection.reset();
    };
  }

  static Damage resetInBody() {
    return (request, good, connection) -> {
      half(good, connection);
      connection.pause(SHORT);
      connection.reset();
    };
  }

  /** The length says more than there is. */
  static Damage closedInBody() {
    return (request, good, connection) -> {
      half(good, connection);
      connection.close();
    };
  }

  static Damage silence() {
    return (request, good, connection) -> connection.pause(FOREVER);
  }

  static Damage stalledHeaders() {
    return (request, good, connection) -> {
      connection.write("HTTP/1.1 200 OK\r\nContent-Ty");
      connection.pause(FOREVER);
    };
  }

  static Damage stalledBody() {
    return (request, good, connection) -> {
      half(good, connection);
      connection.pause(FOREVER);
    };
  }

  private static void half(Answer good, Connection connection) throws IOException {
    connection.write(good.head("Content-Length: " + Math.max(good.body().length, 2)));
    connection.write(good.half());
  }

  /** The length says less than there is. */
  static Damage lengthTooShort() {
    return (request, good, connection) -> {
      connection.write(good.head("Content-Length: " + good.half().length, "Connection: close"));
      connection.write(good.body());
      connection.close();
    };
  }

  /** A refusal without a body, with further header lines such as {@code Retry-After: 5}. */
  static Damage status(int status, String... headers) {
    return (request, good, connection) ->
        new Answer(status, Arrays.asList(headers), new byte[0]).send(connection);
  }

  /** Something else than what was asked for. */
  private static Damage with(Answer answer) {
    return (request, good, connection) -> answer.send(connection);
  }

  /** The credentials that came first are refused from the second page on, or at once. */
  static Damage expiredToken() {
    AtomicReference<String> first = new AtomicReference<>();
    return (request, good, connection) -> {
      String sent = request.header("Authorization");
      first.compareAndSet(null, sent);
      if (first.get().equals(sent)) {
        status(401, "WWW-Authenticate: Bearer error=\"invalid_token\"")
            .send(request, good, connection);
      } else {
        good.send(connection);
      }
    };
  }

  /** Spaces without end before anything else, which JSON and XML allow. */
  static Damage endless(int status) {
    byte[] chunk = ("10000\r\n" + " ".repeat(0x10000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
    return (request, good, connection) -> {
      connection.write(
          new Answer(status, good.headers(), new byte[0]).head("Transfer-Encoding: chunked"));
      while (true) {
        connection.write(chunk);
      }
    };
  }

  /** What a gateway shows to those who have not logged in, as if it were the answer. */
  static Damage loginPage() {
    return with(
        Answer.of(
            200,
            "text/html; charset=utf-8",
            "<!DOCTYPE html><html><head><title>Sign in</title></head>"
                + "<body><form><input name=\"user\"></form><br></body></html>"));
  }

  /** Entities that name a file and each other. */
  static Damage documentType() {
    return with(
        Answer.xml(
            "<!DOCTYPE a [<!ENTITY b \"&c;&c;\"><!ENTITY c SYSTEM \"file:///etc/passwd\">]>"
                + "<a>&b;</a>"));
  }

  /** More levels than a parser's stack should have, in the format of the good answer. */
  static Damage nested() {
    return (request, good, connection) -> {
      boolean xml = good.body().length > 0 && good.body()[0] == '<';
      String body =
          xml
              ? "<a>".repeat(LEVELS) + "</a>".repeat(LEVELS)
              : "[".repeat(LEVELS) + "]".repeat(LEVELS);
      good.with(body.getBytes(StandardCharsets.US_ASCII)).send(connection);
    };
  }

  /** Half of the body, with the length of that. */
  static Damage truncated() {
    return (request, good, connection) -> good.with(good.half()).send(connection);
  }

  /** A character that neither JSON nor XML allows, in the middle. */
  static Damage malformed() {
    return inTheMiddle((byte) 1);
  }

  /** A byte that UTF-8 does not have, in the middle. */
  static Damage invalidByte() {
    return inTheMiddle((byte) 0xFF);
  }

  private static Damage inTheMiddle(byte wrong) {
    return (request, good, connection) -> {
      byte[] body = good.body().clone();
      if (body.length > 0) {
        body[body.length / 2] = wrong;
      }
      good.with(body).send(connection);
    };
  }

  /** The header says another encoding than the body has, which is UTF-8. */
  static Damage declaredCharset(String charset) {
    return (request, good, connection) ->
        good.with("Content-Type", "application/octet-stream; charset=" + charset).send(connection);
  }

  /** A gigabyte in a megabyte. */
  static Damage bomb() {
    return (request, good, connection) -> {
      connection.write(
          good.head(
              "Content-Encoding: gzip", "Content-Length: " + BOMB_MEMBERS * BOMB_MEMBER.length));
      for (int i = 0; i < BOMB_MEMBERS; i++) {
        connection.write(BOMB_MEMBER);
      }
    };
  }

  /** The same gigabyte, packed twice. */
  static Damage nestedBomb() {
    byte[] packed = gzip(repeated(BOMB_MEMBER, BOMB_MEMBERS));
    return (request, good, connection) -> {
      connection.write(
          good.head("Content-Encoding: gzip, gzip", "Content-Length: " + packed.length));
      connection.write(packed);
    };
  }

  static Damage hugeHeader() {
    byte[] megabyte = new byte[MEGABYTE];
    Arrays.fill(megabyte, (byte) 'x');
    return (request, good, connection) -> {
      connection.write("HTTP/1.1 200 OK\r\nX-Huge: ");
      for (int i = 0; i < 10; i++) {
        connection.write(megabyte);
      }
      connection.write("\r\nContent-Length: " + good.body().length + "\r\n\r\n");
      connection.write(good.body());
    };
  }

  static Damage manyHeaders() {
    String lines = "X-Many: 1\r\n".repeat(10_000);
    return (request, good, connection) -> {
      connection.write("HTTP/1.1 200 OK\r\n" + lines);
      connection.write("Content-Length: " + good.body().length + "\r\n\r\n");
      connection.write(good.body());
    };
  }

  private static byte[] spaces(int count) {
    byte[] spaces = new byte[count];
    Arrays.fill(spaces, (byte) ' ');
    return spaces;
  }

  private static byte[] repeated(byte[] bytes, int times) {
    byte[] all = new byte[bytes.length * times];
    for (int i = 0; i < times; i++) {
      System.arraycopy(bytes, 0, all, i * bytes.length, bytes.length);
    }
    return all;
  }

  private static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }
}
