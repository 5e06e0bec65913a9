package io.github.camelhpc.test.fault;

import io.github.camelhpc.test.server.MisbehavingServer.Request;
import java.util.Map;
import java.util.function.Predicate;

/**
 * One {@link Call} of a component.
 *
 * @param uri the endpoint; the suite adds the service's URL
 * @param body what the message has before
 * @param headers what the message has before
 * @param damaged to which of its requests the fault happens
 * @param before how many entries come before the fault, if it is in a later page; -1 if the fault
 *     is in the only answer
 * @param entries how many entries come in all from a good server
 */
public record TestedCall(
    String uri,
    Object body,
    Map<String, Object> headers,
    Predicate<Request> damaged,
    int before,
    int entries) {

  /** A call of a producer with one answer. */
  public static TestedCall of(String uri, Object body, Map<String, Object> headers) {
    return new TestedCall(uri, body, headers, request -> true, -1, 1);
  }

  /**
   * A list or a poll.
   *
   * @param target the pattern of the requests that the fault happens to
   */
  public static TestedCall list(String uri, String target, int before, int entries) {
    return new TestedCall(
        uri, null, Map.of(), request -> request.target().matches(target), before, entries);
  }

  /** What messages call it. */
  String operation() {
    return uri.replaceFirst("[?].*", "");
  }
}
