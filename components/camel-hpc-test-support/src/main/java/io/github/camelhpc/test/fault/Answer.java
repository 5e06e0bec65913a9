package io.github.camelhpc.test.fault;

import io.github.camelhpc.test.server.MisbehavingServer.Connection;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What a good server answers.
 *
 * @param headers lines such as {@code X-Rows: 5}, without the length
 */
public record Answer(int status, List<String> headers, byte[] body) {

  public Answer {
    headers = List.copyOf(headers);
  }

  /** An answer with a body. */
  public static Answer of(int status, String contentType, String body) {
    return new Answer(
        status, List.of("Content-Type: " + contentType), body.getBytes(StandardCharsets.UTF_8));
  }

  /** 200 with JSON. */
  public static Answer json(String body) {
    return of(200, "application/json; charset=utf-8", body);
  }

  /** 200 with XML. */
  public static Answer xml(String body) {
    return of(200, "application/xml; charset=utf-8", body);
  }

  /** The same with one more header line, instead of one of this name. */
  public Answer with(String name, String value) {
    List<String> lines = new ArrayList<>(headers);
    lines.removeIf(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1));
    lines.add(name + ": " + value);
    return new Answer(status, lines, body);
  }

  /** The same with another body. */
  public Answer with(byte[] otherBody) {
    return new Answer(status, headers, otherBody);
  }

  /** All before the body. */
  byte[] head(String... more) {
    StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " Status " + status + "\r\n");
    headers.forEach(line -> head.append(line).append("\r\n"));
    for (String line : more) {
      head.append(line).append("\r\n");
    }
    return head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  /** The beginning of the body. */
  byte[] half() {
    return java.util.Arrays.copyOf(body, body.length / 2);
  }

  /** Sends it as it is. */
  void send(Connection connection) throws IOException {
    connection.write(head("Content-Length: " + body.length));
    connection.write(body);
  }
}
