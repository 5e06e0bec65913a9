package io.github.camelhpc.hpcsoa.wire;

import io.github.camelhpc.hpcsoa.model.SoaRequest;

/** Requires that the texts of a request can be sent. */
public final class RequestText {

  private RequestText() {}

  /** Why a request cannot be sent. */
  static IllegalArgumentException refused(long number, SoaRequest request, String why) {
    String userData = request == null ? null : request.userData();
    return new IllegalArgumentException(
        userData == null || userData.isEmpty()
            ? "request %d %s".formatted(number, why)
            : "request %d (user data '%s') %s".formatted(number, shortened(userData), why));
  }

  /** The request's user data, never {@code null}. */
  static String userData(long number, SoaRequest request) {
    String userData = request.userData() == null ? "" : request.userData();
    if (userData.length() > SoaRequest.MAX_USER_DATA) {
      throw refused(
          number,
          request,
          "has user data of %d characters, %d is the most"
              .formatted(userData.length(), SoaRequest.MAX_USER_DATA));
    }
    return userData;
  }

  /** What is wrong with a text in XML; {@code null} if nothing is. */
  public static String whyNotXml(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean fine = c >= 0x20 && c < 0xD800 || c == '\n' || c == '\t' || c == '\r';
      if (fine || c >= 0xE000 && c <= 0xFFFD) {
        continue;
      }
      if (!isPair(text, i)) {
        return "has the character U+%04X, which XML cannot hold".formatted((int) c);
      }
      i++;
    }
    return null;
  }

  /** What is wrong with a text in the generic format; {@code null} if nothing is. */
  static String whyNotGeneric(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0 || c == '\uFFFF') {
        return "has the character U+%04X, which the generic format uses as a separator"
            .formatted((int) c);
      }
      if (Character.isSurrogate(c)) {
        if (!isPair(text, i)) {
          return "has half of a surrogate pair, U+%04X".formatted((int) c);
        }
        i++;
      }
    }
    return null;
  }

  private static boolean isPair(String text, int at) {
    return at + 1 < text.length()
        && Character.isSurrogatePair(text.charAt(at), text.charAt(at + 1));
  }

  private static String shortened(String text) {
    return text.length() <= 40 ? text : text.substring(0, 39) + "…";
  }
}
