package io.github.camelhpc.simulators;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Something that goes wrong with one request.
 *
 * <p>{@link Kind#STATUS}, {@link Kind#RESET_BEFORE_ANSWER} and redirects happen before the service
 * sees the request, so nothing changes on the server. {@link Kind#RESET_IN_BODY}, {@link
 * Kind#TRUNCATED_BODY} and {@link Kind#MALFORMED_BODY} happen after the service has done the work:
 * the answer is lost, its effect stays.
 *
 * @param kind what goes wrong
 * @param status the HTTP status of {@link Kind#STATUS}, else 0
 * @param headers the headers of {@link Kind#STATUS}
 * @param body the body of {@link Kind#STATUS}; may be empty
 * @param delay how long {@link Kind#STALL} waits, by the computer's clock, before the request goes
 *     on; else zero
 */
public record Fault(
    Kind kind, int status, Map<String, String> headers, String body, Duration delay) {

  /** The kinds of faults. */
  public enum Kind {
    /** An answer that the service did not give. */
    STATUS,
    /** The connection is closed instead of an answer. */
    RESET_BEFORE_ANSWER,
    /** The connection is closed after half of the body; if there is no body, before the answer. */
    RESET_IN_BODY,
    /** Half of the body comes, with a length that says it was all. */
    TRUNCATED_BODY,
    /** A body that is neither JSON nor XML. */
    MALFORMED_BODY,
    /** Nothing happens for a while. */
    STALL
  }

  public Fault {
    Objects.requireNonNull(kind, "A fault needs a kind.");
    headers = Map.copyOf(headers);
    if (kind == Kind.STATUS && (status < 200 || status > 599)) {
      throw new IllegalArgumentException(
          "The status of a fault must be from 200 to 599, not " + status + ".");
    }
    if (delay.isNegative()) {
      throw new IllegalArgumentException("A fault cannot stall for a negative time.");
    }
  }

  /** An answer with this status; add {@link #header} and {@link #body} to it. */
  public static Fault status(int status) {
    return new Fault(Kind.STATUS, status, Map.of(), "", Duration.ZERO);
  }

  /** A redirect (302) to the given location. */
  public static Fault redirect(String location) {
    return status(302).header("Location", location);
  }

  /** The connection is closed before the service sees the request. */
  public static Fault resetBeforeAnswer() {
    return of(Kind.RESET_BEFORE_ANSWER);
  }

  /** The connection is closed in the middle of the real answer. */
  public static Fault resetInBody() {
    return of(Kind.RESET_IN_BODY);
  }

  /** The first half of the real answer, with a length that fits it. */
  public static Fault truncatedBody() {
    return of(Kind.TRUNCATED_BODY);
  }

  /** The real answer's status and headers with a body that cannot be parsed. */
  public static Fault malformedBody() {
    return of(Kind.MALFORMED_BODY);
  }

  /** The request waits for the given time, by the computer's clock, and then goes on as usual. */
  public static Fault stall(Duration delay) {
    return new Fault(Kind.STALL, 0, Map.of(), "", delay);
  }

  /** The same fault with one more header; only a status fault sends it. */
  public Fault header(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Fault(kind, status, more, body, delay);
  }

  /** The same fault with this body; only a status fault sends it. */
  public Fault body(String text) {
    return new Fault(kind, status, headers, text, delay);
  }

  private static Fault of(Kind kind) {
    return new Fault(kind, 0, Map.of(), "", Duration.ZERO);
  }
}
