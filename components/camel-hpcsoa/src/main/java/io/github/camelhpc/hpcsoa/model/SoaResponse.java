package io.github.camelhpc.hpcsoa.model;

import java.util.Set;

/**
 * One response of a batch (facts/hpcsoa.md §3). Responses come in another order than the requests.
 *
 * @param action the reply action; {@code null} if the response names none
 * @param requestAction the action of the request; {@code null} from generic services
 * @param relatesTo the message id of the request; {@code null} from generic services
 * @param userData what the request carried; empty if it carried none
 * @param output for a generic service its output. Otherwise the text of the result, which is the
 *     first element within the body's element, or the body's element itself if it holds text only;
 *     {@code null} if the result is nil and for a fault
 * @param body the XML of the SOAP body's element, complete with its namespaces; {@code null} unless
 *     asked for, for a fault, and from generic services
 * @param fault why the request failed; {@code null} if it did not
 */
public record SoaResponse(
    String action,
    String requestAction,
    String relatesTo,
    String userData,
    String output,
    String body,
    SoaFault fault) {

  /** The actions that WS-Addressing gives to faults; the generic format has no other sign. */
  private static final Set<String> FAULT_ACTIONS =
      Set.of(
          "http://www.w3.org/2005/08/addressing/soap/fault",
          "http://www.w3.org/2005/08/addressing/fault");

  /** A response of a generic service; with a fault's action, the output is the fault's reason. */
  public static SoaResponse generic(String action, String output, String userData) {
    return FAULT_ACTIONS.contains(action)
        ? new SoaResponse(
            action, null, null, userData, null, null, new SoaFault(null, null, output, null))
        : new SoaResponse(action, null, null, userData, output, null, null);
  }

  /** Whether the request failed. */
  public boolean failed() {
    return fault != null;
  }
}
