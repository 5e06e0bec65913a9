package io.github.camelhpc.simulators.hpcsoa;

import java.util.Objects;

/**
 * One response of a batch.
 *
 * @param kind what the output is
 * @param requestAction the action of the request
 * @param relatesTo the message id of the request, or empty if it had none
 * @param userData the user data of the request; may be empty
 * @param output the output string, the element of the SOAP body, or the reason of the fault
 */
public record SimulatedResponse(
    Kind kind, String requestAction, String relatesTo, String userData, String output) {

  /** What the output of a response is. */
  public enum Kind {
    /** An element of a SOAP body. */
    XML,
    /** The output string of a generic service. */
    GENERIC,
    /** The reason why the request failed. */
    FAULT,
    /** The reason why the session failed, which ends the responses. */
    SESSION_FAILURE
  }

  /** The action of faults by WS-Addressing 1.0 (SOAP Binding, §6). */
  private static final String FAULT_ACTION = "http://www.w3.org/2005/08/addressing/soap/fault";

  public SimulatedResponse {
    Objects.requireNonNull(kind, "A response needs a kind.");
    Objects.requireNonNull(requestAction, "A response needs the action of its request.");
    Objects.requireNonNull(output, "A response needs an output.");
    relatesTo = relatesTo == null ? "" : relatesTo;
    userData = userData == null ? "" : userData;
  }

  /** The response of a SOAP service; {@code body} is the element of the SOAP body. */
  public static SimulatedResponse xml(
      String requestAction, String relatesTo, String userData, String body) {
    return new SimulatedResponse(Kind.XML, requestAction, relatesTo, userData, body);
  }

  /** The response of a generic service. */
  public static SimulatedResponse generic(String userData, String output) {
    return new SimulatedResponse(Kind.GENERIC, SoaCall.GENERIC_ACTION, "", userData, output);
  }

  /** A request that failed. */
  public static SimulatedResponse fault(
      String requestAction, String relatesTo, String userData, String reason) {
    return new SimulatedResponse(Kind.FAULT, requestAction, relatesTo, userData, reason);
  }

  /** The session failed. */
  public static SimulatedResponse sessionFailure(String reason) {
    return new SimulatedResponse(Kind.SESSION_FAILURE, "", "", "", reason);
  }

  /** The action of the response itself. */
  public String action() {
    return isFault() ? FAULT_ACTION : requestAction + "Response";
  }

  /** Whether it tells of a failure. */
  public boolean isFault() {
    return kind == Kind.FAULT || kind == Kind.SESSION_FAILURE;
  }
}
