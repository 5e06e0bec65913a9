package io.github.camelhpc.simulators.hpcsoa;

/**
 * What a SOA service does with one request. It is called by several threads at a time.
 *
 * <pre>{@code
 * HpcSimulators.builder().soaService("Shout", request -> request.body().toUpperCase())
 * }</pre>
 */
@FunctionalInterface
public interface SoaService {

  /**
   * Processes a request.
   *
   * @param request the request
   * @return for a generic request the output, which must contain neither U+0000 nor U+FFFF; for
   *     another one the element of the response's SOAP body, as well-formed XML
   * @throws Exception if the request fails; the client gets a SOAP fault with the message of the
   *     exception as its reason
   */
  String process(SoaCall request) throws Exception;
}
