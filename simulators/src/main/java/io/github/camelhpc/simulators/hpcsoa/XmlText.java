package io.github.camelhpc.simulators.hpcsoa;

/** Text as XML writes it, for elements and for attributes in double quotes. */
public final class XmlText {

  private static final char REPLACEMENT = '\uFFFD';

  private XmlText() {}

  /** The text, escaped; a character that XML cannot carry becomes U+FFFD. */
  public static String escaped(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!isPlain(text.charAt(i))) {
        return escape(text);
      }
    }
    return text;
  }

  private static boolean isPlain(char c) {
    return c >= ' ' && c < 0x7F && c != '&' && c != '<' && c != '>' && c != '"';
  }

  private static String escape(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 32);
    text.codePoints().forEach(code -> append(escaped, code));
    return escaped.toString();
  }

  private static void append(StringBuilder escaped, int code) {
    switch (code) {
      case '&' -> escaped.append("&amp;");
      case '<' -> escaped.append("&lt;");
      case '>' -> escaped.append("&gt;");
      case '"' -> escaped.append("&quot;");
      case '\r' -> escaped.append("&#13;");
      default -> escaped.appendCodePoint(isLegal(code) ? code : REPLACEMENT);
    }
  }

  private static boolean isLegal(int code) {
    return code == '\t'
        || code == '\n'
        || code >= 0x20 && code <= 0xD7FF
        || code >= 0xE000 && code <= 0xFFFD
        || code >= 0x10000;
  }
}
