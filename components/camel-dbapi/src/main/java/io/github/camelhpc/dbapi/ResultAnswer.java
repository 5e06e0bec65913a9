package io.github.camelhpc.dbapi;

import io.github.camelhpc.dbapi.model.RequestStatus;
import io.github.camelhpc.dbapi.model.ResourceResult;
import io.github.camelhpc.dbapi.wire.AnswerReadException;
import io.github.camelhpc.dbapi.wire.AnswerReader;
import io.github.camelhpc.support.http.LimitedInputStream;
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
import java.util.function.Supplier;

/**
 * An answer with status and results, read from the socket as it is iterated over (facts/dbapi.md
 * §2.1, §4). To be closed.
 */
final class ResultAnswer implements Iterator<ResourceResult>, Closeable {

  private static final int OK = 200;
  private static final int MAX_TEXT = 500;

  /** Where the id of a request may stand. */
  private static final List<String> ID_HEADERS = List.of("requestId", "id");

  private final String operation;
  private final ServiceResponse response;
  private final LimitedInputStream body;
  private final boolean collected;
  private final AnswerReader reader;

  /**
   * @param operation how messages name the operation
   * @param collected whether the results are collected in memory, which maxResponseSize bounds
   * @param offset the zone of the times in it
   */
  ResultAnswer(String operation, ServiceResponse response, boolean collected, ZoneOffset offset)
      throws IOException {
    this.operation = operation;
    this.response = response;
    this.collected = collected;
    this.body = collected ? response.body() : response.items();
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
    String id = read(reader::requestId);
    for (String header : ID_HEADERS) {
      id = id == null ? response.header(header) : id;
    }
    return id;
  }

  /** The status, as far as it was read, or null. */
  RequestStatus status() {
    return reader.status() == null ? read(reader::statusSoFar).orElse(null) : reader.status();
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
    return status == null ? read(reader::hasResult) || requestId() == null : status.completed();
  }

  /** Whether it is known by now: the status may follow after the results. */
  boolean isDecided() {
    return response.status() != OK || status() != null;
  }

  /** What it says beside status and results, for a message. */
  String otherText() {
    String text = read(reader::otherMembers).toString();
    return text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT) + "…";
  }

  @Override
  public boolean hasNext() {
    return read(reader::hasNext);
  }

  @Override
  public ResourceResult next() {
    ResourceResult resource = read(reader::next);
    if (!collected) {
      body.nextItem();
    }
    return resource;
  }

  private <T> T read(Supplier<T> step) {
    try {
      return step.get();
    } catch (AnswerReadException e) {
      throw e.during(operation);
    }
  }

  /** A rest that nobody wants is not waited for. */
  @Override
  public void close() throws IOException {
    response.close();
  }
}
