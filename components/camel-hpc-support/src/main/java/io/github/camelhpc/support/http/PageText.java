package io.github.camelhpc.support.http;

/** The words of a gateway's HTML page, in time proportional to its length however it is made. */
public final class PageText {

  private static final int MAX_READ = 16_384;
  private static final int MAX_LENGTH = 300;

  private PageText() {}

  /** What a reader of the page would see, at most {@value #MAX_LENGTH} characters. */
  public static String of(String page) {
    String html = page.substring(0, Math.min(page.length(), MAX_READ));
    StringBuilder words = new StringBuilder();
    int at = 0;
    while (at < html.length()) {
      int tag = html.indexOf('<', at);
      int end = tag < 0 ? html.length() : tag;
      words.append(html, at, end).append(' ');
      at = tag < 0 ? end : afterTag(html, tag);
    }
    String text = unescaped(words.toString()).replaceAll("\\s+", " ").strip();
    return text.length() <= MAX_LENGTH ? text : text.substring(0, MAX_LENGTH - 1) + "…";
  }

  private static int afterTag(String html, int tag) {
    if (html.startsWith("<!--", tag)) {
      return after("-->", html, tag);
    }
    for (String hidden : new String[] {"script", "style"}) {
      if (html.regionMatches(true, tag + 1, hidden, 0, hidden.length())) {
        return after(">", html, endTag(hidden, html, tag));
      }
    }
    return after(">", html, tag);
  }

  private static int endTag(String name, String html, int from) {
    int end = html.indexOf("</", from);
    while (end >= 0 && !html.regionMatches(true, end + 2, name, 0, name.length())) {
      end = html.indexOf("</", end + 2);
    }
    return end < 0 ? html.length() : end;
  }

  private static int after(String mark, String html, int from) {
    int at = html.indexOf(mark, from);
    return at < 0 ? html.length() : at + mark.length();
  }

  private static String unescaped(String text) {
    return text.replace("&nbsp;", " ")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&");
  }
}
