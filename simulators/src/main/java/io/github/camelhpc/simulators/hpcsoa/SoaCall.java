package io.github.camelhpc.simulators.hpcsoa;

/**
 * One request of a batch, as a service sees it.
 *
 * @param action the SOAP action; of a generic request that of the generic operation
 * @param body the input of a generic request, else the element of the SOAP body as XML that can be
 *     parsed by itself
 * @param userData what the client sent along to tell the answers apart; may be empty
 * @param generic whether the body is the input string of a generic request
 */
public record SoaCall(String action, String body, String userData, boolean generic) {

  /** The action of every generic request (facts/hpcsoa.md §3.2). */
  public static final String GENERIC_ACTION =
      "http://hpc.microsoft.com/GenericService/IGenericService/GenericOperation";

  /** The namespace of the elements of generic requests that come as SOAP. */
  public static final String GENERIC_NAMESPACE = "http://hpc.microsoft.com/GenericService";
}
