package io.github.camelhpc.azbatch.auth;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.joining;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;

/**
 * What a Shared Key signature is made of: what the service will receive (facts/azbatch.md §7.1).
 */
final class StringToSign {

  /** The HTTP client says that these have no body; of others without body it says nothing. */
  private static final Set<String> METHODS_WITH_LENGTH = Set.of("POST", "PUT", "PATCH");

  private StringToSign() {}

  /**
   * @param request as it will be sent, but for what the HTTP client adds: length, type and encoding
   *     of the body
   */
  static String of(ClassicHttpRequest request, String accountName) {
    HttpEntity body = request.getEntity();
    List<String> lines =
        List.of(
            request.getMethod(),
            header(request, "Content-Encoding", body == null ? null : body.getContentEncoding()),
            header(request, "Content-Language", null),
            contentLength(request.getMethod(), body),
            header(request, "Content-MD5", null),
            header(request, "Content-Type", body == null ? null : body.getContentType()),
            header(request, "Date", null),
            header(request, "If-Modified-Since", null),
            header(request, "If-Match", null),
            header(request, "If-None-Match", null),
            header(request, "If-Unmodified-Since", null),
            header(request, "Range", null));
    return String.join("\n", lines)
        + "\n"
        + canonicalizedHeaders(request)
        + canonicalizedResource(request.getPath(), accountName);
  }

  private static String header(ClassicHttpRequest request, String name, String ofBody) {
    Header header = request.getFirstHeader(name);
    String value = header == null ? ofBody : header.getValue();
    return value == null ? "" : value;
  }

  private static String contentLength(String method, HttpEntity body) {
    if (body == null) {
      return METHODS_WITH_LENGTH.contains(method) ? "0" : "";
    }
    boolean known = body.getContentLength() >= 0 && !body.isChunked();
    return known ? Long.toString(body.getContentLength()) : "";
  }

  private static String canonicalizedHeaders(ClassicHttpRequest request) {
    return Arrays.stream(request.getHeaders())
        .map(h -> Map.entry(lowerCase(h.getName()), h.getValue()))
        .filter(h -> h.getKey().startsWith("ocp-"))
        .sorted(Map.Entry.comparingByKey())
        .map(h -> h.getKey() + ":" + onOneLine(h.getValue()) + "\n")
        .collect(joining());
  }

  private static String onOneLine(String value) {
    return value.stripLeading().replace('\r', ' ').replace('\n', ' ');
  }

  private static String canonicalizedResource(String pathAndQuery, String accountName) {
    int mark = pathAndQuery.indexOf('?');
    String path = mark < 0 ? pathAndQuery : pathAndQuery.substring(0, mark);
    String query = mark < 0 ? "" : pathAndQuery.substring(mark + 1);
    return "/"
        + lowerCase(accountName)
        + "/"
        + path.replaceFirst("^/+", "")
        + parameters(query).map(p -> "\n" + p.getKey() + ":" + p.getValue()).collect(joining());
  }

  /** The published clients put the line break before each pair, and none at the end. */
  private static Stream<Map.Entry<String, String>> parameters(String query) {
    return Arrays.stream(query.split("&"))
        .filter(pair -> !pair.isEmpty())
        .map(pair -> pair.split("=", 2))
        .map(p -> Map.entry(lowerCase(decoded(p[0])), p.length == 1 ? "" : decoded(p[1])))
        .sorted(comparing(Map.Entry::getKey));
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  private static String lowerCase(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
