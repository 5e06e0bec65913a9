package io.github.camelhpc.hpcsoa.model;

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

  /** A response of a generic service. */
  public static SoaResponse generic(String action, String output, String userData) {
    return new SoaResponse(action, null, null, userData, output, null, null);
  }

  /** Whether the request failed. */
  public boolean failed() {
    return fault != null;
  }
}
