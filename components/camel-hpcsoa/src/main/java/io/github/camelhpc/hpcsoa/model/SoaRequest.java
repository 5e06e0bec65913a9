package io.github.camelhpc.hpcsoa.model;

/**
 * One request of a batch (facts/hpcsoa.md §3).
 *
 * @param action the SOAP action, such as {@code http://tempuri.org/IEcho/Echo}; {@code null} for a
 *     generic service, or for the default action of the batch
 * @param body for a generic service the input, any text without U+0000 and U+FFFF; otherwise the
 *     XML of the one element that the SOAP body holds
 * @param userData comes back with the response, at most {@value #MAX_USER_DATA} characters; the
 *     only way to tell which response belongs to which request of a generic service; {@code null}
 *     or empty for none
 * @param messageId an absolute URI, such as {@code urn:uuid:…}, that no other request of the batch
 *     has, because a broker drops what has the same; comes back as {@link SoaResponse#relatesTo()};
 *     {@code null} to have one made; not sent to generic services
 */
public record SoaRequest(String action, String body, String userData, String messageId) {

  /** The longest user data, in characters (facts/hpcsoa.md §3.1). */
  public static final int MAX_USER_DATA = 1024;

  /** A request to a generic service. */
  public static SoaRequest generic(String input, String userData) {
    return new SoaRequest(null, input, userData, null);
  }

  /** A SOAP request whose message id is made when it is sent. */
  public static SoaRequest soap(String action, String bodyXml, String userData) {
    return new SoaRequest(action, bodyXml, userData, null);
  }
}
