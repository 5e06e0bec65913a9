package io.github.camelhpc.hpcsoa.wire;

/** Names of SOAP and WS-Addressing, of the versions in use and of the older ones. */
final class Soap {

  /** SOAP 1.2, which the service speaks (facts/hpcsoa.md §3.2). */
  static final String ENVELOPE = "http://www.w3.org/2003/05/soap-envelope";

  /** WS-Addressing 1.0, which the service speaks. */
  static final String ADDRESSING = "http://www.w3.org/2005/08/addressing";

  /** The service's own headers. */
  static final String HPC = "http://www.microsoft.com/hpc";

  private static final String ENVELOPE_11 = "http://schemas.xmlsoap.org/soap/envelope/";
  private static final String ADDRESSING_2004 = "http://schemas.xmlsoap.org/ws/2004/08/addressing";

  private Soap() {}

  static boolean isEnvelope(String namespace) {
    return ENVELOPE.equals(namespace) || ENVELOPE_11.equals(namespace);
  }

  static boolean isAddressing(String namespace) {
    return ADDRESSING.equals(namespace) || ADDRESSING_2004.equals(namespace);
  }

  static boolean isSoap(String namespace) {
    return isEnvelope(namespace) || isAddressing(namespace);
  }
}
