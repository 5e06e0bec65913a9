package io.github.camelhpc.hpcsoa.model;

/**
 * Why one request of a batch, or the session, failed: the SOAP fault among the responses
 * (facts/hpcsoa.md §3.2).
 *
 * @param code SOAP's code without its prefix, such as {@code Sender} or {@code Receiver}; empty if
 *     there is none
 * @param subcode the service's own code without its prefix; {@code null} if there is none
 * @param reason the words; empty if there are none
 * @param detail the XML of the element in the detail, complete with its namespaces; {@code null} if
 *     there is none
 */
public record SoaFault(String code, String subcode, String reason, String detail) {}
