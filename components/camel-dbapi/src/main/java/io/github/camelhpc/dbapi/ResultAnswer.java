package io.github.camelhpc.dbapi;

import io.github.camelhpc.dbapi.model.RequestStatus;
import io.github.camelhpc.dbapi.model.ResourceResult;
import io.github.camelhpc.dbapi.wire.AnswerReader;
import io.github.camelhpc.support.http.ServiceResponse;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.List;

/**
 * An answer with status and results, read from the socket as it is iterated over (facts/dbapi.md
 * §2.1, §4). To be closed.
 */
final class ResultAnswer implements Iterator<ResourceResult>, Closeable {

  private static final int OK = 200;
  private static final int MAX_TEXT = 500;

  /** Where the id of a request may stand. */
  private static final List<String> ID_HEADERS = List.of("requestId", "id");

  private final ServiceResponse response;
  private final AnswerReader reader;

  /**
   * @param collected whether the results are collected in memory, which maxResponseSize bounds
   * @param offset the zone of the times in it
   */
  ResultAnswer(ServiceResponse response, boolean collected, ZoneOffset offset) throws IOException {
    this.response = response;
    InputStream body = collected ? response.body() : response.stream();
    this.reader = new AnswerReader(orNothing(body), offset);
  }

  /** An answer that only accepts a request may have no body, and the id as a header. */
  private static InputStream orNothing(InputStream body) throws IOException {
    PushbackInputStream answer = new PushbackInputStream(body);
    int first = answer.read();
    if (first < 0) {
      return new ByteArrayInputStream("{}".getBytes(StandardCharsets.US_ASCII));
    }
    answer.unread(first);
    return answer;
  }

  /** The request's id, from the body as far as it was read, or from the headers; or null. */
  String requestId() {
    String id = reader.requestId();
    for (String header : ID_HEADERS) {
      id = id == null ? response.header(header) : id;
    }
    return id;
  }

  /** The status, as far as it was read, or null. */
  RequestStatus status() {
    return reader.status() == null ? reader.statusSoFar().orElse(null) : reader.status();
  }

  /**
   * Whether the request is finished: 206 and 202 are progress, 200 is the end unless the body says
   * otherwise, or has nothing but an id.
   */
  boolean isComplete() {
    if (response.status() != OK) {
      return false;
    }
    RequestStatus status = status();
    return status == null ? reader.hasResult() || requestId() == null : status.completed();
  }

  /** Whether it is known by now: the status may follow after the results. */
  boolean isDecided() {
    return response.status() != OK || status() != null;
  }

  /** What it says beside status and results, for a message. */
  String otherText() {
    String text = reader.otherMembers().toString();
    return text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT) + "…";
  }

  @Override
  public boolean hasNext() {
    return reader.hasNext();
  }

  @Override
  public ResourceResult next() {
    return reader.next();
  }

  /** A rest that nobody wants is not waited for. */
  @Override
  public void close() throws IOException {
    response.close();
  }
}
