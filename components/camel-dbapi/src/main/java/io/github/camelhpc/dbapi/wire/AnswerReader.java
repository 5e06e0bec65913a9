package io.github.camelhpc.dbapi.wire;

import com.fasterxml.jackson.core.io.JsonEOFException;
import io.github.camelhpc.dbapi.model.RequestStatus;
import io.github.camelhpc.dbapi.model.ResourceResult;
import io.github.camelhpc.support.json.JsonReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * Reads an answer with status and results from its stream, one result at a time (facts/dbapi.md
 * §2.1, §4). Nothing is read before it is asked for, and no result is kept. {@code result} may be
 * missing, null, one object instead of an array, and stand before or after {@code status}. For one
 * thread.
 *
 * <p>All methods but {@link #close} throw {@link AnswerReadException} if the answer is cut off, is
 * no JSON, has results that are none, or nests lists and objects more than 64 deep; and then each
 * time they would have to read on.
 */
public final class AnswerReader implements Iterator<ResourceResult>, Closeable {

  private enum Place {
    BEFORE,
    IN_ANSWER,
    IN_RESULTS,
    AT_END,
    BROKEN
  }

  private final InputStream in;
  private final ResourceReader resources;
  private final RequestIdFinder requestId = new RequestIdFinder();
  private final Map<String, Object> otherMembers = new LinkedHashMap<>();
  private JsonReader json;
  private Place place = Place.BEFORE;
  private AnswerReadException failure;
  private RequestStatus status;
  private boolean hasResult;
  private boolean atResource;
  private long count;

  /**
   * @param in closed with the reader
   * @param offset the zone of the answer's times
   */
  public AnswerReader(InputStream in, ZoneOffset offset) {
    this.in = in;
    this.resources = new ResourceReader(offset);
  }

  /** The status, if it stands before the results or was read by now. */
  public Optional<RequestStatus> statusSoFar() {
    readToResults();
    return Optional.ofNullable(status);
  }

  /** The status, wherever it stands, if the answer was read to its end; null if it has none. */
  public RequestStatus status() {
    return place == Place.AT_END ? status : null;
  }

  /**
   * The request's id if it was read by now, or null: the service may call it requestId, requestID
   * or id, and may put it into the status.
   */
  public String requestId() {
    readToResults();
    return requestId.found();
  }

  /** Whether there was a member {@code result} by now, even if it is empty or null. */
  public boolean hasResult() {
    readToResults();
    return hasResult;
  }

  /** What else was read by now, for example a list {@code failed}. */
  public Map<String, Object> otherMembers() {
    readToResults();
    return Collections.unmodifiableMap(otherMembers);
  }

  /** Whether there is one more result; if not, the answer was read to its end and is whole. */
  @Override
  public boolean hasNext() {
    if (!atResource && place != Place.AT_END) {
      step(this::seek);
    }
    return atResource;
  }

  @Override
  public ResourceResult next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    atResource = false;
    ResourceResult result = step(resources::read);
    count++;
    return result;
  }

  /** Reads what stands before the results; all if there are none. */
  private void readToResults() {
    if (place == Place.BEFORE) {
      step(this::seek);
    }
  }

  private <T> T step(JsonReader.Reading<T> step) {
    if (failure != null) {
      throw failure;
    }
    try {
      if (json == null) {
        json = JsonReader.opened(in);
      }
      return json.step(step);
    } catch (IOException e) {
      failure = new AnswerReadException(told(e), e);
      place = Place.BROKEN;
      throw failure;
    }
  }

  private String told(IOException e) {
    boolean cutOff = e.getCause() instanceof JsonEOFException;
    String after = count == 0 ? "" : " after " + count + " results";
    return cutOff ? "the answer is cut off" + after + ": " + e.getMessage() : reason(e);
  }

  private static String reason(IOException e) {
    return e.getMessage() == null ? "the answer broke off: " + e : e.getMessage();
  }

  /** Goes to the next result or to the end. */
  private Void seek(JsonReader answer) throws IOException {
    if (place == Place.BEFORE) {
      answer.begin();
      if (!answer.isObject()) {
        throw answer.wrong("an object with status and result");
      }
      place = Place.IN_ANSWER;
    }
    while (!atResource && place != Place.AT_END) {
      if (place == Place.IN_RESULTS && answer.nextItem()) {
        atResource = isResource(answer);
      } else {
        place = Place.IN_ANSWER;
        seekMember(answer);
      }
    }
    return null;
  }

  private static boolean isResource(JsonReader answer) throws IOException {
    if (!answer.isObject() && !answer.isNull()) {
      throw answer.wrong("an object for a resource");
    }
    return answer.isObject();
  }

  private void seekMember(JsonReader answer) throws IOException {
    String name = answer.nextMember();
    if (name == null) {
      answer.end();
      place = Place.AT_END;
    } else if (!name.equals("result")) {
      readMember(name, answer.value());
    } else if (answer.isArray()) {
      hasResult = true;
      place = Place.IN_RESULTS;
    } else {
      hasResult = true;
      atResource = isResource(answer);
    }
  }

  private void readMember(String name, Object value) {
    if (name.equals("status") && value instanceof Map<?, ?> members) {
      status = RequestStatus.of(members);
      members.forEach((inner, innerValue) -> requestId.take(inner.toString(), innerValue));
    } else if (!requestId.take(name, value)) {
      otherMembers.put(name, value);
    }
  }

  /** Leaves a rest unread. What was not read to its end stays so: reading on is an error then. */
  @Override
  public void close() throws IOException {
    if (place != Place.AT_END && failure == null) {
      failure = new AnswerReadException("the answer was closed before its end", null);
      place = Place.BROKEN;
      atResource = false;
    }
    try (InputStream stream = in) {
      if (json != null) {
        json.close();
      }
    }
  }
}
